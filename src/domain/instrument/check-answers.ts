// Decides whether answers fit the instrument version that they name; the tablet and the centre ask the same rule.
import { accepted, type Problem, type Result, refused } from '../result.ts';
import type { Answer, Answers, Instrument, Question } from './instrument.ts';

export type AnswerProblem = Problem<
  'answer.out_of_range' | 'answer.required' | 'answer.unknown_question' | 'answer.too_long'
>;

declare const checkedMark: unique symbol;
/** Answers that fit their instrument: every question has an entry, in the instrument's order; blank is null. */
export type CheckedAnswers = Answers & { readonly [checkedMark]: true };

/**
 * Checks every answer. A question left out counts as null. Never coerces: "5" on a scale of four is refused,
 * since tools that let it in have published indices that were too high (see test/domain/skm/published-cases.json).
 */
export function checkAnswers(
  instrument: Instrument,
  answers: Answers,
): Result<CheckedAnswers, AnswerProblem> {
  const known = new Set(instrument.questions.map(question => question.code));
  for (const code of Object.keys(answers))
    if (!known.has(code)) return refused('answer.unknown_question', { question: code.slice(0, 64) });
  const checked: Record<string, Answer> = {};
  for (const question of instrument.questions) {
    const answer = answers[question.code] || null;
    const problem = findProblem(question, answer);
    if (problem) return { ok: false, problem };
    checked[question.code] = answer;
  }
  return accepted(checked as CheckedAnswers);
}

/** What is wrong with one answer, or null. */
export function findProblem(question: Question, answer: Answer): AnswerProblem | null {
  const details = { question: question.code };
  if (!answer) return question.required ? { code: 'answer.required', details } : null;
  if (question.type === 'text')
    return answer.length > question.max_length
      ? { code: 'answer.too_long', details: { ...details, max: question.max_length, length: answer.length } }
      : null;
  return question.choices.some(choice => choice.code === answer)
    ? null
    : { code: 'answer.out_of_range', details: { ...details, answer: answer.slice(0, 40) } };
}
