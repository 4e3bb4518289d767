// One measured figure is one JSON line; a peer measured in the same run stands beside it.

export type Figure = {
  name: string;
  value: number;
  unit: string;
  /** How many measurements stand behind the value. */
  n: number;
  peer?: { name: string; value: number; ratio: number };
};

export const figure = (name: string, value: number, unit: string, n: number): Figure => ({
  name,
  value: round(value),
  unit,
  n,
});

/** `ratio` is value / peer. */
export const beside = (one: Figure, name: string, value: number): Figure => ({
  ...one,
  peer: { name, value: round(value), ratio: round(one.value / value) },
});

export const print = (one: Figure): void => console.log(JSON.stringify(one));

/** The smallest value that at least `share` of all values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
