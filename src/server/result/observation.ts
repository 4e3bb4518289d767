// What supervisors saw on the job: how often each level, and the sheet of each person.
import type { Answers, Instrument } from '../../domain/instrument/definition.ts';
import { scoredQuestions } from '../../domain/instrument/scoring/scored-question.ts';
import type { ObservationResult } from '../../protocol/office/result.ts';
import { answersInWords, choiceLabel, labelOf } from './words.ts';

/** One assignment, with the sheet that counts; null where nobody has observed yet. */
export type ObservedAssignment = {
  readonly participant_name: string;
  readonly supervisor_name: string;
  readonly due_on: string;
  readonly sheet: { readonly day: string; readonly instrument: Instrument; readonly answers: Answers } | null;
};

/** `instrument` names the questions whose levels are counted; sheets of other versions count where codes agree. */
export function observationResult(
  instrument: Instrument,
  assignments: readonly ObservedAssignment[],
): ObservationResult {
  const sheets = assignments.flatMap(({ sheet }) => sheet ?? []);
  return {
    assigned: assignments.length,
    observed: sheets.length,
    questions: scoredQuestions(instrument).map(({ code, node, choices }) => ({
      code,
      label: labelOf(instrument, node),
      choices: choices.map(choice => ({
        code: choice.code,
        label: choiceLabel(instrument, choice),
        n: sheets.filter(({ answers }) => answers[code] === choice.code).length,
      })),
    })),
    people: assignments.map(({ participant_name, supervisor_name, due_on, sheet }) => ({
      participant_name,
      supervisor_name,
      due_on,
      observed_on: sheet?.day ?? null,
      answers: sheet && answersInWords(sheet.instrument, sheet.answers),
    })),
  };
}
