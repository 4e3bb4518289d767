// How often each level was seen (`levels`), with mode and median; nothing where few have answered.
import type { Instrument } from '../../../domain/instrument/definition.ts';
import { type Levels, levelsOf } from '../../../domain/instrument/scoring/levels.ts';
import type { Tallies } from '../../../domain/instrument/scoring/tally.ts';
import type { LevelFigures } from '../../../protocol/office/form-result.ts';
import { choiceLabel, labelOf } from '../words.ts';
import { decimalOf } from './decimal.ts';
import type { Hold } from './hold.ts';

export const levelFigures = (instrument: Instrument, tallies: Tallies, hold: Hold): LevelFigures => ({
  is: 'levels',
  questions: levelsOf(instrument, tallies).map(levels => figuresOf(instrument, levels, hold)),
});

/** The codes whose answers these figures are made of. */
export const levelCodes = (instrument: Instrument): string[] =>
  levelsOf(instrument, new Map()).map(({ question }) => question.code);

/** Those who chose what has no score are told beside the others, so they must be enough too. */
function figuresOf(
  instrument: Instrument,
  { question, choices, n, mode, median }: Levels,
  hold: Hold,
): LevelFigures['questions'][number] {
  const all = choices.reduce((sum, choice) => sum + choice.n, 0);
  const isHeld = hold([
    ['all', all],
    ['scored', n],
  ]).joint;
  return {
    code: question.code,
    label: labelOf(instrument, question.node),
    n,
    suppressed: isHeld,
    choices: isHeld
      ? null
      : choices.map(({ choice, n }) => ({ code: choice.code, label: choiceLabel(instrument, choice), n })),
    mode: isHeld ? [] : mode.map(({ code }) => code),
    median: isHeld ? null : decimalOf(median),
  };
}
