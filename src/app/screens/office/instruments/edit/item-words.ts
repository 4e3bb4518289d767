// How questions are called in the editor: by their first words, cut where they are long.
import type { FormItem } from '../../../../../authoring/edit/read-form.ts';

const MOST = 80;

/** '' where there are none. */
export function wordsOf({ words }: Pick<FormItem, 'words'>): string {
  const label = words.find(({ what, text }) => what === 'label' && text.trim() !== '')?.text ?? '';
  const plain = label
    .replace(/[*_#]+|<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > MOST ? `${plain.slice(0, MOST - 1)}…` : plain;
}
