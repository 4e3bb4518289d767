// The results of further questionnaires in English.
import type { Translation } from '../../../language.ts';
import type id from './id.ts';

const text: Translation<typeof id> = {
  responses: (n: string) => `Sheets received: ${n}.`,
  versions: (versions: string) => `Sheets of all versions (${versions}) are counted together.`,
  none: 'The centre has received no sheets of this questionnaire yet.',
  suppressed: (responses: string, least: string) =>
    `Sheets received so far: ${responses}. This questionnaire is without names, so results appear from ${least} sheets on.`,
  held: 'held back',
  heldWhy: (least: string) =>
    `“Held back”: fewer than ${least} people answered, or their answers could be worked out from it.`,
  empty: 'none yet',
  n: 'n',
  nWhy: 'How many answered',
  item: 'Item',
  question: 'Question',
  figure: 'Figure',
  mean: 'Mean',
  count: 'How many',

  overall: 'Mean of all, 0 to 100:',
  itemsCaption: (name: string) => `Mean of each item: ${name}`,
  placesCaption: 'Mean of each, 0 to 100',
  placeName: 'Name',
  perItem: (name: string) => `Item by item: ${name}`,
  meansLegend:
    'Values from 0 to 100: the mean of the answers, divided by the item’s highest value. Every item weighs the same; blanks and “does not apply” are not counted.',

  testsCaption: 'Results of the test',
  stage: 'Test',
  pre: 'Pre-test',
  post: 'Post-test',
  only: 'Test',
  testMean: 'Mean (%)',
  passed: (mark: string) => `Reached ${mark}%`,
  passedOf: (passed: string, percent: string) => `${passed} (${percent}%)`,
  highest: (points: string) => `Highest possible: ${points} points.`,
  learning: 'Participants who took both tests',
  pairs: (n: string, pre: string, post: string) =>
    `Took both tests: ${n}. Pre-test only: ${pre}. Post-test only: ${post}.`,
  learningHeld: 'The comparison is held back: there are too few people in one of these groups.',
  learningNone: 'A comparison appears once somebody has taken both tests with the same card code.',
  gain: 'Gain',
  normalised: 'Normalised gain',
  normalisedWhy:
    'The part of what could still be gained: (post-test − pre-test) ÷ (100 − pre-test). From 0.30 on it is usually called medium, from 0.70 on high.',
  rightCaption: 'Share of participants who answered correctly, by question',
  right: (stage: string) => `Correct, ${stage}`,
  rightOf: (right: string, n: string, percent: string) => `${right} of ${n} (${percent}%)`,
  distributionCaption: 'Spread of the marks, in people',
  band: (from: string, to: string) => `${from}–${to}%`,
  distribution: 'Spread of the marks',

  levelsCaption: 'Levels that were seen, in numbers',
  mode: 'Most often',
  median: 'Median',

  needsCaption: 'Training needs, the most urgent first',
  competency: 'Competency',
  required: 'Required',
  own: 'Present',
  gap: 'Gap',
  short: 'Lacking it',
  priority: 'Priority',
  needsLegend:
    'Gap: required − present. Priority: the sum of gap × importance over everybody who answered in full.',

  counts: 'Other answers',
  countsPlain: 'Answers',
  countsCaption: 'How often each answer was chosen',
  comments: 'In their own words',
  commentCount: (label: string, n: string) => `${label} (${n})`,
  download: 'Other questionnaires',
};

export default text;
