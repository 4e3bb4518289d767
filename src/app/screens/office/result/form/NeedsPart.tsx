// Which competencies need a training, the most urgent first.
import type { NeedFigures } from '../../../../../protocol/office/form-result.ts';
import { formatNumber } from '../../../../text/date.ts';
import { inLanguage } from '../../../../text/language.ts';
import { formResultTexts } from '../../../../text/office/result/form/texts.ts';
import { Figure } from './Figure.tsx';
import { FigureTable } from './FigureTable.tsx';

export function NeedsPart({ figures }: { figures: NeedFigures }) {
  const text = formResultTexts();
  const columns = [
    { title: text.competency },
    { title: text.n, why: text.nWhy },
    { title: text.required },
    { title: text.own },
    { title: text.gap },
    { title: text.short },
    { title: text.priority },
  ];
  return (
    <>
      <FigureTable caption={text.needsCaption} columns={columns}>
        {figures.competencies.map(({ code, label, n, suppressed, short, ...need }) => (
          <tr key={code}>
            <th scope="row">{inLanguage(label)}</th>
            <td class="number">{formatNumber(n)}</td>
            <Figure value={need.required} held={suppressed} />
            <Figure value={need.own} held={suppressed} />
            <Figure value={need.gap} held={suppressed} />
            <Figure value={short === null || n === 0 ? null : formatNumber(short)} held={suppressed} />
            <Figure value={need.priority} held={suppressed} strong />
          </tr>
        ))}
      </FigureTable>
      <p class="soft small">{text.needsLegend}</p>
    </>
  );
}
