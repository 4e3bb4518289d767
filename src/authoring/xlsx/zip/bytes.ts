// Little-endian numbers of a zip, and finding a run of bytes.

export const readU16 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

export const readU32 = (bytes: Uint8Array, at: number): number =>
  (readU16(bytes, at) | (readU16(bytes, at + 2) << 16)) >>> 0;

/** Where `text` (ASCII, each character followed by `padding` zero bytes) begins; -1 where nowhere. */
export function findAscii(bytes: Uint8Array, text: string, padding = 0): number {
  const step = padding + 1;
  for (let at = bytes.indexOf(text.charCodeAt(0)); at >= 0; at = bytes.indexOf(text.charCodeAt(0), at + 1)) {
    let index = 1;
    while (index < text.length && bytes[at + index * step] === text.charCodeAt(index)) index += 1;
    if (index === text.length) return at;
  }
  return -1;
}
