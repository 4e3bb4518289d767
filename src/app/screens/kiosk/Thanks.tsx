// After the last answer: thanks, and by itself ready for the next person.
import { useEffect, useRef } from 'preact/hooks';
import { Face } from '../../parts/Face.tsx';
import { kioskTexts } from '../../text/kiosk/texts.ts';
import type { Filling } from './filling.ts';
import { StaffButton } from './Leave.tsx';

export function Thanks({ filling, onLeave }: { filling: Filling; onLeave: () => void }) {
  const texts = kioskTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <main class="kiosk kiosk-middle" data-stage="thanks">
      <Face step={3} />
      <h1 ref={heading} tabIndex={-1}>
        {texts.thanksTitle}
      </h1>
      <p>{texts.thanks}</p>
      <button
        type="button"
        class="button button--next"
        disabled={!filling.settled.value}
        onClick={() => filling.clear()}
      >
        {texts.next}
      </button>
      <StaffButton onPress={onLeave} />
    </main>
  );
}
