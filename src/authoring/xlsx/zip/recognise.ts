// Tells what a file is that is no .xlsx, so that its person reads the remedy and not "damaged".
import { refused } from '../../../domain/result.ts';
import type { FoundKind, XlsxProblem } from '../problem.ts';
import { findAscii, readU32 } from './bytes.ts';
import type { ZipDirectory } from './directory.ts';

type Refusal = { readonly ok: false; readonly problem: XlsxProblem };

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_ENTRY = 0x04034b50;
const ZIP_END = 0x06054b50;

/** Null where it begins as a zip. */
export function refuseOtherThanZip(bytes: Uint8Array): Refusal | null {
  if (OLE.every((byte, index) => bytes[index] === byte)) return refuseOle(bytes);
  const start = readU32(bytes, 0);
  if (start === ZIP_ENTRY || start === ZIP_END) return null;
  return refused('xlsx.not_xlsx', { found: recogniseText(bytes) });
}

/** Excel seals a workbook with a password by wrapping it into the old container; the stream's name is UTF-16. */
function refuseOle(bytes: Uint8Array): Refusal {
  return findAscii(bytes, 'EncryptedPackage', 1) >= 0
    ? refused('xlsx.password', { where: '' })
    : refused('xlsx.old_format');
}

function recogniseText(bytes: Uint8Array): FoundKind {
  if (bytes.length === 0) return 'empty';
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 4_096))
    .replace(/^[\uFEFF\s]+/, '')
    .toLowerCase();
  if (start.startsWith('%pdf')) return 'pdf';
  if (/^<(!doctype html|html|head|body|table|meta|style)\b/.test(start)) return 'html';
  if (start.startsWith('<?xml')) return /<html/.test(start) ? 'html' : 'xml';
  return isPlainText(start) && /[,;\t]/.test(start) ? 'csv' : 'unknown';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text holds
const isPlainText = (text: string): boolean => !/[\0-\x08\x0e-\x1f]/.test(text);

const TELLING_PARTS: readonly (readonly [string, FoundKind])[] = [
  ['xl/workbook.bin', 'xlsb'],
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'pptx'],
  ['index/document.iwa', 'numbers'],
];

/** Null where the zip may be an .xlsx. */
export function refuseOtherZip(directory: ZipDirectory): Refusal | null {
  const told = TELLING_PARTS.find(([part]) => directory.has(part));
  if (told) return refused('xlsx.not_xlsx', { found: told[1] });
  if (directory.has('[content_types].xml')) return null;
  const mimetype = directory.get('mimetype');
  const isOds = mimetype !== undefined && findAscii(mimetype.packed, 'opendocument.spreadsheet') >= 0;
  return refused('xlsx.not_xlsx', { found: isOds ? 'ods' : 'zip' });
}
