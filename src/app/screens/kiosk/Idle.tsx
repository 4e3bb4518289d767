// Asked when nobody has touched the tablet for a while; the answers are out of sight until someone says yes.
import { useEffect, useRef } from 'preact/hooks';
import { kioskTexts } from '../../text/kiosk/texts.ts';
import type { Filling } from './filling.ts';

export function Idle({ filling }: { filling: Filling }) {
  const texts = kioskTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const seconds = filling.secondsLeft.value;
  return (
    <main class="kiosk kiosk-middle" data-stage="idle">
      <h1 ref={heading} tabIndex={-1}>
        {texts.idleTitle}
      </h1>
      <p class="kiosk-countdown number" aria-hidden="true">
        {seconds}
      </p>
      <p>{texts.idle(seconds)}</p>
      <button type="button" class="button button--next" onClick={() => filling.touch()}>
        {texts.stay}
      </button>
      <button type="button" class="button button--quiet" onClick={() => filling.clear()}>
        {texts.leave}
      </button>
    </main>
  );
}
