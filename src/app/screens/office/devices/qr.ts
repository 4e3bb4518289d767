// A QR code as the outline of its dark squares, to be drawn as an SVG element.
import { encode } from 'uqr';

export type QrOutline = { readonly size: number; readonly path: string };

/** `size` modules a side, quiet zone included; `path` in that unit. */
export function outlineQr(text: string): QrOutline {
  const { size, data } = encode(text, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('');
  return { size, path };
}
