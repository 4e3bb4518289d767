// What an instance of a repeat is called: the trainer's name where a list says how many there are.
import type { Instrument, RepeatNode } from '../../../domain/instrument/definition.ts';
import type { Texts } from '../../../domain/language.ts';
import { choiceLabel, wordsOf } from '../words.ts';

/** As the list names it that says how many there are (one row a trainer); else the repeat's label and the place. */
export function placeName(instrument: Instrument, repeat: RepeatNode, place: number): Texts {
  const row = instrument.lists[listBehind(repeat.count) ?? '']?.[place - 1];
  if (row) return choiceLabel(instrument, row);
  const label = wordsOf(instrument, repeat.label ?? { '': repeat.name });
  return { id: `${label.id} ${place}`, en: `${label.en} ${place}` };
}

/** Of `count(instance('list')/…/item)` the list, where it is counted whole. */
function listBehind(count: RepeatNode['count']): string | null {
  if (!Array.isArray(count) || count[0] !== '()' || count[1] !== 'count') return null;
  const rows: unknown = count[2];
  if (!Array.isArray(rows) || rows[0] !== 'rows' || rows[2] !== null) return null;
  return typeof rows[1] === 'string' ? rows[1] : null;
}
