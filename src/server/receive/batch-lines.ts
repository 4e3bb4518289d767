// A file of batches, line by line, in as little memory as its longest line may take.
import { isUtf8 } from 'node:buffer';
import { PUSH_MAX_BYTES } from '../../protocol/limits.ts';

/** A batch's body is text inside JSON, so each of its quotes takes two characters; device and signature come on top. */
export const LINE_MAX = 1.5 * PUSH_MAX_BYTES;

const NEWLINE = 0x0a;

/** Lines without their ends; what is no UTF-8, and so none of ours, comes byte by byte. Of a line beyond the limit comes no more than the limit and one: a torn one. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array): void => {
    const taken = part.subarray(0, Math.max(0, LINE_MAX + 1 - length));
    if (taken.length > 0) parts.push(taken);
    length += taken.length;
  };
  const line = (): string => {
    const bytes = Buffer.concat(parts);
    const text = bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1').replace(/\r$/, '');
    parts = [];
    length = 0;
    return text;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end));
      start = end + 1;
      yield line();
    }
    add(chunk.subarray(start));
  }
  if (length > 0) yield line();
}
