// One question of the entry view: number, words, and its answer beside them.
import { useState } from 'preact/hooks';
import type { LiveQuestion, Sheet } from '../../../domain/instrument/sheet/sheet.ts';
import { Stem } from '../../parts/widgets/Stem.tsx';
import { Widget } from '../../parts/widgets/Widget.tsx';
import { keyedCodes } from './key-answer.ts';
import { hasNumbers } from './typed-code.ts';

export type EntryRowProps = {
  question: LiveQuestion;
  sheet: Sheet;
  number: number | undefined;
  /** Every question says what is wrong with it. */
  complaining: boolean;
};

export function EntryRow({ question, sheet, number, complaining }: EntryRowProps) {
  const [wasLeft, setLeft] = useState(false);
  const isWrong = wasLeft && question.violation.value !== 'required';
  const codes = keyedCodes(question);
  return (
    <div
      class="entry-row"
      data-stop={question.key}
      data-question={question.key}
      data-keys={codes && (hasNumbers(codes) ? 'codes' : 'places')}
      onFocusOut={() => setLeft(true)}
    >
      <Stem
        question={question}
        sheet={sheet}
        look="entry"
        number={number}
        heading="h3"
        complaining={complaining || isWrong}
      />
      <Widget question={question} sheet={sheet} look="entry" onAnswered={staying} />
    </div>
  );
}

/** The keys of the list go on; a finger finds the next question below. */
const staying = (): void => {};
