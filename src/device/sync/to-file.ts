// The second road: everything that waits, in one file of signed batches for a stick or another phone.
import { localDay } from '../../domain/calendar/local-time.ts';
import type { BATCH_FILE_HEADER, BatchLine } from '../../protocol/batch-file.ts';
import { BATCH_FILE_MEDIA, BATCH_FILE_SUFFIX, PROTO, PUSH_MAX_RECORDS } from '../../protocol/limits.ts';
import type { PushRequest } from '../../protocol/push.ts';
import type { RecordEnvelope } from '../../protocol/record.ts';
import { utf8 } from '../bytes.ts';
import { readSender, type Sender } from '../store/identity.ts';
import type { Outbox } from '../store/outbox.ts';
import { loadRecords, pendingIds } from '../store/records.ts';
import type { BatchFile } from '../tablet.ts';
import { fitting, shuffled } from './batch.ts';
import { sign } from './sign.ts';

type Means = {
  outbox: Outbox;
  crypto: Crypto;
  clock: () => number;
  newId: () => string;
  random: () => number;
};

/** As protocol/batch-file.ts has it, whose schemas stay at the centre. */
const HEADER = { lembar: 'batches', version: 1 } satisfies typeof BATCH_FILE_HEADER;

/** As `Tablet.sync.toFile`. Holds one batch at a time in memory: what is written of the file is the browser's to keep. */
export async function toFile(means: Means): Promise<BatchFile | null> {
  const { outbox, clock, random } = means;
  const sender = await readSender(outbox, means.newId);
  let left = shuffled(await pendingIds(outbox), random);
  if (!sender || left.length === 0) return null;
  const parts: Blob[] = [line(HEADER)];
  let count = 0;
  while (left.length > 0) {
    const page = left.slice(0, PUSH_MAX_RECORDS);
    const loaded = await loadRecords(outbox, page);
    const records = fitting(loaded);
    if (records.length > 0) parts.push(line(await batchLine(means, sender, records)));
    count += records.length;
    const unfitted = loaded.slice(records.length).map(record => record.id);
    left = [...unfitted, ...left.slice(page.length)];
  }
  if (count === 0) return null;
  const name = `lembar-${nameable(sender.identity.label)}-${localDay(clock())}${BATCH_FILE_SUFFIX}`;
  return { name, blob: new Blob(parts, { type: BATCH_FILE_MEDIA }), records: count };
}

async function batchLine(
  { crypto, newId }: Means,
  { identity, epoch, counters }: Sender,
  records: RecordEnvelope[],
): Promise<BatchLine> {
  const request: PushRequest = {
    proto: PROTO,
    epoch,
    device: identity.device,
    req: newId(),
    counters,
    records,
  };
  const body = JSON.stringify(request);
  return { device: identity.device, signature: await sign(crypto, identity, utf8(body)), body };
}

const line = (value: object): Blob => new Blob([`${JSON.stringify(value)}\n`]);

const nameable = (label: string): string =>
  label.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'tablet';
