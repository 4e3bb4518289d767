// How often each choice was made, and the mean of each number, of the questions that no scoring uses.
import { shapeOf, shapesOf } from '../../../domain/instrument/check-answers.ts';
import type { Instrument, QuestionNode } from '../../../domain/instrument/definition.ts';
import { divide } from '../../../domain/instrument/scoring/exact.ts';
import { add, type Fraction, fraction, fromDecimal, multiply } from '../../../domain/skm/fraction.ts';
import type { CountedQuestion } from '../../../protocol/office/form-result.ts';
import { choiceLabel, choicesOf, labelOf } from '../words.ts';
import { type Answered, sumOf } from './answered.ts';
import { decimalOf } from './decimal.ts';
import type { Hold } from './hold.ts';

const COUNTED: ReadonlySet<QuestionNode['type']> = new Set([
  'select_one',
  'select_multiple',
  'range',
  'integer',
  'decimal',
]);
/** Of a longer list only what was chosen is told. */
const LIST_MAX = 12;

/** In the form's order. `used`: codes that are in other figures. What is asked in a repeat is counted over its instances. */
export const countedQuestions = (
  instrument: Instrument,
  answered: Answered,
  used: readonly string[],
  hold: Hold,
): CountedQuestion[] =>
  [...shapesOf(instrument)].flatMap(([shape, node]) =>
    COUNTED.has(node.type) && !used.includes(node.code)
      ? [countQuestion(instrument, { shape, node }, answered, hold)]
      : [],
  );

function countQuestion(
  instrument: Instrument,
  { shape, node }: { readonly shape: string; readonly node: QuestionNode },
  { given, tallies }: Answered,
  hold: Hold,
): CountedQuestion {
  const each = [...given].filter(([key]) => shapeOf(key) === shape).map(([, n]) => n);
  // One person may have answered in every instance: only as many as answered in one of them are surely different.
  const isHeld = hold([[shape, Math.max(0, ...each)]]).joint;
  const counts = sumOf([...tallies].filter(([key]) => shapeOf(key) === shape).map(([, one]) => one));
  const asks = { code: node.code, label: labelOf(instrument, node), suppressed: isHeld };
  const n = each.reduce((sum, one) => sum + one, 0);
  if (isHeld) return { ...asks, n, choices: null, mean: null };
  if (node.list === undefined) return { ...asks, n, choices: [], mean: decimalOf(meanOfCounts(counts)) };
  return { ...asks, n, choices: chosen(instrument, node, counts), mean: null };
}

/** Codes that the list no longer has stand behind its own, as they are. */
function chosen(instrument: Instrument, node: QuestionNode, counts: ReadonlyMap<string, number>) {
  const rows = choicesOf(instrument, node);
  const listed = new Set(rows.map(({ code }) => code));
  const strange = [...counts.keys()].filter(code => code !== '' && !listed.has(code)).map(code => ({ code }));
  return [...rows, ...strange]
    .map(row => ({ code: row.code, label: choiceLabel(instrument, row), n: counts.get(row.code) ?? 0 }))
    .filter(({ n }) => n > 0 || rows.length <= LIST_MAX);
}

const DECIMAL = /^-?\d+(?:\.\d+)?$/;

function meanOfCounts(counts: ReadonlyMap<string, number>): Fraction | null {
  let [sum, n] = [fraction(0), 0];
  for (const [value, times] of counts)
    if (DECIMAL.test(value)) {
      sum = add(sum, multiply(fromDecimal(value), fraction(times)));
      n += times;
    }
  return n === 0 ? null : divide(sum, fraction(n));
}
