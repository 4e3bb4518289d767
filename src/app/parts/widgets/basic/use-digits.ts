// Digits and arrows on a keyboard choose among the buttons or boxes of a list.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** A digit is for the only list on the screen, else for the one that has the focus. */
export function useDigits(group: RefObject<HTMLElement | null>, isOn = true): void {
  useEffect(() => {
    const list = group.current;
    if (!list || !isOn) return;
    list.dataset.digits = '';
    const press = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      const controls = [...list.querySelectorAll<HTMLElement>('button, input')];
      if (/^[1-9]$/.test(event.key) && isMeant(list, event.target)) controls[Number(event.key) - 1]?.click();
      const step = STEPS[event.key];
      const at = controls.indexOf(document.activeElement as HTMLElement);
      // Boxes and radio buttons have arrows of their own.
      if (step === undefined || at < 0 || !(event.target instanceof HTMLButtonElement)) return;
      event.preventDefault();
      controls[(at + step + controls.length) % controls.length]?.focus();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [group, isOn]);
}

function isMeant(list: HTMLElement, target: EventTarget | null): boolean {
  if (target instanceof Node && list.contains(target)) return true;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return false;
  return document.querySelectorAll('[data-digits]').length === 1;
}
