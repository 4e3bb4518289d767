// Puts observed questions with the same levels under one table's head.
import type { ObservationResult } from '../../../../protocol/office/result.ts';

type Choices = ObservationResult['questions'][number]['choices'];
/** `choices` null: its figures are held back. */
type Question = { readonly choices: Choices | null };
export type RubricGroup<Q extends Question = ObservationResult['questions'][number]> = {
  readonly choices: Choices;
  readonly questions: readonly Q[];
};

/** Neighbours with the same choices, word for word, make one group, one without choices among them; the order stays. */
export function rubricGroups<Q extends Question>(questions: readonly Q[]): RubricGroup<Q>[] {
  const groups: { choices: Choices | null; questions: Q[] }[] = [];
  for (const question of questions) {
    const last = groups.at(-1);
    if (!last || !isSameHead(last.choices, question.choices))
      groups.push({ choices: question.choices, questions: [question] });
    else {
      last.choices ??= question.choices;
      last.questions.push(question);
    }
  }
  return groups.map(group => ({ ...group, choices: group.choices ?? [] }));
}

const isSameHead = (a: Choices | null, b: Choices | null): boolean =>
  a === null || b === null || headOf(a) === headOf(b);

const headOf = (choices: Choices): string =>
  JSON.stringify(choices.map(({ code, label }) => [code, label.id, label.en]));
