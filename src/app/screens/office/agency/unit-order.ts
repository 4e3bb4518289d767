// Units as they stand below each other.
import type { Unit } from '../../../../protocol/office/plan.ts';

export type PlacedUnit = { readonly unit: Unit; readonly level: number };

/** Each unit right after the one that it belongs to, siblings by code; level 1 is what one may see topmost. */
export function inOrder(units: readonly Unit[]): PlacedUnit[] {
  const known = new Set(units.map(unit => unit.id));
  const isTop = (unit: Unit) => unit.parent_id === null || !known.has(unit.parent_id);
  const byCode = (a: Unit, b: Unit) => a.code.localeCompare(b.code, 'id', { numeric: true });
  const place = (level: number, members: Unit[]): PlacedUnit[] =>
    members.sort(byCode).flatMap(unit => [
      { unit, level },
      ...place(
        level + 1,
        units.filter(one => one.parent_id === unit.id),
      ),
    ]);
  return place(1, units.filter(isTop));
}
