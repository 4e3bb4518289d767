// What supervisors saw on the job: how often each level, and the sheet of each person.
import { type Answers, type Instrument, scoredQuestions } from '../../domain/instrument/instrument.ts';
import type { ObservationResult } from '../../protocol/office/result.ts';

/** One assignment, with the sheet that counts; null where nobody has observed yet. */
export type ObservedAssignment = {
  readonly participant_name: string;
  readonly supervisor_name: string;
  readonly due_on: string;
  readonly sheet: { readonly day: string; readonly instrument: Instrument; readonly answers: Answers } | null;
};

type Sheet = NonNullable<ObservedAssignment['sheet']>;

/** `instrument` names the questions whose levels are counted; sheets of other versions count where codes agree. */
export function observationResult(
  instrument: Instrument,
  assignments: readonly ObservedAssignment[],
): ObservationResult {
  const sheets = assignments.flatMap(({ sheet }) => sheet ?? []);
  return {
    assigned: assignments.length,
    observed: sheets.length,
    questions: scoredQuestions(instrument).map(({ code, label, choices }) => ({
      code,
      label,
      choices: choices.map(choice => ({
        code: choice.code,
        label: choice.label,
        n: sheets.filter(({ answers }) => answers[code] === choice.code).length,
      })),
    })),
    people: assignments.map(({ participant_name, supervisor_name, due_on, sheet }) => ({
      participant_name,
      supervisor_name,
      due_on,
      observed_on: sheet?.day ?? null,
      answers: sheet && answersInWords(sheet),
    })),
  };
}

const answersInWords = ({ instrument, answers }: Sheet) =>
  instrument.questions.flatMap(question => {
    const answer = answers[question.code];
    if (!answer) return [];
    const { code, label } = question;
    if (question.type === 'text') return [{ code, label, answer: { id: answer, en: answer } }];
    const chosen = question.choices.find(choice => choice.code === answer);
    return chosen ? [{ code, label, answer: chosen.label }] : [];
  });
