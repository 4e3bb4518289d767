// Reads a zip's table of contents and believes it only where the entries themselves say the same.
import { accepted, type Result, refused } from '../../../domain/result.ts';
import { damaged, LIMITS, tooLarge, unsafe, type XlsxProblem } from '../problem.ts';
import { readU16, readU32 } from './bytes.ts';

export type ZipEntry = {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  readonly packed: Uint8Array;
  readonly sizeBytes: number;
  readonly crc: number;
};

/** By name in lower case: names of parts are the same whatever their case. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

const END = 0x06054b50;
const END_BYTES = 22;
const ZIP64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const ENCRYPTED = 1;
/** Sizes come after the data, and the entry itself says 0. */
const SIZES_AFTER = 8;

type Span = { readonly from: number; readonly to: number };
type Place = { readonly bytes: Uint8Array; readonly start: number };
type Central = {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packedBytes: number;
  sizeBytes: number;
  offset: number;
  lengthBytes: number;
};

/** `xlsx.damaged` where it is no zip at all; a caller that wants to know tells that apart beforehand. */
export function readDirectory(bytes: Uint8Array): Result<ZipDirectory, XlsxProblem> {
  const end = findEnd(bytes);
  if (end < 0) return damaged('the end of the zip is missing');
  const count = readU16(bytes, end + 10);
  const sizeBytes = readU32(bytes, end + 12);
  const start = readU32(bytes, end + 16);
  const isZip64 = end >= 20 && readU32(bytes, end - 20) === ZIP64_LOCATOR;
  if (isZip64 || count === 0xffff || start === 0xffffffff || sizeBytes === 0xffffffff)
    return unsafe('zip64', '');
  if (readU16(bytes, end + 4) !== 0 || readU16(bytes, end + 6) !== 0 || readU16(bytes, end + 8) !== count)
    return damaged('the zip is in several pieces');
  if (count > LIMITS.entries) return tooLarge('entries');
  if (start + sizeBytes !== end) return damaged('the table of contents is not where it is said to be');
  return readEntries({ bytes, start }, end, count);
}

/** The last end record whose comment ends with the file. */
function findEnd(bytes: Uint8Array): number {
  const lowest = Math.max(0, bytes.length - END_BYTES - 0xffff);
  for (let at = bytes.length - END_BYTES; at >= lowest; at -= 1)
    if (readU32(bytes, at) === END && at + END_BYTES + readU16(bytes, at + 20) === bytes.length) return at;
  return -1;
}

function readEntries({ bytes, start }: Place, end: number, count: number): Result<ZipDirectory, XlsxProblem> {
  const entries = new Map<string, ZipEntry>();
  const spans: Span[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const central = readCentral(bytes, at, end);
    if (!central) return damaged('the table of contents is cut off');
    at += central.lengthBytes;
    const name = central.name;
    const key = name.toLowerCase();
    if (isTrick(name)) return unsafe('path', name);
    if (entries.has(key)) return unsafe('duplicate', name);
    const found = checkEntry({ bytes, start }, central);
    if (!found.ok) return found;
    entries.set(key, found.value.entry);
    spans.push(found.value.span);
  }
  if (at !== end) return damaged('the table of contents has more than it says');
  return hasOverlap(spans) ? unsafe('overlap', '') : accepted(entries);
}

function readCentral(bytes: Uint8Array, at: number, end: number): Central | null {
  if (at + CENTRAL_BYTES > end || readU32(bytes, at) !== CENTRAL) return null;
  const nameBytes = readU16(bytes, at + 28);
  const lengthBytes = CENTRAL_BYTES + nameBytes + readU16(bytes, at + 30) + readU16(bytes, at + 32);
  if (at + lengthBytes > end) return null;
  return {
    name: decodeName(bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes)),
    flags: readU16(bytes, at + 8),
    method: readU16(bytes, at + 10),
    crc: readU32(bytes, at + 16),
    packedBytes: readU32(bytes, at + 20),
    sizeBytes: readU32(bytes, at + 24),
    offset: readU32(bytes, at + 42),
    lengthBytes,
  };
}

/** Names that matter are ASCII; two broken ones may become one, and are then refused as such. */
const decodeName = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A name that could lead outside the file, or that two programs would read as two names. */
function isTrick(name: string): boolean {
  const parts = name.endsWith('/') ? name.slice(0, -1).split('/') : name.split('/');
  return /[\\:\0]/.test(name) || parts.some(part => part === '' || part === '.' || part === '..');
}

/** The entry's own header must tell what the table told of it. */
function checkEntry(
  { bytes, start }: Place,
  central: Central,
): Result<{ entry: ZipEntry; span: Span }, XlsxProblem> {
  const { name, flags, method, crc, packedBytes, sizeBytes, offset } = central;
  if (flags & ENCRYPTED) return refused('xlsx.password', { where: name });
  if (method !== 0 && method !== 8) return damaged(`compression method ${method}`, name);
  if (packedBytes === 0xffffffff || sizeBytes === 0xffffffff || offset === 0xffffffff)
    return unsafe('zip64', name);
  if (sizeBytes > LIMITS.entry_bytes) return tooLarge('entry_bytes', name);
  const from = offset + LOCAL_BYTES + readU16(bytes, offset + 26) + readU16(bytes, offset + 28);
  const to = from + packedBytes;
  if (to > start || readU32(bytes, offset) !== LOCAL)
    return damaged('the entry is not where it should be', name);
  if (!saysTheSame(bytes, central)) return damaged('the entry contradicts the table of contents', name);
  const packed = bytes.subarray(from, to);
  return accepted({ entry: { name, method, packed, sizeBytes, crc }, span: { from: offset, to } });
}

function saysTheSame(bytes: Uint8Array, central: Central): boolean {
  const at = central.offset;
  const nameAt = at + LOCAL_BYTES;
  const name = decodeName(bytes.subarray(nameAt, nameAt + readU16(bytes, at + 26)));
  const comesAfter = (readU16(bytes, at + 6) & SIZES_AFTER) !== 0;
  const agrees = (told: number, expected: number) => told === expected || (comesAfter && told === 0);
  return (
    name === central.name &&
    readU16(bytes, at + 8) === central.method &&
    (readU16(bytes, at + 6) & ENCRYPTED) === 0 &&
    agrees(readU32(bytes, at + 14), central.crc) &&
    agrees(readU32(bytes, at + 18), central.packedBytes) &&
    agrees(readU32(bytes, at + 22), central.sizeBytes)
  );
}

/** Entries that share bytes are how a small file pretends to hold a huge one. */
function hasOverlap(spans: readonly Span[]): boolean {
  const sorted = spans.toSorted((a, b) => a.from - b.from);
  return sorted.some((span, index) => span.from < (sorted[index - 1]?.to ?? 0));
}
