// Means on 0-100 (`mean-100`), of the whole and of each trainer; none that would tell what few have said.
import type { Instrument } from '../../../domain/instrument/definition.ts';
import { meanOf } from '../../../domain/instrument/scoring/exact.ts';
import {
  type Means,
  meansByPlace,
  meansOf,
  ratedItems,
} from '../../../domain/instrument/scoring/item-means.ts';
import type { Tallies } from '../../../domain/instrument/scoring/tally.ts';
import type { Fraction } from '../../../domain/skm/fraction.ts';
import type { ItemResult, MeanFigures } from '../../../protocol/office/form-result.ts';
import { labelOf } from '../words.ts';
import { decimalOf } from './decimal.ts';
import type { Hold } from './hold.ts';
import { placeName } from './place-name.ts';

export function meanFigures(instrument: Instrument, tallies: Tallies, hold: Hold): MeanFigures {
  const whole = shown(instrument, meansOf(instrument, tallies), hold);
  const places = instrument.nodes
    .filter(node => node.kind === 'repeat')
    .flatMap(repeat =>
      meansByPlace(instrument, repeat.code, tallies).map(means => ({
        repeat: repeat.code,
        place: means.place,
        name: placeName(instrument, repeat, means.place),
        ...shown(instrument, means, hold),
      })),
    );
  return {
    is: 'means',
    overall: decimalOf(whole.items.length > 0 ? whole.overall : overPlaces(places)),
    items: whole.items,
    places: places.map(place => ({ ...place, overall: decimalOf(place.overall) })),
  };
}

/** The codes whose answers these figures are made of. */
export const meanCodes = (instrument: Instrument): string[] =>
  ratedItems(instrument).map(({ node }) => node.code);

type ShownMeans = { readonly items: ItemResult[]; readonly overall: Fraction | null };

/** The mean over items stands only where each of them may: beside the others it would tell the one that is held. */
function shown(instrument: Instrument, { items, overall }: Means, hold: Hold): ShownMeans {
  const held = hold(items.map(({ item, n }) => [item.node.code, n]));
  return {
    overall: held.joint ? null : overall,
    items: items.map(({ item: { node }, n, percent }) => ({
      code: node.code,
      label: labelOf(instrument, node),
      n,
      suppressed: held.questions.has(node.code),
      percent: held.questions.has(node.code) ? null : decimalOf(percent),
    })),
  };
}

/** Each trainer weighs the same; none where one of them is held back. */
function overPlaces(places: readonly ShownMeans[]): Fraction | null {
  const overall = places.flatMap(place => place.overall ?? []);
  return overall.length === places.length ? meanOf(overall) : null;
}
