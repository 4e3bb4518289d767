// Decides whether answers fit the instrument version that they name; the tablet and the centre ask the same rule.
import { accepted, type Result, refused } from '../result.ts';
import { type AnswerProblem, findProblem } from './answer-problem.ts';
import type { Answer, Answers, Instrument, Node, QuestionNode } from './definition.ts';

declare const checkedMark: unique symbol;
/**
 * Answers that fit their instrument, in its order, blank as null: every question that asks or computes has an entry, and
 * in repeats each instance that was answered.
 */
export type CheckedAnswers = Answers & { readonly [checkedMark]: true };

/**
 * Checks every answer by itself; what one answer asks of another is the live sheet's matter. A question left out counts
 * as null. Never coerces: "5" on a scale of four is refused, since tools that let it in have published indices that were
 * too high (see test/domain/skm/published-cases.json).
 */
export function checkAnswers(
  instrument: Instrument,
  answers: Answers,
): Result<CheckedAnswers, AnswerProblem> {
  const shapes = shapesOf(instrument);
  const keysByShape = new Map<string, string[]>();
  for (const key of Object.keys(answers)) {
    const shape = shapeOf(key);
    if (!shapes.has(shape)) return refused('answer.unknown_question', { question: key.slice(0, 64) });
    keysByShape.set(shape, [...(keysByShape.get(shape) ?? []), key]);
  }
  const checked: [string, Answer][] = [];
  for (const [shape, node] of shapes) {
    const isRepeated = shape.includes('[]');
    for (const key of isRepeated ? inOrder(keysByShape.get(shape) ?? []) : [shape]) {
      const answer = (Object.hasOwn(answers, key) && answers[key]) || null;
      const problem = answer ? findProblem(instrument, node, answer) : null;
      if (problem) return { ok: false, problem };
      if (!answer && !isRepeated && isRequired(instrument, node))
        return refused('answer.required', { question: node.code });
      checked.push([key, answer]);
    }
  }
  return accepted(Object.fromEntries(checked) as CheckedAnswers);
}

const PLACE = /\[[1-9]\d{0,4}\]/g;

/** A key with its places left open: `anak[]/nama`. What has a place that is none has the shape '', which no question has. */
export const shapeOf = (key: string): string => (key.includes('[]') ? '' : key.replace(PLACE, '[]'));

/** The question that an answer with this key belongs to. */
export const questionAt = (instrument: Instrument, key: string): QuestionNode | undefined =>
  shapesOf(instrument).get(shapeOf(key));

const known = new WeakMap<Instrument, ReadonlyMap<string, QuestionNode>>();

/** Each question by the shape of its answers' keys, in document order; worked out once an instrument. */
export function shapesOf(instrument: Instrument): ReadonlyMap<string, QuestionNode> {
  const made = known.get(instrument) ?? new Map(instrument.nodes.flatMap(node => shaped(instrument, node)));
  known.set(instrument, made);
  return made;
}

/** A note has no value, so nothing is ever answered under its code. */
function shaped(instrument: Instrument, node: Node): [string, QuestionNode][] {
  if (node.kind !== 'question' || isMute(node)) return [];
  const repeats = above(instrument, node).filter(({ kind }) => kind === 'repeat');
  return [
    [
      `${repeats
        .map(({ code }) => `${code}[]/`)
        .reverse()
        .join('')}${node.code}`,
      node,
    ],
  ];
}

const isMute = (node: QuestionNode): boolean => node.type === 'note' && node.calculation === undefined;

/** The groups and repeats that a node is in, the innermost first. */
export function above(instrument: Instrument, node: Node): Node[] {
  const found: Node[] = [];
  for (let next = instrument.nodes[node.parent]; next; next = instrument.nodes[next.parent]) found.push(next);
  return found;
}

/** By their places, as numbers. */
export const inOrder = (keys: readonly string[]): string[] =>
  [...keys].sort((a, b) => {
    const [placesA, placesB] = [placesOf(a), placesOf(b)];
    const differing = placesA.findIndex((place, index) => place !== placesB[index]);
    return differing < 0 ? 0 : (placesA[differing] ?? 0) - (placesB[differing] ?? 0);
  });

export const placesOf = (key: string): number[] =>
  Array.from(key.matchAll(PLACE), ([place]) => Number(place.slice(1, -1)));

/** Only where no answer can lift it: required in so many words, and relevant whatever is answered. */
function isRequired(instrument: Instrument, node: QuestionNode): boolean {
  if (node.required !== true || node.readonly !== undefined || node.type === 'calculate') return false;
  return [node, ...above(instrument, node)].every(({ relevant }) => relevant === undefined);
}
