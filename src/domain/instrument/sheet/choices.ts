// Which of a list's rows a question offers now, and in which order.
import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { ListRow, QuestionNode } from '../definition.ts';
import { shuffled } from '../evaluate/sets/shuffle.ts';
import { asksItself } from './computing.ts';
import type { Engine } from './engine.ts';
import type { AnyLive } from './live.ts';

/** Filtered, and shuffled where the form asks for it. */
export function offeredRows(
  engine: Engine,
  { list, choice_filter: filter, randomize }: QuestionNode,
  place: AnyLive,
): ReadonlySignal<readonly ListRow[]> {
  const rows = engine.rows(list) ?? [];
  // Drawn once, so that the order stays while the person looks at it.
  const own = randomize ? String(Math.floor(engine.surroundings.random() * 2 ** 31)) : '';
  const followsItself = filter !== undefined && asksItself(filter);
  return computed(() => {
    if (followsItself) place.touch();
    const kept = filter === undefined ? rows : rows.filter(row => engine.truth(filter, place, row));
    if (!randomize) return kept;
    const seed = randomize.seed === undefined ? own : engine.text(randomize.seed, place);
    return shuffled(kept, seed, engine.surroundings.random);
  });
}

/**
 * The codes that count: those offered, and those that are in no list, which a violation then names. Several stand in the
 * list's order, a ranking in its own.
 */
export function chosen(
  raw: string,
  { type, choice_filter: filter }: QuestionNode,
  offered: () => readonly ListRow[],
  all: readonly ListRow[],
): string {
  if (raw === '' || (filter === undefined && type !== 'select_multiple')) return raw;
  const rows = filter === undefined ? all : offered();
  const codes = raw.split(/\s+/).filter(code => isIn(rows, code) || !isIn(all, code));
  if (type === 'select_multiple') {
    const places = new Map(all.map(({ code }, index) => [code, index]));
    codes.sort((a, b) => (places.get(a) ?? all.length) - (places.get(b) ?? all.length));
  }
  return codes.join(' ');
}

const isIn = (rows: readonly ListRow[], code: string): boolean => rows.some(row => row.code === code);
