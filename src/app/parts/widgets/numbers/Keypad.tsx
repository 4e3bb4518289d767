// Large digits to tap, with the sign, the decimal mark and a key that takes the last one back.
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

type KeypadProps = {
  text: string;
  /** The mark before the fraction; null where only whole numbers are asked for. */
  decimal: string | null;
  closed: boolean | undefined;
  onText: (text: string) => void;
};

export function Keypad({ text, decimal, closed, onText }: KeypadProps) {
  const words = moreWidgetTexts();
  const key = (name: string, says: string, spoken: string | null, press: () => void) => (
    <button
      key={name}
      type="button"
      class={`button widget-key widget-key--${name}`}
      aria-label={spoken ?? undefined}
      disabled={closed}
      onClick={press}
    >
      {says}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of keys is no set of form fields
    <div class="widget-keypad" role="group" aria-label={words.keypad}>
      {DIGITS.map(digit => key(`d${digit}`, digit, null, () => onText(text + digit)))}
      {key('erase', '⌫', words.erase, () => onText(text.slice(0, -1)))}
      {key('sign', '±', words.sign, () => onText(text.startsWith('-') ? text.slice(1) : `-${text}`))}
      {decimal !== null &&
        key('decimal', decimal, words.decimal, () => {
          if (!text.includes(decimal)) onText(`${text || '0'}${decimal}`);
        })}
    </div>
  );
}
