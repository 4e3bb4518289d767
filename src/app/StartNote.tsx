// A page that is only a sentence and one way on: nothing there, something broke, or the app cannot start.
import { LanguageSwitch } from './parts/LanguageSwitch.tsx';
import { useTitle } from './parts/title.ts';

type StartNoteProps = {
  title: string;
  text: string;
  action: string;
  /** A path to go to, or what to do. */
  onAction: string | (() => void);
};

export function StartNote({ title, text, action, onAction }: StartNoteProps) {
  useTitle(title);
  return (
    <main class="page">
      <header class="bar">
        <span class="soft">Lembar</span>
        <LanguageSwitch />
      </header>
      <h1>{title}</h1>
      <p class="notice">{text}</p>
      <p>
        {typeof onAction === 'string' ? (
          <a class="button button--next" href={onAction}>
            {action}
          </a>
        ) : (
          <button type="button" class="button button--next" onClick={onAction}>
            {action}
          </button>
        )}
      </p>
    </main>
  );
}
