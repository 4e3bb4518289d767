// The quiet page before the office: the name of the house, one thing to do, and the language.
import type { ComponentChildren } from 'preact';
import { LanguageSwitch } from '../../../parts/LanguageSwitch.tsx';

export function Entrance({ children }: { children: ComponentChildren }) {
  return (
    <div class="entrance">
      <header class="bar">
        <a href="/" class="brand">
          Lembar
        </a>
        <LanguageSwitch />
      </header>
      <main class="stack">{children}</main>
    </div>
  );
}
