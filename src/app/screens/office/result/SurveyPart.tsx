// Satisfaction: the index in one look, how far it can be trusted, and where to begin improving.
import { type Grade, PERFORMANCE } from '../../../../domain/skm/grade.ts';
import type { SurveyResult } from '../../../../protocol/office/result.ts';
import { formatNumber } from '../../../text/date.ts';
import { inLanguage } from '../../../text/language.ts';
import { formatDecimal, formatShare } from '../../../text/office/figures.ts';
import { resultTexts } from '../../../text/office/texts.ts';
import { Fold } from '../parts/Fold.tsx';
import { UnsurChart } from './UnsurChart.tsx';
import { UnsurTable } from './UnsurTable.tsx';
import { shownRows, type UnsurRow, unsurRows } from './unsur-rows.ts';

export function SurveyPart({ survey }: { survey: SurveyResult }) {
  const text = resultTexts();
  return (
    <section class="stack" aria-labelledby="satisfaction">
      <h2 id="satisfaction">{text.satisfaction}</h2>
      <SurveyBody survey={survey} />
    </section>
  );
}

function SurveyBody({ survey }: { survey: SurveyResult }) {
  const text = resultTexts();
  if (survey.responses === 0)
    return (
      <div class="notice stack stack--tight">
        <p>
          <strong>{text.none}</strong>
        </p>
        <p>
          {text.noneNext} <a href="/office/devices">{text.toDevices}</a>
        </p>
      </div>
    );
  if (survey.suppressed)
    return (
      <p class="notice">
        {text.suppressed(formatNumber(survey.responses), formatNumber(survey.least_shown))}
      </p>
    );
  const rows = unsurRows(survey);
  return (
    <>
      <Headline survey={survey} rows={rows} />
      <h3>{text.questions}</h3>
      <div class="figures">
        <UnsurChart rows={shownRows(rows)} />
        <UnsurTable rows={rows} least={survey.least_shown} />
      </div>
    </>
  );
}

function Headline({ survey, rows }: { survey: SurveyResult; rows: readonly UnsurRow[] }) {
  const text = resultTexts();
  const { index, responses, expected } = survey;
  const share = formatShare(responses, expected);
  return (
    <div class="headline">
      {index && (
        <p class="headline-index">
          <span class="soft">{text.indexName}</span>
          <strong class="number">
            {formatDecimal(index.value)} <span class="headline-grade">· {gradeWords(index.grade)}</span>
          </strong>
        </p>
      )}
      <p>
        {rateSentence(responses, expected)}
        {share && responses <= expected && ` (${share}).`}
      </p>
      {index === null && rows.some(row => row.is === 'suppressed') && (
        <p class="notice">{text.indexHeld(formatNumber(survey.least_shown))}</p>
      )}
      <LowestSentence rows={rows} />
      {index && (
        <>
          <p class="soft small">
            {text.scheme(survey.scheme)} · <span class="number">{text.exact(index.exact)}</span>
          </p>
          {index.variants.length > 0 && (
            <Fold title={text.variantsTitle}>
              <p class="small">{text.variantsWhy}</p>
              <ul class="plain">
                {index.variants.map(({ weight, value, grade }) => (
                  <li key={weight}>
                    {text.variant(formatDecimal(weight))}{' '}
                    <strong class="number">
                      {formatDecimal(value)} · {gradeWords(grade)}
                    </strong>
                  </li>
                ))}
              </ul>
            </Fold>
          )}
        </>
      )}
    </div>
  );
}

function rateSentence(responses: number, expected: number): string {
  const text = resultTexts();
  if (expected === 0) return text.rateNobody(formatNumber(responses));
  const say = responses > expected ? text.rateMore : text.rate;
  return say(formatNumber(responses), formatNumber(expected));
}

function LowestSentence({ rows }: { rows: readonly UnsurRow[] }) {
  const text = resultTexts();
  const lowest = shownRows(rows).filter(row => row.lowest);
  const [first] = lowest;
  if (!first) return null;
  const labels = lowest.map(row => inLanguage(row.label));
  const say = lowest.length > 1 ? text.lowestMany : text.lowest;
  return (
    <p>
      <strong>{say(labels.join('; '), formatDecimal(first.value))}</strong>
    </p>
  );
}

/** "B (Baik)"; a letter that this build does not know stands alone. */
function gradeWords(grade: string): string {
  const words = Object.hasOwn(PERFORMANCE, grade) ? PERFORMANCE[grade as Grade] : null;
  return words ? `${grade} (${inLanguage(words)})` : grade;
}
