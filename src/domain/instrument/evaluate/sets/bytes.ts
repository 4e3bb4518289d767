// Texts as bytes (UTF-8) and bytes as base64, without the platform's own, so that every side computes the same.

/** Half a surrogate pair becomes U+FFFD. */
export function bytesOf(text: string): number[] {
  return Array.from(text, letter => {
    const point = letter.codePointAt(0) ?? 0;
    return encoded(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
  }).flat();
}

function encoded(point: number): number[] {
  if (point < 0x80) return [point];
  const tails = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  const head = (0xff00 >> (tails + 1)) & 0xff;
  const bytes = [head | (point >> (6 * tails))];
  for (let tail = tails - 1; tail >= 0; tail -= 1) bytes.push(0x80 | ((point >> (6 * tail)) & 0x3f));
  return bytes;
}

/** What is no UTF-8 becomes U+FFFD. */
export function textOf(bytes: readonly number[]): string {
  let escaped = '';
  for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return bytes.map(byte => (byte < 0x80 ? String.fromCharCode(byte) : '\ufffd')).join('');
  }
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64Of(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let sign = 0; sign < 4; sign += 1)
      text += at + sign > bytes.length ? '=' : SIGNS.charAt((group >> (18 - 6 * sign)) & 63);
  }
  return text;
}

/** Null: it is no base64. Blanks between its signs and missing `=` at its end do not matter. */
export function bytesOfBase64(text: string): number[] | null {
  const signs = text.replace(/\s+/g, '').replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(signs) || signs.length % 4 === 1) return null;
  const bytes: number[] = [];
  for (let at = 0; at < signs.length; at += 4) {
    const group = Array.from({ length: 4 }, (_, sign) =>
      Math.max(0, SIGNS.indexOf(signs.charAt(at + sign) || 'A')),
    );
    const bits = group.reduce((sum, value) => sum * 64 + value, 0);
    bytes.push(...[bits >> 16, (bits >> 8) & 255, bits & 255].slice(0, Math.min(3, signs.length - at - 1)));
  }
  return bytes;
}
