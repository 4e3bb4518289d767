// The parameters of a range must fit together: steps that meet its ends, ticks and a placeholder that lie on steps.
import type { Lists } from '../lists/lists.ts';
import type { Report, Spot } from '../report.ts';
import type { Parameters } from './parameters.ts';

const DEFAULTS = { start: 1, end: 10, step: 1 };

/** Start, end and step as numbers, and the rest as written. */
export const checkRange = (
  parameters: Parameters,
  appearance: readonly string[],
  lists: Lists,
  spot: Spot,
  report: Report,
): void => {
  const { start, end, step } = boundsOf(parameters);
  if (![start, end, step].every(Number.isFinite)) return;
  if (step === 0) {
    report.error('range.step_zero', spot);
    return;
  }
  if (Math.abs(step) > Math.abs(end - start) && end !== start)
    report.error('range.step_too_large', spot, { step });
  const tick = numberIn(parameters, 'tick_interval');
  if (tick !== undefined && (tick === 0 || !isOnStep(tick, step) || Math.abs(tick) > Math.abs(end - start)))
    report.error('range.off_step', spot, { parameter: 'tick_interval', value: tick, step });
  const placeholder = numberIn(parameters, 'placeholder');
  if (
    placeholder !== undefined &&
    !(isOnStep(placeholder - start, step) && isWithin(placeholder, start, end))
  )
    report.error('range.off_step', spot, { parameter: 'placeholder', value: placeholder, step });
  const labels = parameters.get('tick_labelset');
  if (labels !== undefined)
    checkLabels(
      labels,
      { start, end, step: tick ?? step, isBare: appearance.includes('no-ticks') },
      lists,
      spot,
      report,
    );
};

const boundsOf = (parameters: Parameters): typeof DEFAULTS => ({
  start: numberIn(parameters, 'start') ?? DEFAULTS.start,
  end: numberIn(parameters, 'end') ?? DEFAULTS.end,
  step: numberIn(parameters, 'step') ?? DEFAULTS.step,
});

const numberIn = (parameters: Parameters, key: string): number | undefined => {
  const value = parameters.get(key);
  return value === undefined ? undefined : Number(value);
};

/** Decimals are compared as whole numbers of millionths. */
const isOnStep = (distance: number, step: number): boolean => {
  const steps = distance / step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
};

const isWithin = (value: number, one: number, other: number): boolean =>
  value >= Math.min(one, other) && value <= Math.max(one, other);

type Ticks = {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly isBare: boolean;
};

/** A scale that a person reads has fewer. */
const MOST_LABELS = 1000;

/** Each label stands at a number of the range; without ticks at its two ends only. */
const checkLabels = (
  name: string,
  { start, end, step, isBare }: Ticks,
  lists: Lists,
  spot: Spot,
  report: Report,
): void => {
  const list = lists.ofChoices(name);
  if (list === null)
    report.error('choices.missing', spot, { list: name, similar: lists.similar(name), sheet: 'choices' });
  for (const { code } of list?.choices.slice(0, MOST_LABELS) ?? []) {
    const at = Number(code);
    const fits = isBare ? at === start || at === end : isWithin(at, start, end) && isOnStep(at - start, step);
    if (!fits) report.error('range.label_off_step', spot, { list: name, choice: code });
  }
};
