// Puts observed questions with the same levels under one table's head.
import type { ObservationResult } from '../../../../protocol/office/result.ts';

type Question = ObservationResult['questions'][number];
export type RubricGroup = { readonly choices: Question['choices']; readonly questions: readonly Question[] };

/** Neighbours with the same choices, word for word, make one group; the order stays. */
export function rubricGroups(questions: readonly Question[]): RubricGroup[] {
  const groups: { choices: Question['choices']; questions: Question[] }[] = [];
  for (const question of questions) {
    const last = groups.at(-1);
    if (last && sameHead(last.choices) === sameHead(question.choices)) last.questions.push(question);
    else groups.push({ choices: question.choices, questions: [question] });
  }
  return groups;
}

const sameHead = (choices: Question['choices']): string =>
  JSON.stringify(choices.map(({ code, label }) => [code, label.id, label.en]));
