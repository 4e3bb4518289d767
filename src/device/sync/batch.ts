// What goes into one push: shuffled, so that the order of arrival says nothing of who answered when.
import { PUSH_MAX_BYTES } from '../../protocol/limits.ts';
import type { RecordEnvelope } from '../../protocol/record.ts';
import { utf8 } from '../bytes.ts';

/** Room for what stands around the records. */
const ENVELOPE_BYTES = 1024;

/** Fisher-Yates; the list that is given stays as it was. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

/** The first records that fit into one body; one that is too large for any goes alone. */
export function fitting(records: readonly RecordEnvelope[]): RecordEnvelope[] {
  let size = ENVELOPE_BYTES;
  const fit: RecordEnvelope[] = [];
  for (const record of records) {
    size += utf8(JSON.stringify(record)).length + 1;
    if (size > PUSH_MAX_BYTES && fit.length > 0) break;
    fit.push(record);
  }
  return fit;
}
