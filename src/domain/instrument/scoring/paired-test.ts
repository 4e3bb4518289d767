// What was learned (Kirkpatrick 2): pre-test and post-test of the same people, compared in pairs only.
import { type Fraction, fraction, isAtLeast } from '../../skm/fraction.ts';
import { divide, HUNDRED, meanOf, percentOf, subtract } from './exact.ts';

/** Both in per cent. */
export type Pair = { readonly pre: Fraction; readonly post: Fraction };

export type Learning = {
  /** Pairs. */
  readonly n: number;
  readonly preOnly: number;
  readonly postOnly: number;
  /** These are null where there is no pair. */
  readonly preMean: Fraction | null;
  readonly postMean: Fraction | null;
  readonly gain: Fraction | null;
  /** Of the two means (Hake 1998); null too where the pre-tests left nothing to gain. */
  readonly normalised: Fraction | null;
};

/** By whatever joins the two sheets of one person: a card's code, a participant. */
export type PercentByPerson = ReadonlyMap<string, Fraction>;

export function learningOf(pre: PercentByPerson, post: PercentByPerson): Learning {
  const pairs = pairsOf(pre, post);
  const [preMean, postMean] = [meanOf(pairs.map(pair => pair.pre)), meanOf(pairs.map(pair => pair.post))];
  const means = preMean && postMean && { pre: preMean, post: postMean };
  return {
    n: pairs.length,
    preOnly: pre.size - pairs.length,
    postOnly: post.size - pairs.length,
    preMean,
    postMean,
    gain: means && gainOf(means),
    normalised: means && normalisedGainOf(means),
  };
}

export const pairsOf = (pre: PercentByPerson, post: PercentByPerson): Pair[] =>
  [...pre].flatMap(([person, before]) => {
    const after = post.get(person);
    return after ? [{ pre: before, post: after }] : [];
  });

export const gainOf = ({ pre, post }: Pair): Fraction => subtract(post, pre);

/**
 * (post - pre) / (100 - pre): the part that was gained of what could be (R. R. Hake, "Interactive-engagement versus
 * traditional methods", Am. J. Phys. 66, 1998). Below 0 where something was lost; null where pre is 100.
 */
export function normalisedGainOf({ pre, post }: Pair): Fraction | null {
  const room = subtract(HUNDRED, pre);
  return room.num === 0n ? null : divide(subtract(post, pre), room);
}

/** How many reach the pass mark, and in per cent of all that took the test; the mark itself passes. */
export function passesOf(
  percents: readonly Fraction[],
  passMark: Fraction,
): { readonly n: number; readonly passed: number; readonly share: Fraction | null } {
  const passed = percents.filter(percent => isAtLeast(percent, passMark)).length;
  return { n: percents.length, passed, share: percentOf(fraction(passed), fraction(percents.length)) };
}
