// Takes one part out of a repeat again; asks first where something is in it.
import { useState } from 'preact/hooks';
import type { LiveQuestion, LiveRepeat } from '../../../domain/instrument/sheet/sheet.ts';
import { formatNumber } from '../../text/date.ts';
import { sheetTexts } from '../../text/sheet/texts.ts';
import { isFilled, openPartAround } from '../repeats.ts';
import { nameOf } from './RepeatPage.tsx';
import './sheet.css';

export type RemovePartProps = {
  /** A question in the part. */
  question: LiveQuestion;
  closed?: boolean | undefined;
  onRemove: (repeat: LiveRepeat, index: number) => void;
};

/** Nothing where the form itself counts the parts. */
export default function RemovePart({ question, closed, onRemove }: RemovePartProps) {
  const part = openPartAround(question);
  return part && <RemoveAt {...part} closed={closed} onRemove={onRemove} />;
}

type RemoveAtProps = Omit<RemovePartProps, 'question' | 'closed'> & {
  repeat: LiveRepeat;
  index: number;
  closed?: boolean | undefined;
};

export function RemoveAt({ repeat, index, closed, onRemove }: RemoveAtProps) {
  const [asking, setAsking] = useState(false);
  const texts = sheetTexts();
  const what = `${nameOf(repeat)} ${formatNumber(index + 1)}`;
  const remove = () => {
    setAsking(false);
    onRemove(repeat, index);
  };
  const begin = () => {
    const instance = repeat.instances.peek()[index];
    if (instance && isFilled(instance)) setAsking(true);
    else remove();
  };
  if (!asking)
    return (
      <button type="button" class="button button--quiet sheet-remove" disabled={closed} onClick={begin}>
        {texts.remove(what)}
      </button>
    );
  return (
    <div class="notice row sheet-remove" role="alert">
      <p>{texts.removeAsk(what)}</p>
      <button type="button" class="button button--danger" disabled={closed} onClick={remove}>
        {texts.removeYes}
      </button>
      <button type="button" class="button" onClick={() => setAsking(false)}>
        {texts.removeNo}
      </button>
    </div>
  );
}
