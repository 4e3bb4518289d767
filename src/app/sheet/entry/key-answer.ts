// What one key does to a question that is answered by choosing.
import type { LiveQuestion } from '../../../domain/instrument/sheet/sheet.ts';
import { toggle } from '../../parts/widgets/choosing/toggle.ts';
import { familyOf } from '../../parts/widgets/families.ts';
import { rankNext } from '../../parts/widgets/scales/ranking.ts';
import { boundsOf, stepsOf } from '../../parts/widgets/scales/steps.ts';
import { codesOf, hasAppearance } from '../../parts/widgets/widget.ts';
import { readTyped, type TypedCode } from './typed-code.ts';

export type KeyAnswer = {
  /** What the next key may add to. */
  typed: string;
  /** Nothing is left to say here. */
  isDone: boolean;
};

const MOST_STEPS = 11;
const TICKED = '1';

/** The codes that keys stand for; null where an answer is typed or made by hand. */
export function keyedCodes(question: LiveQuestion): readonly string[] | null {
  const { node } = question;
  switch (node.type) {
    case 'select_one':
    case 'select_multiple':
      if (familyOf(node, 'entry') === 'picking') return null;
      return question.choices.value.map(({ row }) => row.code);
    case 'rank':
      return question.choices.value.map(({ row }) => row.code);
    case 'range':
      if (hasAppearance(question, 'picker', 'vertical', 'no-ticks', 'slider')) return null;
      return stepsOf(boundsOf(node), MOST_STEPS);
    case 'acknowledge':
      return [TICKED];
    default:
      return null;
  }
}

/** Null: this key means nothing here. `before`: what was typed at this question so far. */
export function answerByKey(
  question: LiveQuestion,
  codes: readonly string[],
  { before, key }: { before: string; key: string },
): KeyAnswer | null {
  const read = key.length === 1 ? readTyped(codes, before, key) : null;
  if (read) return answerWith(question, read, { codes, before });
  if (key !== '0' && key !== 'Backspace') return null;
  question.answer(null);
  return { typed: '', isDone: false };
}

function answerWith(
  question: LiveQuestion,
  { typed, code, isSure }: TypedCode,
  { codes, before }: { codes: readonly string[]; before: string },
): KeyAnswer {
  if (code === null) return { typed, isDone: false };
  const { type } = question.node;
  if (type === 'select_multiple') {
    // "1" was ticked on the way to "10".
    const passed = typed.length > before.length && codes.find(one => one.toLowerCase() === before);
    if (passed) question.answer(toggle(question, passed));
    question.answer(toggle(question, code));
  } else if (type === 'rank') return rank(question, code, codes.length);
  else question.answer(type === 'acknowledge' ? 'OK' : code);
  return { typed: isSure ? '' : typed, isDone: isSure && type !== 'select_multiple' };
}

function rank(question: LiveQuestion, code: string, total: number): KeyAnswer {
  const ranked = rankNext(codesOf(question.value.value), code);
  question.answer(ranked.join(' ') || null);
  return { typed: '', isDone: ranked.length === total };
}
