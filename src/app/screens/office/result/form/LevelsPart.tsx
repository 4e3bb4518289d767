// How often each level was seen: neighbours with the same levels in one table, with mode and median.
import type { LevelFigures } from '../../../../../protocol/office/form-result.ts';
import { inLanguage } from '../../../../text/language.ts';
import { formResultTexts } from '../../../../text/office/result/form/texts.ts';
import { Count } from '../AttendancePart.tsx';
import { Figure } from './Figure.tsx';
import { FigureTable } from './FigureTable.tsx';

type Levels = LevelFigures['questions'][number];

export const LevelsPart = ({ figures }: { figures: LevelFigures }) => (
  <>
    {figures.questions.map(question => (
      <LevelTable key={question.code} question={question} />
    ))}
  </>
);

function LevelTable({ question }: { question: Levels }) {
  const text = formResultTexts();
  const { label, choices, mode, median, suppressed } = question;
  const columns = (choices ?? []).map(({ label }) => ({ title: inLanguage(label) }));
  return (
    <FigureTable
      caption={`${text.levelsCaption}: ${inLanguage(label)}`}
      columns={[{ title: text.competency }, ...columns, { title: text.mode }, { title: text.median }]}
    >
      <tr>
        <th scope="row">{inLanguage(label)}</th>
        {(choices ?? []).map(({ code, n }) => (
          <Count key={code} n={n} />
        ))}
        <Figure value={modeWords(question, mode)} held={suppressed} />
        <Figure value={median} held={suppressed} strong />
      </tr>
    </FigureTable>
  );
}

function modeWords({ choices }: Levels, mode: readonly string[]): string | null {
  const words = (choices ?? [])
    .filter(({ code }) => mode.includes(code))
    .map(({ label }) => inLanguage(label));
  return words.length > 0 ? words.join('; ') : null;
}
