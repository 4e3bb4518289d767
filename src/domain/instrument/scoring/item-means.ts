// Means on 0-100 of rated items (`mean-100`): trainers, the organisers' service, change at work; also a trainer each.
import { add, type Fraction, fraction, fromDecimal, multiply } from '../../skm/fraction.ts';
import type { Instrument, QuestionNode } from '../definition.ts';
import { compare, divide, exactly, meanOf, percentOf } from './exact.ts';
import { repeatOf, scoredAmong, scoredQuestions } from './scored-question.ts';
import type { Counts, Tallies } from './tally.ts';

/** One item: its values as they are stored, each with what it counts. */
export type RatedItem = {
  readonly node: QuestionNode;
  /** The most that it can count: 4 of a 1-4 scale, 100 of a range that ends there. */
  readonly highest: Fraction;
  /** What a stored value counts; null for "tidak berlaku" and what is no value of it. */
  readonly scoreOf: (value: string) => Fraction | null;
};

export type ItemMean = {
  readonly item: RatedItem;
  readonly n: number;
  /** In the item's own points; null where nobody rated it. */
  readonly mean: Fraction | null;
  /** `mean` of `highest`, in per cent. */
  readonly percent: Fraction | null;
};

/** The mean of the items that somebody rated, on 0-100: every item weighs the same, one that applied to nobody nothing. */
export type Means = { readonly items: readonly ItemMean[]; readonly overall: Fraction | null };

/** Selects with scores and ranges (0-100), in the instrument's order. */
export function ratedItems(instrument: Instrument): RatedItem[] {
  const chosen = new Map(
    scoredQuestions(instrument).map(({ node, choices }) => [node, scoredAmong(choices)]),
  );
  return instrument.nodes.flatMap(node => {
    if (node.kind !== 'question') return [];
    const choices = chosen.get(node);
    if (choices)
      return ratedByChoices(
        node,
        choices.map(({ code, score }) => [code, exactly(score)]),
      );
    return node.type === 'range' ? ratedByRange(node) : [];
  });
}

function ratedByChoices(node: QuestionNode, choices: readonly (readonly [string, Fraction])[]): RatedItem[] {
  const scores = new Map(choices);
  const highest = [...scores.values()].toSorted(compare).at(-1);
  return highest && highest.num > 0n ? [{ node, highest, scoreOf: value => scores.get(value) ?? null }] : [];
}

const DECIMAL = /^-?\d{1,9}(?:\.\d{1,9})?$/;

function ratedByRange(node: QuestionNode): RatedItem[] {
  const [start, end] = [node.parameters?.start ?? '1', node.parameters?.end ?? '10'];
  if (!DECIMAL.test(start) || !DECIMAL.test(end)) return [];
  const highest = [fromDecimal(start), fromDecimal(end)].toSorted(compare)[1];
  return highest && highest.num > 0n
    ? [{ node, highest, scoreOf: value => (DECIMAL.test(value) ? fromDecimal(value) : null) }]
    : [];
}

/** Of one sheet, or of many: what was counted of the items outside repeats. */
export const meansOf = (instrument: Instrument, tallies: Tallies): Means =>
  joined(
    ratedItems(instrument)
      .filter(({ node }) => repeatOf(instrument, node) === null)
      .map(item => meanOfItem(item, tallies.get(item.node.code))),
  );

/** The same for each instance of a repeat that is in no other: one trainer each. `place` is 1-based; instances nobody rated are left out. */
export function meansByPlace(
  instrument: Instrument,
  repeat: string,
  tallies: Tallies,
): (Means & { readonly place: number })[] {
  const items = ratedItems(instrument).filter(({ node }) => repeatOf(instrument, node) === repeat);
  return placesOf(repeat, tallies).flatMap(place => {
    const means = joined(
      items.map(item => meanOfItem(item, tallies.get(`${repeat}[${place}]/${item.node.code}`))),
    );
    return means.overall ? [{ place, ...means }] : [];
  });
}

function placesOf(repeat: string, tallies: Tallies): number[] {
  const places = [...tallies.keys()]
    .filter(key => key.startsWith(`${repeat}[`))
    .map(key => Number.parseInt(key.slice(repeat.length + 1), 10));
  return [...new Set(places)].toSorted((a, b) => a - b);
}

function meanOfItem(item: RatedItem, counts: Counts | undefined): ItemMean {
  const rated = [...(counts ?? [])].flatMap(([value, n]) => {
    const score = item.scoreOf(value);
    return score ? [{ score: multiply(score, fraction(n)), n }] : [];
  });
  const n = rated.reduce((sum, each) => sum + each.n, 0);
  if (n === 0) return { item, n, mean: null, percent: null };
  const mean = divide(rated.map(({ score }) => score).reduce(add), fraction(n));
  return { item, n, mean, percent: percentOf(mean, item.highest) };
}

const joined = (items: readonly ItemMean[]): Means => ({
  items,
  overall: meanOf(items.flatMap(({ percent }) => percent ?? [])),
});
