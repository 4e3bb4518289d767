// The values of a range, written as answers hold them.
import type { QuestionNode } from '../../../../domain/instrument/definition.ts';

export type Bounds = { start: number; end: number; step: number; decimals: number };

/** As XLSForm has it: 1 to 10 by 1 where nothing else is asked for. The step goes towards the end. */
export function boundsOf({ parameters }: Pick<QuestionNode, 'parameters'>): Bounds {
  const start = numberOr(parameters?.start, 1);
  const end = numberOr(parameters?.end, 10);
  const step = Math.abs(numberOr(parameters?.step, 1)) || 1;
  const decimals = Math.max(...[start, end, step].map(fractionDigits));
  return { start, end, step, decimals };
}

/** Null where there are more than `most`. */
export function stepsOf(bounds: Bounds, most: number): string[] | null {
  const { start, end, step } = bounds;
  const count = Math.floor(Math.abs(end - start) / step + 1e-9) + 1;
  if (count > most) return null;
  const way = end < start ? -step : step;
  return Array.from({ length: count }, (_, index) => writeStep(start + index * way, bounds));
}

/** Without the crumbs of binary fractions: 0.1 + 0.2 is 0.3. */
export const writeStep = (value: number, { decimals }: Bounds): string => value.toFixed(decimals);

const numberOr = (text: string | undefined, otherwise: number): number =>
  text === undefined || text.trim() === '' || !Number.isFinite(Number(text)) ? otherwise : Number(text);

const fractionDigits = (value: number): number => String(value).split('.')[1]?.length ?? 0;
