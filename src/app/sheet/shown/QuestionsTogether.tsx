// The questions of one page or section, one below another; those that make a matrix in one table.
import { useState } from 'preact/hooks';
import type { Page } from '../../../domain/instrument/sheet/pages.ts';
import type { LiveQuestion, Sheet } from '../../../domain/instrument/sheet/sheet.ts';
import { MatrixLater } from '../../parts/widgets/matrix/MatrixLater.tsx';
import { runsOf } from '../../parts/widgets/runs.ts';
import { Stem } from '../../parts/widgets/Stem.tsx';
import { Widget } from '../../parts/widgets/Widget.tsx';
import type { Look } from '../../parts/widgets/widget.ts';
import './sheet.css';

export type QuestionsTogetherProps = {
  page: Pick<Page, 'questions'>;
  sheet: Sheet;
  look: Look;
  closed?: boolean | undefined;
  /** Every question says what is wrong with it, not only those that were left already. */
  complaining: boolean;
  /** By answer key: shown before the label. */
  numbers?: ReadonlyMap<string, number>;
};

export default function QuestionsTogether({ page, ...shared }: QuestionsTogetherProps) {
  return (
    <>
      {runsOf(page.questions).map(run =>
        run.kind === 'one' ? (
          <QuestionBlock key={run.question.key} question={run.question} {...shared} />
        ) : (
          <div key={run.rows[0]?.key} class="block" data-question={run.rows[0]?.key}>
            <MatrixLater run={run} sheet={shared.sheet} look={shared.look} closed={shared.closed} />
          </div>
        ),
      )}
    </>
  );
}

type QuestionBlockProps = Omit<QuestionsTogetherProps, 'page'> & { question: LiveQuestion };

function QuestionBlock({ question, sheet, look, closed, complaining, numbers }: QuestionBlockProps) {
  const [wasLeft, setLeft] = useState(false);
  // What is still missing is told when finishing is tried; what is wrong, as soon as it is left.
  const isWrong = wasLeft && question.violation.value !== 'required';
  return (
    <div
      class="block"
      id={`question-${question.key}`}
      data-question={question.key}
      onFocusOut={() => setLeft(true)}
    >
      <Stem
        question={question}
        sheet={sheet}
        look={look}
        number={numbers?.get(question.key)}
        heading="h3"
        complaining={complaining || isWrong}
      />
      <Widget question={question} sheet={sheet} look={look} closed={closed} onAnswered={noNext} />
    </div>
  );
}

/** The next question is in sight already. */
const noNext = (): void => {};

/** Puts what has to be looked at into sight, and the keyboard into it. */
export function goToQuestion(key: string): void {
  const block = [...document.querySelectorAll<HTMLElement>('[data-question]')].find(
    one => one.dataset.question === key,
  );
  block?.scrollIntoView({ block: 'start' });
  block?.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true });
}
