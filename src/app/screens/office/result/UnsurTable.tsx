// The value of each unsur in figures, with how the answers spread.
import { formatNumber } from '../../../text/date.ts';
import { inLanguage } from '../../../text/language.ts';
import { formatDecimal } from '../../../text/office/figures.ts';
import { resultTexts } from '../../../text/office/texts.ts';
import type { ShownRow, UnsurRow } from './unsur-rows.ts';

export function UnsurTable({ rows, least }: { rows: readonly UnsurRow[]; least: number }) {
  const text = resultTexts();
  return (
    <div class="stack stack--tight">
      <table class="table table--figures">
        <caption class="hidden-visually">{text.questionsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.unsur}</th>
            <th scope="col" class="number">
              <abbr title={text.answered}>n</abbr>
            </th>
            <th scope="col" class="number">
              <abbr title={text.nrr}>NRR</abbr>
            </th>
            <th scope="col" class="number">
              {text.value}
            </th>
            <th scope="col">{text.grade}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.code}>
              <th scope="row">
                {inLanguage(row.label)}{' '}
                {row.is === 'shown' && row.lowest && <span class="tag tag--wait">{text.lowestTag}</span>}
                {row.is === 'shown' && <Spread choices={row.choices} />}
              </th>
              <td class="number">{formatNumber(row.n)}</td>
              {row.is === 'shown' ? (
                <>
                  <td class="number">{formatDecimal(row.nrr)}</td>
                  <td class="number">{formatDecimal(row.value)}</td>
                  <td>{row.grade}</td>
                </>
              ) : (
                <td colSpan={3} class="soft">
                  {row.is === 'empty'
                    ? text.questionEmpty
                    : row.n < least
                      ? text.questionSuppressed(formatNumber(row.n))
                      : text.questionHidden}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft small">{text.legend}</p>
    </div>
  );
}

/** Best first, as people speak of it: "Sangat sesuai 6 · Sesuai 10 · Kurang sesuai 4". */
function Spread({ choices }: { choices: ShownRow['choices'] }) {
  const chosen = choices.filter(choice => choice.n > 0).reverse();
  return (
    <span class="spread">
      <span class="spread-bar" aria-hidden="true">
        {choices.map((choice, index) => (
          <span key={choice.code} data-level={index + 1} style={{ flexGrow: choice.n }} />
        ))}
      </span>
      <span class="soft">
        {chosen.map(choice => `${inLanguage(choice.label)} ${formatNumber(choice.n)}`).join(' · ')}
      </span>
    </span>
  );
}
