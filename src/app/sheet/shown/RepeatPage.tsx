// Asks whether there is one more of what a form repeats.
import { useEffect, useRef } from 'preact/hooks';
import type { LiveRepeat } from '../../../domain/instrument/sheet/sheet.ts';
import { MarkdownText } from '../../parts/markdown/MarkdownText.tsx';
import { formatNumber } from '../../text/date.ts';
import { sheetTexts } from '../../text/sheet/texts.ts';
import './sheet.css';

export type RepeatPageProps = {
  repeat: LiveRepeat;
  closed: boolean;
  onAdd: (repeat: LiveRepeat) => void;
  /** Null where nothing comes after it. */
  onNext: (() => void) | null;
  nextLabel?: string;
};

export default function RepeatPage({ repeat, closed, onAdd, onNext, nextLabel }: RepeatPageProps) {
  const texts = sheetTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const what = nameOf(repeat);
  return (
    <>
      <div class="kiosk-stem">
        <h1 ref={heading} tabIndex={-1}>
          <MarkdownText text={texts.oneMore(what)} />
        </h1>
        <p class="soft">{texts.soFar(formatNumber(repeat.instances.value.length))}</p>
      </div>
      <div class="sheet-one-more">
        <button type="button" class="button button--large" disabled={closed} onClick={() => onAdd(repeat)}>
          {texts.add(what)}
        </button>
        {onNext && (
          <button type="button" class="button button--next" disabled={closed} onClick={onNext}>
            {nextLabel ?? texts.noMore}
          </button>
        )}
      </div>
    </>
  );
}

/** As the form calls it. */
export const nameOf = (repeat: LiveRepeat): string => repeat.label.value || sheetTexts().part;
