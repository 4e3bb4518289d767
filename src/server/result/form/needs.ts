// Which competencies need a training (`needs`), the most urgent first; what few have said stands last, without a figure.
import type { Answers, Instrument } from '../../../domain/instrument/definition.ts';
import { exactly, meanOf } from '../../../domain/instrument/scoring/exact.ts';
import {
  type CompetencyNeed,
  competenciesOf,
  needOf,
  needsOf,
} from '../../../domain/instrument/scoring/needs.ts';
import { type ScoredQuestion, scoredAmong } from '../../../domain/instrument/scoring/scored-question.ts';
import type { NeedFigures } from '../../../protocol/office/form-result.ts';
import { wordsOf } from '../words.ts';
import { decimalOf } from './decimal.ts';
import type { Hold } from './hold.ts';

export function needFigures(instrument: Instrument, sheets: readonly Answers[], hold: Hold): NeedFigures {
  const figures = needsOf(instrument, sheets).map(need => figuresOf(instrument, need, sheets, hold));
  const inForm = competenciesOf(instrument).map(({ group }) => group.code);
  // In the order of their priority they would tell it.
  const held = figures
    .filter(({ suppressed }) => suppressed)
    .toSorted((a, b) => inForm.indexOf(a.code) - inForm.indexOf(b.code));
  return { is: 'needs', competencies: [...figures.filter(({ suppressed }) => !suppressed), ...held] };
}

/** The codes whose answers these figures are made of. */
export const needCodes = (instrument: Instrument): string[] =>
  competenciesOf(instrument).flatMap(({ required, own, importance }) =>
    [required, own, ...(importance ? [importance] : [])].map(({ code }) => code),
  );

/** The means are of those who said all that the competency asks, as the gap is. */
function figuresOf(
  instrument: Instrument,
  { competency, n, short, meanGap, priority }: CompetencyNeed,
  sheets: readonly Answers[],
  hold: Hold,
): NeedFigures['competencies'][number] {
  const { group, required, own } = competency;
  const isHeld = hold([[group.code, n]]).joint;
  const complete = isHeld ? [] : sheets.filter(answers => needOf(competency, answers));
  return {
    code: group.code,
    label: wordsOf(instrument, group.label ?? { '': group.name }),
    n,
    suppressed: isHeld,
    short: isHeld ? null : short,
    required: decimalOf(meanScore(required, complete)),
    own: decimalOf(meanScore(own, complete)),
    gap: isHeld ? null : decimalOf(meanGap),
    priority: isHeld ? null : decimalOf(priority),
  };
}

const meanScore = ({ code, choices }: ScoredQuestion, sheets: readonly Answers[]) =>
  meanOf(
    sheets.flatMap(answers =>
      scoredAmong(choices)
        .filter(choice => choice.code === answers[code])
        .map(({ score }) => exactly(score)),
    ),
  );
