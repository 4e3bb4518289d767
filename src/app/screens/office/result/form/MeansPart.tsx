// Means on 0-100: of the items, and of each trainer with the items behind.
import type { ItemResult, MeanFigures } from '../../../../../protocol/office/form-result.ts';
import { formatNumber } from '../../../../text/date.ts';
import { inLanguage } from '../../../../text/language.ts';
import { formatDecimal } from '../../../../text/office/figures.ts';
import { formResultTexts } from '../../../../text/office/result/form/texts.ts';
import { Fold } from '../../parts/Fold.tsx';
import { Figure } from './Figure.tsx';
import { FigureTable } from './FigureTable.tsx';

export function MeansPart({ figures, title }: { figures: MeanFigures; title: string }) {
  const text = formResultTexts();
  const { overall, items, places } = figures;
  return (
    <>
      {overall !== null && (
        <p>
          {text.overall} <strong class="number">{formatDecimal(overall)}</strong>
        </p>
      )}
      {places.length > 0 && <PlaceTable places={places} />}
      {items.length > 0 && <ItemTable items={items} name={title} />}
      {places.map(({ repeat, place, name, items: own }) => (
        <Fold key={`${repeat} ${place}`} title={text.perItem(inLanguage(name))}>
          <ItemTable items={own} name={inLanguage(name)} />
        </Fold>
      ))}
      <p class="soft small">{text.meansLegend}</p>
    </>
  );
}

function PlaceTable({ places }: Pick<MeanFigures, 'places'>) {
  const text = formResultTexts();
  return (
    <FigureTable caption={text.placesCaption} columns={[{ title: text.placeName }, { title: text.mean }]}>
      {places.map(({ repeat, place, name, overall, items }) => (
        <tr key={`${repeat} ${place}`}>
          <th scope="row">{inLanguage(name)}</th>
          <Figure value={overall} held={items.some(({ suppressed }) => suppressed)} strong />
        </tr>
      ))}
    </FigureTable>
  );
}

function ItemTable({ items, name }: { items: readonly ItemResult[]; name: string }) {
  const text = formResultTexts();
  const columns = [{ title: text.item }, { title: text.n, why: text.nWhy }, { title: text.mean }];
  return (
    <FigureTable caption={text.itemsCaption(name)} columns={columns}>
      {items.map(({ code, label, n, suppressed, percent }) => (
        <tr key={code}>
          <th scope="row">{inLanguage(label)}</th>
          <td class="number">{formatNumber(n)}</td>
          <Figure value={percent} held={suppressed} />
        </tr>
      ))}
    </FigureTable>
  );
}
