// Finds choices by what is typed of them, whatever the accents and the order of the words.
import type { Offered } from '../../../../domain/instrument/sheet/sheet.ts';

/** Those whose words begin with what is typed come first, each part in the list's order. */
export function findChoices(offered: readonly Offered[], typed: string): Offered[] {
  const words = plain(typed).split(' ').filter(Boolean);
  if (words.length === 0) return [...offered];
  const found = offered
    .map(one => ({ one, text: plain(one.label) }))
    .filter(({ text }) => words.every(word => text.includes(word)));
  const begins = ({ text }: { text: string }) => text.startsWith(words.join(' '));
  return [...found.filter(begins), ...found.filter(one => !begins(one))].map(({ one }) => one);
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
