// Which face goes with which choice: the least content first, whatever the order and number of the choices.
import type { Offered } from '../../../../domain/instrument/sheet/sheet.ts';

/** The faces that show a scale of so many steps; 1.5 is neither content nor not. Longer scales go by their words. */
const FACES: Readonly<Record<number, readonly number[]>> = {
  2: [0, 3],
  3: [0, 1.5, 3],
  4: [0, 1, 2, 3],
  5: [0, 1, 1.5, 2, 3],
};

/** By place of `offered`. Null: no face ("does not apply", which counts nothing, or too many steps). */
export function faceSteps(offered: readonly Offered[]): (number | null)[] {
  const counts = offered.some(one => one.row.score !== undefined);
  const scores = offered.map((one, index) => (counts ? one.row.score : index));
  const ladder = [...new Set(scores.filter(score => score !== undefined))].sort((a, b) => a - b);
  const faces = FACES[ladder.length];
  return scores.map(score => (score === undefined ? null : (faces?.[ladder.indexOf(score)] ?? null)));
}
