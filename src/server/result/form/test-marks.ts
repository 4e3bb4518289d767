// What a test's marks say (`key`): by stage, and of those who took it before and after what they have learned.
import type { Answers, Instrument } from '../../../domain/instrument/definition.ts';
import { type Mark, markOf, rightByItem } from '../../../domain/instrument/scoring/answer-key.ts';
import { meanOf, percentOf } from '../../../domain/instrument/scoring/exact.ts';
import { learningOf, passesOf } from '../../../domain/instrument/scoring/paired-test.ts';
import { withScores } from '../../../domain/instrument/scoring/scored-question.ts';
import { type Fraction, fraction } from '../../../domain/skm/fraction.ts';
import type {
  KeyFigures,
  LearningResult,
  StageResult,
  TestStage,
} from '../../../protocol/office/form-result.ts';
import { choicesOf, labelOf } from '../words.ts';
import { decimalOf } from './decimal.ts';
import type { Hold } from './hold.ts';

/** In per cent; at least so many points of the highest are a pass. */
const PASS_MARK = 70;
/** As the shipped test has them: the question of the stage, its two choices, and the card that joins both sheets. */
const STAGE = 'tahap';
const CARD = 'kartu';
const BAND = 20;

type Taken = { readonly stage: TestStage; readonly card: string; readonly mark: Mark };

export function keyFigures(instrument: Instrument, sheets: readonly Answers[], hold: Hold): KeyFigures {
  const isStaged = hasStages(instrument);
  const taken = sheets.flatMap((answers): Taken[] => {
    const mark = markOf(instrument, answers);
    const stage = isStaged ? stageOf(answers) : 'only';
    return mark && stage ? [{ stage, card: (answers[CARD] ?? '').toUpperCase(), mark }] : [];
  });
  const stages: readonly TestStage[] = isStaged ? ['pre', 'post'] : ['only'];
  return {
    is: 'key',
    highest: decimalOf(highestOf(instrument)) ?? '0.00',
    pass_mark: PASS_MARK,
    stages: stages.map(stage =>
      stageResult(
        instrument,
        stage,
        taken.flatMap(one => (one.stage === stage ? one.mark : [])),
        hold,
      ),
    ),
    learning: isStaged ? learningResult(taken, hold) : null,
  };
}

/** The codes whose answers these figures are made of. */
export const keyCodes = (instrument: Instrument): string[] => [
  ...withScores(instrument).map(({ code }) => code),
  ...(hasStages(instrument) ? [STAGE] : []),
];

function hasStages(instrument: Instrument): boolean {
  const asked = instrument.nodes.find(node => node.code === STAGE);
  if (asked?.kind !== 'question' || asked.type !== 'select_one') return false;
  const codes = choicesOf(instrument, asked).map(({ code }) => code);
  return codes.includes('pre') && codes.includes('post');
}

function stageOf(answers: Answers): TestStage | null {
  const stage = answers[STAGE];
  return stage === 'pre' || stage === 'post' ? stage : null;
}

/** The same of every sheet on which anything is answered. */
const highestOf = (instrument: Instrument): Fraction | null => {
  const anything = withScores(instrument).flatMap(({ code, choices }) => {
    const [first] = choices;
    return first ? [[code, first.code]] : [];
  });
  return markOf(instrument, Object.fromEntries(anything))?.highest ?? null;
};

function stageResult(
  instrument: Instrument,
  stage: TestStage,
  marks: readonly Mark[],
  hold: Hold,
): StageResult {
  const isHeld = hold([[stage, marks.length]]).joint;
  const percents = marks.map(({ percent }) => percent);
  const passes = passesOf(percents, fraction(PASS_MARK));
  const labels = new Map(withScores(instrument).map(({ code, node }) => [code, labelOf(instrument, node)]));
  return {
    stage,
    n: marks.length,
    suppressed: isHeld,
    mean: isHeld ? null : decimalOf(meanOf(percents)),
    passed: isHeld ? null : passes.passed,
    passed_percent: isHeld ? null : decimalOf(passes.share),
    items: rightByItem(instrument, marks).map(({ code, n, right }) => ({
      code,
      label: labels.get(code) ?? { id: code, en: code },
      n,
      right: isHeld ? null : right,
      percent: isHeld ? null : decimalOf(percentOf(fraction(right), fraction(n))),
    })),
    distribution: isHeld ? null : distributionOf(percents),
  };
}

function distributionOf(percents: readonly Fraction[]): NonNullable<StageResult['distribution']> {
  const last = 100 / BAND - 1;
  const bands = percents.map(({ num, den }) => Math.min(last, Number(num / (den * BigInt(BAND)))));
  return Array.from({ length: last + 1 }, (_, band) => ({
    from: band * BAND,
    to: (band + 1) * BAND,
    n: bands.filter(one => one === band).length,
  }));
}

/** Those of one stage only stand in its mean: where they are few, the pairs beside it would tell what they scored. */
function learningResult(taken: readonly Taken[], hold: Hold): LearningResult {
  const of = (stage: TestStage) => taken.filter(one => one.stage === stage);
  const byCard = (stage: TestStage) =>
    new Map(of(stage).flatMap(({ card, mark }) => (card ? [[card, mark.percent] as const] : [])));
  const { n, preMean, postMean, gain, normalised } = learningOf(byCard('pre'), byCard('post'));
  const [preOnly, postOnly] = [of('pre').length - n, of('post').length - n];
  const isHeld = hold([
    ['pairs', n],
    ['pre', preOnly],
    ['post', postOnly],
  ]).joint;
  const shown = (value: Fraction | null) => (isHeld ? null : decimalOf(value));
  return {
    n,
    pre_only: preOnly,
    post_only: postOnly,
    suppressed: isHeld,
    pre_mean: shown(preMean),
    post_mean: shown(postMean),
    gain: shown(gain),
    normalised: shown(normalised),
  };
}
