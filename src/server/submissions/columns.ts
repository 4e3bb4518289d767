// The columns of exported sheets: every code of any version that was answered, the newest version's order first.

import type { Cell } from '../../domain/export/csv.ts';
import { inOrder, placesOf, shapeOf, shapesOf } from '../../domain/instrument/check-answers.ts';
import type { Answers, Instrument, QuestionNode } from '../../domain/instrument/definition.ts';
import { choicesOf } from '../result/words.ts';

/** Instances of a repeat that have columns of their own; the answers in later ones share one. */
const INSTANCES_MAX = 100;
/** A longer list has no 0/1 columns: what was chosen stands in the question's own. */
const CHOICES_MAX = 500;

/** A question as the versions that have it know it, the newest first. */
type Known = { readonly shape: string; readonly asked: { instrument: Instrument; node: QuestionNode }[] };

export type Column = {
  /** The answer's key; `/choice` behind it for one of several choices; `[+]` for the instances beyond. */
  readonly name: string;
  readonly asked: Known['asked'];
  /** What of a sheet stands here: one answer, but where instances share the column. */
  readonly keys: readonly string[];
  /** Of a 0/1 column: the choice that it tells of. */
  readonly choice: string | null;
};

/** `versions`: those that were answered, the newest first. */
export function columnsOf(
  versions: readonly Instrument[],
  sheets: readonly { answers: Answers }[],
): Column[] {
  const keysByShape = new Map<string, Set<string>>();
  for (const { answers } of sheets)
    for (const key of Object.keys(answers)) {
      const shape = shapeOf(key);
      keysByShape.set(shape, (keysByShape.get(shape) ?? new Set()).add(key));
    }
  return knownQuestions(versions).flatMap(known =>
    spread(known.shape, [...(keysByShape.get(known.shape) ?? [])]).flatMap(({ name, keys }) => [
      { name, keys, asked: known.asked, choice: null },
      ...choiceCodes(known).map(choice => ({ name: `${name}/${choice}`, keys, asked: known.asked, choice })),
    ]),
  );
}

function knownQuestions(versions: readonly Instrument[]): Known[] {
  const known = new Map<string, Known>();
  for (const instrument of versions)
    for (const [shape, node] of shapesOf(instrument)) {
      const entry = known.get(shape) ?? { shape, asked: [] };
      entry.asked.push({ instrument, node });
      known.set(shape, entry);
    }
  return [...known.values()];
}

function spread(shape: string, found: readonly string[]): { name: string; keys: readonly string[] }[] {
  if (!shape.includes('[]')) return [{ name: shape, keys: [shape] }];
  const isBeyond = (key: string): boolean => placesOf(key).some(place => place > INSTANCES_MAX);
  const beyond = inOrder(found.filter(isBeyond));
  const own = inOrder(found.filter(key => !isBeyond(key))).map(key => ({ name: key, keys: [key] }));
  return beyond.length > 0 ? [...own, { name: shape.replaceAll('[]', '[+]'), keys: beyond }] : own;
}

/** Every code that any version offered for a question of several choices, the newest version's first. */
function choiceCodes({ asked }: Known): string[] {
  if (!asked.some(({ node }) => node.type === 'select_multiple')) return [];
  const codes = asked.flatMap(({ instrument, node }) => choicesOf(instrument, node).map(({ code }) => code));
  const distinct = [...new Set(codes)];
  return distinct.length > CHOICES_MAX ? [] : distinct;
}

const NUMBERS: ReadonlySet<QuestionNode['type']> = new Set(['integer', 'decimal', 'range']);
/** What a spreadsheet shows as it was typed: no zero in front, no more digits than it can count in. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;

export function cellOf({ asked, keys, choice }: Column, answers: Answers): Cell {
  const given = keys.flatMap(key => (Object.hasOwn(answers, key) && answers[key]) || []);
  const [answer] = given;
  if (answer === undefined) return null;
  if (choice !== null) return given.some(one => one.split(' ').includes(choice)) ? 1 : 0;
  if (given.length > 1) return given.join(' | ');
  const isNumber = asked.every(({ node }) => NUMBERS.has(node.type)) && PLAIN_NUMBER.test(answer);
  return isNumber ? { decimal: answer } : answer;
}
