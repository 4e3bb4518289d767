// Unpacks one entry of a zip, and stops as soon as it grows beyond what it said or what a spreadsheet needs.
import { Inflate } from 'fflate';
import { accepted, type Result } from '../../../domain/result.ts';
import {
  damaged,
  LIMITS,
  MOST_RATIO,
  RATIO_COUNTS_FROM_BYTES,
  tooLarge,
  unsafe,
  type XlsxProblem,
} from '../problem.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './directory.ts';

/** What may still be unpacked of the whole file; `inflate` takes from it. */
export type InflateBudget = { leftBytes: number };

/** A push grows a thousandfold at most, so that one never makes more than some 8 MB before it is looked at. */
const PUSH_BYTES = 8_192;

/**
 * The size that the entry states is judged first and is then a promise: unpacking fills a buffer of that size,
 * and one byte more ends it.
 */
export function inflate(entry: ZipEntry, budget: InflateBudget): Result<Uint8Array, XlsxProblem> {
  const { name, packed, sizeBytes, method } = entry;
  if (sizeBytes > LIMITS.entry_bytes) return tooLarge('entry_bytes', name);
  if (sizeBytes > RATIO_COUNTS_FROM_BYTES && sizeBytes > packed.length * MOST_RATIO)
    return unsafe('ratio', name);
  if (sizeBytes > budget.leftBytes) return tooLarge('total_bytes');
  budget.leftBytes -= sizeBytes;
  const bytes = method === 0 ? packed : unpack(packed, sizeBytes);
  if (bytes?.length !== sizeBytes) return damaged('the entry is not as long as it says', name);
  return crc32(bytes) === entry.crc ? accepted(bytes) : damaged('the checksum is wrong', name);
}

/** Null where the data is broken, or is longer or shorter than `sizeBytes`. */
function unpack(packed: Uint8Array, sizeBytes: number): Uint8Array | null {
  const out = new Uint8Array(sizeBytes);
  let length = 0;
  const stream = new Inflate(chunk => {
    if (length + chunk.length <= sizeBytes) out.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length && length <= sizeBytes; at += PUSH_BYTES)
    if (!push(stream, packed.subarray(at, at + PUSH_BYTES), at + PUSH_BYTES >= packed.length)) return null;
  return length === sizeBytes ? out : null;
}

/** fflate throws on data that is not deflated; that is a fact about the file here, not a bug. */
function push(stream: Inflate, chunk: Uint8Array, isLast: boolean): boolean {
  try {
    stream.push(chunk, isLast);
    return true;
  } catch {
    return false;
  }
}
