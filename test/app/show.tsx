// Shows a screen as the app does, on a fake tablet, and speaks to it as a person would: by what can be seen.
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { type App, AppProvider, createApp } from '../../src/app/app-context.ts';
import type { Enrolment } from '../../src/device/tablet.ts';
import type { FakeTablet } from './fake-tablet.ts';

export const SHARED: Enrolment = {
  device: 'device-1',
  label: 'Tablet 1',
  unit: { id: 'unit-1', name: 'Dinas Penanaman Modal dan PTSP' },
  account: null,
};

export type Shown = {
  app: App;
  root: HTMLElement;
  /** The text on the screen. */
  text(): string;
  button(words: string): HTMLButtonElement;
  find<T extends HTMLElement = HTMLElement>(selector: string): T;
  tap(target: string | HTMLElement): Promise<void>;
  type(target: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void>;
  /** Lets time pass (fake timers). */
  pass(ms: number): Promise<void>;
  /** Takes the screen away, as a power cut would. */
  end(): void;
};

export function appOn(tablet: FakeTablet): App {
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const start = { enrolment: SHARED, kiosk: null, survey: null, demonstration: false };
  return createApp({ tablet, clock: () => Date.now(), newId, random: () => 0.5 }, start);
}

/** Needs `vi.useFakeTimers()`. */
export async function show(screen: ComponentChild, app: App): Promise<Shown> {
  const root = document.createElement('div');
  document.body.append(root);
  const pass = (ms: number) =>
    act(async () => {
      await vi.advanceTimersByTimeAsync(ms);
    });
  await act(() => render(<AppProvider value={app}>{screen}</AppProvider>, root));
  await pass(0);
  const find = <T extends HTMLElement>(selector: string) => {
    const found = root.querySelector<T>(selector);
    if (!found) throw new Error(`nothing on the screen fits ${selector}: ${root.textContent}`);
    return found;
  };
  const button = (words: string) => {
    const found = [...root.querySelectorAll('button')].find(one => one.textContent?.includes(words));
    if (!found) throw new Error(`no button says "${words}": ${root.textContent}`);
    return found;
  };
  return {
    ...{ app, root, pass, find, button },
    text: () => root.textContent ?? '',
    async tap(target) {
      const element = typeof target === 'string' ? button(target) : target;
      await act(() => element.click());
      await pass(0);
    },
    async type(target, text) {
      await act(() => {
        target.value = text;
        target.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await pass(0);
    },
    end() {
      void act(() => render(null, root));
      root.remove();
    },
  };
}
