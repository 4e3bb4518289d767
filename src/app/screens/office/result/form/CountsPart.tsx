// How often each answer was chosen, of the questions that no scoring uses, and what was written in words.
import type { CountedQuestion, FormResult } from '../../../../../protocol/office/form-result.ts';
import { formatNumber } from '../../../../text/date.ts';
import { inLanguage } from '../../../../text/language.ts';
import { formatDecimal } from '../../../../text/office/figures.ts';
import { formResultTexts } from '../../../../text/office/result/form/texts.ts';
import { Fold } from '../../parts/Fold.tsx';
import { FigureTable } from './FigureTable.tsx';

export function CountsPart({ questions }: { questions: readonly CountedQuestion[] }) {
  const text = formResultTexts();
  const columns = [{ title: text.question }, { title: text.n, why: text.nWhy }, { title: text.count }];
  return (
    <FigureTable caption={text.countsCaption} columns={columns}>
      {questions.map(question => (
        <Question key={question.code} question={question} />
      ))}
    </FigureTable>
  );
}

/** A row for the question, then one for each of its choices. */
function Question({ question }: { question: CountedQuestion }) {
  const text = formResultTexts();
  const { label, n, suppressed, choices, mean } = question;
  const said = suppressed ? text.held : n === 0 ? text.empty : mean && `${text.mean} ${formatDecimal(mean)}`;
  return (
    <>
      <tr>
        <th scope="row">{inLanguage(label)}</th>
        <td class="number">{formatNumber(n)}</td>
        <td class={mean ? 'number' : 'number soft'}>{said}</td>
      </tr>
      {n > 0 &&
        choices?.map(choice => (
          <tr key={choice.code}>
            <td>{inLanguage(choice.label)}</td>
            <td />
            <td class={choice.n === 0 ? 'number soft' : 'number'}>{formatNumber(choice.n)}</td>
          </tr>
        ))}
    </>
  );
}

export function WordsPart({ comments }: { comments: NonNullable<FormResult['comments']> }) {
  const text = formResultTexts();
  return (
    <>
      <h3>{text.comments}</h3>
      {comments.map(({ question, label, texts }) => (
        <Fold key={question} title={text.commentCount(inLanguage(label), formatNumber(texts.length))}>
          <ul class="plain comments">
            {texts.map((words, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same, and the list never changes
              <li key={index}>{words}</li>
            ))}
          </ul>
        </Fold>
      ))}
    </>
  );
}
