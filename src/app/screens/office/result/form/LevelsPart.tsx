// How often each level was seen: neighbours with the same levels in one table, with mode and median.
import type { LevelFigures } from '../../../../../protocol/office/form-result.ts';
import { inLanguage } from '../../../../text/language.ts';
import { formResultTexts } from '../../../../text/office/result/form/texts.ts';
import { Count } from '../AttendancePart.tsx';
import { type RubricGroup, rubricGroups } from '../rubric-groups.ts';
import { Figure } from './Figure.tsx';
import { FigureTable } from './FigureTable.tsx';

type Levels = LevelFigures['questions'][number];

export const LevelsPart = ({ figures }: { figures: LevelFigures }) => (
  <>
    {rubricGroups(figures.questions).map(group => (
      <LevelTable key={group.questions[0]?.code} group={group} />
    ))}
  </>
);

function LevelTable({ group }: { group: RubricGroup<Levels> }) {
  const text = formResultTexts();
  const columns = group.choices.map(({ label }) => ({ title: inLanguage(label) }));
  return (
    <FigureTable
      caption={text.levelsCaption}
      columns={[{ title: text.competency }, ...columns, { title: text.mode }, { title: text.median }]}
    >
      {group.questions.map(question => (
        <tr key={question.code}>
          <th scope="row">{inLanguage(question.label)}</th>
          <LevelCells question={question} width={columns.length + 2} />
        </tr>
      ))}
    </FigureTable>
  );
}

function LevelCells({ question, width }: { question: Levels; width: number }) {
  const text = formResultTexts();
  const { choices, mode, median } = question;
  if (choices === null)
    return (
      <td class="number soft" colSpan={width}>
        {text.held}
      </td>
    );
  const most = choices.filter(({ code }) => mode.includes(code)).map(({ label }) => inLanguage(label));
  return (
    <>
      {choices.map(({ code, n }) => (
        <Count key={code} n={n} />
      ))}
      <Figure value={most.length > 0 ? most.join('; ') : null} held={false} />
      <Figure value={median} held={false} strong />
    </>
  );
}
