// Ten large digits. Own buttons instead of an input: no keyboard covers the screen and no browser remembers the PIN.
import { useEffect, useState } from 'preact/hooks';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { useTitle } from './title.ts';
import './pin-pad.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const MAX_LENGTH = 6;

export type PinPadProps = {
  title: string;
  explanation: string;
  complaint: string | null;
  /** While a wrong PIN has to wait. */
  blocked: boolean;
  words: { ok: string; erase: string; cancel: string; filled: (count: number) => string };
  onEnter: (pin: string) => void;
  onCancel?: (() => void) | undefined;
};

/** Give it another `key` to start over with an empty PIN. */
export function PinPad({ title, explanation, complaint, blocked, words, onEnter, onCancel }: PinPadProps) {
  useTitle(title);
  const [pin, setPin] = useState('');
  const add = (digit: string) => setPin(before => (before + digit).slice(0, MAX_LENGTH));
  const erase = () => setPin(before => before.slice(0, -1));
  const enter = () => {
    if (blocked || pin === '') return;
    onEnter(pin);
    setPin('');
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^\d$/.test(event.key)) add(event.key);
      else if (event.key === 'Backspace') erase();
      else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) enter();
      else if (event.key === 'Escape') onCancel?.();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
  return (
    <section class="pin" aria-label={title}>
      <LanguageSwitch />
      <h1>{title}</h1>
      <p class="soft">{explanation}</p>
      <p class="pin-dots" role="status">
        <span aria-hidden="true">{'●'.repeat(pin.length) + '○'.repeat(MAX_LENGTH - pin.length)}</span>
        <span class="hidden-visually">{words.filled(pin.length)}</span>
      </p>
      <div class="pin-keys">
        {DIGITS.map(digit => (
          <button
            key={digit}
            type="button"
            class="button pin-key"
            disabled={blocked}
            onClick={() => add(digit)}
          >
            {digit}
          </button>
        ))}
        <button type="button" class="button pin-key pin-erase" disabled={blocked} onClick={erase}>
          {words.erase}
        </button>
        <button type="button" class="button button--next pin-key pin-ok" disabled={blocked} onClick={enter}>
          {words.ok}
        </button>
      </div>
      <p class={complaint ? 'notice' : 'hidden-visually'} role="alert">
        {complaint}
      </p>
      {onCancel && (
        <button type="button" class="button button--quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      )}
    </section>
  );
}
