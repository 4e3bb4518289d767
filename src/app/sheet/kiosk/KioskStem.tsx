// What the kiosk asks: the question as the page's heading, with the unsur small above it where the form is a scale of faces.
import { useEffect, useRef } from 'preact/hooks';
import type { LiveGroup, LiveQuestion, Sheet } from '../../../domain/instrument/sheet/sheet.ts';
import { MarkdownText } from '../../parts/markdown/MarkdownText.tsx';
import { Stem } from '../../parts/widgets/Stem.tsx';
import { hasAppearance, idsOf } from '../../parts/widgets/widget.ts';

type KioskStemProps = {
  /** What it belongs to. */
  group: LiveGroup | null;
  question: LiveQuestion;
  sheet: Sheet;
  complaining: boolean;
};

export function KioskStem({ group, question, sheet, complaining }: KioskStemProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const hint = question.hint.value;
  const over = group && (
    <p class="soft">
      <MarkdownText text={group.label.value} />
    </p>
  );
  // Of a scale of faces the label names the unsur, and the hint asks for it.
  if (hint === '' || complaining || !hasAppearance(question, 'kiosk-smileys'))
    return (
      <div class="kiosk-stem">
        {over}
        <Stem
          question={question}
          sheet={sheet}
          look="kiosk"
          heading="h1"
          headingRef={heading}
          complaining={complaining}
        />
      </div>
    );
  const ids = idsOf(question);
  return (
    <div class="kiosk-stem">
      {over}
      <p class="soft" id={ids.hint}>
        <MarkdownText text={question.label.value} />
      </p>
      <h1 ref={heading} tabIndex={-1} id={ids.label} aria-describedby="progress">
        <MarkdownText text={hint} />
      </h1>
    </div>
  );
}
