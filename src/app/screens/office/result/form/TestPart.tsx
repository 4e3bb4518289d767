// A test by its key: how each stage went, what was learned between them, and which questions to teach again.
import type { KeyFigures, LearningResult, StageResult } from '../../../../../protocol/office/form-result.ts';
import { formatNumber } from '../../../../text/date.ts';
import { inLanguage } from '../../../../text/language.ts';
import { formatDecimal } from '../../../../text/office/figures.ts';
import { formResultTexts } from '../../../../text/office/result/form/texts.ts';
import { Count } from '../AttendancePart.tsx';
import { Figure } from './Figure.tsx';
import { FigureTable } from './FigureTable.tsx';

export function TestPart({ figures }: { figures: KeyFigures }) {
  const text = formResultTexts();
  const { highest, pass_mark, stages, learning } = figures;
  const taken = stages.filter(({ n }) => n > 0);
  return (
    <>
      <StageTable stages={stages} passMark={pass_mark} />
      <p class="soft small">{text.highest(formatDecimal(highest))}</p>
      {learning && <LearningPart learning={learning} />}
      <RightTable stages={taken} />
      <DistributionTable stages={taken} />
    </>
  );
}

type Stages = { stages: readonly StageResult[] };

function StageTable({ stages, passMark }: Stages & { passMark: number }) {
  const text = formResultTexts();
  const columns = [
    { title: text.stage },
    { title: text.n, why: text.nWhy },
    { title: text.testMean },
    { title: text.passed(formatNumber(passMark)) },
  ];
  return (
    <FigureTable caption={text.testsCaption} columns={columns}>
      {stages.map(({ stage, n, suppressed, mean, passed, passed_percent }) => (
        <tr key={stage}>
          <th scope="row">{text[stage]}</th>
          <td class="number">{formatNumber(n)}</td>
          <Figure value={mean} held={suppressed} strong />
          <Figure
            value={
              passed === null || passed_percent === null
                ? null
                : text.passedOf(formatNumber(passed), formatDecimal(passed_percent))
            }
            held={suppressed}
          />
        </tr>
      ))}
    </FigureTable>
  );
}

function LearningPart({ learning }: { learning: LearningResult }) {
  const text = formResultTexts();
  const { n, pre_only, post_only, suppressed, pre_mean, post_mean, gain, normalised } = learning;
  const columns = [
    { title: text.pre },
    { title: text.post },
    { title: text.gain },
    { title: text.normalised, why: text.normalisedWhy },
  ];
  return (
    <>
      <h3>{text.learning}</h3>
      <p>{text.pairs(formatNumber(n), formatNumber(pre_only), formatNumber(post_only))}</p>
      {suppressed ? (
        <p class="notice">{text.learningHeld}</p>
      ) : n === 0 ? (
        <p class="soft">{text.learningNone}</p>
      ) : (
        <>
          <FigureTable caption={text.learning} columns={[{ title: text.figure }, ...columns]}>
            <tr>
              <th scope="row">{text.testMean}</th>
              {[pre_mean, post_mean, gain, normalised].map((value, index) => (
                <Figure key={columns[index]?.title} value={value} held={false} strong />
              ))}
            </tr>
          </FigureTable>
          <p class="soft small">{text.normalisedWhy}</p>
        </>
      )}
    </>
  );
}

/** A row a question, a column a stage. */
function RightTable({ stages }: Stages) {
  const text = formResultTexts();
  const [first] = stages;
  if (!first) return null;
  const columns = stages.map(({ stage }) => ({ title: text.right(text[stage]) }));
  return (
    <FigureTable caption={text.rightCaption} columns={[{ title: text.question }, ...columns]}>
      {first.items.map(({ code, label }) => (
        <tr key={code}>
          <th scope="row">{inLanguage(label)}</th>
          {stages.map(({ stage, suppressed, items }) => (
            <Figure key={stage} value={rightIn(items, code)} held={suppressed} />
          ))}
        </tr>
      ))}
    </FigureTable>
  );
}

function rightIn(items: StageResult['items'], code: string): string | null {
  const item = items.find(one => one.code === code);
  if (!item || item.right === null || item.percent === null) return null;
  return formResultTexts().rightOf(
    formatNumber(item.right),
    formatNumber(item.n),
    formatDecimal(item.percent),
  );
}

function DistributionTable({ stages }: Stages) {
  const text = formResultTexts();
  const shown = stages.flatMap(({ stage, distribution }) => (distribution ? [{ stage, distribution }] : []));
  const bands = shown[0]?.distribution ?? [];
  if (bands.length === 0) return null;
  const columns = bands.map(({ from, to }) => ({ title: text.band(formatNumber(from), formatNumber(to)) }));
  return (
    <FigureTable caption={text.distributionCaption} columns={[{ title: text.distribution }, ...columns]}>
      {shown.map(({ stage, distribution }) => (
        <tr key={stage}>
          <th scope="row">{text[stage]}</th>
          {distribution.map(({ from, n }) => (
            <Count key={from} n={n} />
          ))}
        </tr>
      ))}
    </FigureTable>
  );
}
