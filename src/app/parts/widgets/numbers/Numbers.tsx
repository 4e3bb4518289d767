// A number: with keys of our own in the kiosk, where no system keyboard covers the question; typed elsewhere.
import { useState } from 'preact/hooks';
import { language } from '../../../text/language.ts';
import { named, type WidgetProps } from '../widget.ts';
import { Keypad } from './Keypad.tsx';
import { decimalMark, readNumber, writeNumber } from './number-text.ts';
import './numbers.css';

const LONGEST = 20;

export default function Numbers({ question, look, closed, onAnswered }: WidgetProps) {
  const [typed, setTyped] = useState('');
  const value = question.raw.value;
  const isDecimal = question.node.type === 'decimal';
  // What was typed stands as long as it means the value; "3," is on its way to "3,5".
  const shown = readNumber(typed, language()) === value ? typed : writeNumber(value, language());
  const write = (text: string) => {
    const short = text.slice(0, LONGEST);
    setTyped(short);
    question.answer(readNumber(short, language()) || null);
  };
  const field = (
    <input
      type="text"
      dir="ltr"
      {...named(question)}
      class="input widget-number"
      autocomplete="off"
      maxLength={LONGEST}
      inputMode={look === 'kiosk' ? 'none' : isDecimal ? 'decimal' : 'numeric'}
      readOnly={closed === true}
      value={shown}
      onInput={event => write(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Enter') onAnswered();
      }}
    />
  );
  if (look !== 'kiosk') return field;
  return (
    <div class="widget-numbers">
      {field}
      <Keypad
        text={shown}
        decimal={isDecimal ? decimalMark(language()) : null}
        closed={closed}
        onText={write}
      />
    </div>
  );
}
