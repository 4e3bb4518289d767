// What every screen but the kiosk stands in: a way back, the language, the title, and below them the state of sending.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx';
import { useTitle } from '../parts/title.ts';
import { frameTexts } from '../text/frame/texts.ts';
import './frame.css';
import { SyncLine } from './SyncLine.tsx';
import { waitingUpdate } from './update.ts';

export type FrameProps = {
  title: string;
  /** Small line above the title. */
  over?: string | undefined;
  /** Where "back" leads; absent on a first screen. */
  back?: string | undefined;
  /** The demonstration's sentence, where it is one. */
  demonstration?: string | null | undefined;
  /** False while something unfinished is open: no update is offered then. */
  restful?: boolean;
  children: ComponentChildren;
};

export function Frame({ title, over, back, demonstration, restful = true, children }: FrameProps) {
  const texts = frameTexts();
  const { enrolment } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div class="page frame">
      <header class="bar">
        {back ? (
          <a class="button button--quiet frame-back" href={back}>
            <span aria-hidden="true">←</span> {texts.back}
          </a>
        ) : (
          <Wordmark />
        )}
        <LanguageSwitch />
      </header>
      {demonstration && <p class="notice frame-demonstration">{demonstration}</p>}
      {restful && <UpdateOffer />}
      <main class="stack">
        <div>
          {over && <p class="soft small">{over}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        </div>
        {children}
      </main>
      {enrolment.value && <SyncLine />}
    </div>
  );
}

const Wordmark = () => (
  <span class="wordmark">
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <path
        d="M6 3h14l6 6v20H6z"
        fill="#fffefb"
        stroke="#0f5132"
        stroke-width="2.5"
        stroke-linejoin="round"
      />
      <path d="m11 18 4 4 7-9" fill="none" stroke="#0f5132" stroke-width="3" stroke-linecap="round" />
    </svg>
    Lembar
  </span>
);

function UpdateOffer() {
  const apply = waitingUpdate.value;
  if (!apply) return null;
  return (
    <p class="notice notice--good bar">
      {frameTexts().updateReady}
      <button type="button" class="button" onClick={apply}>
        {frameTexts().updateApply}
      </button>
    </p>
  );
}
