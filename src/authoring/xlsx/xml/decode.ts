// A part's bytes as text: UTF-8, or UTF-16 where it begins with its mark, as XML allows; nothing else.
import { accepted, type Result } from '../../../domain/result.ts';
import { damaged, type XlsxProblem } from '../problem.ts';

export function decodeXml(bytes: Uint8Array, where: string): Result<string, XlsxProblem> {
  const encoding = encodingOf(bytes);
  try {
    return accepted(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return damaged(`not ${encoding}`, where);
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
