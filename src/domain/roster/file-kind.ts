// Tells a text file from one that merely carries its name: what a wrong upload is found to be.

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'Excel .xlsx / ZIP'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'Excel .xls'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
  [[0xff, 0xfe], 'UTF-16'],
  [[0xfe, 0xff], 'UTF-16'],
];

/** The name of a format that is no UTF-8 text, or null where nothing speaks against text. */
export function foreignKind(bytes: Uint8Array): string | null {
  const known = SIGNATURES.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (known) return known[1];
  return bytes.includes(0) ? 'NUL (0x00)' : null;
}
