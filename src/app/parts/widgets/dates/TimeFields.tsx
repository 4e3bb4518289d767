// Hour and minute, each in its own field.
import type { LiveQuestion } from '../../../../domain/instrument/sheet/sheet.ts';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { Part } from '../Part.tsx';
import { namedPart } from '../widget.ts';
import type { TimeParts } from './date-text.ts';

type TimeFieldsProps = {
  question: LiveQuestion;
  parts: TimeParts;
  closed: boolean | undefined;
  onTime: (parts: TimeParts) => void;
};

const upTo = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index).padStart(2, '0'));
const HOURS = upTo(24);
const MINUTES = upTo(60);

export function TimeFields({ question, parts, closed, onTime }: TimeFieldsProps) {
  const words = moreWidgetTexts();
  const field = (name: 'hour' | 'minute', label: string, offered: readonly string[]) => (
    <Part question={question} name={name} label={label}>
      <select
        {...namedPart(question, name)}
        class="input"
        disabled={closed}
        value={parts[name]}
        onChange={event => onTime({ ...parts, [name]: event.currentTarget.value })}
      >
        <option value="">–</option>
        {offered.map(one => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </Part>
  );
  return (
    <>
      {field('hour', words.hour, HOURS)}
      {field('minute', words.minute, MINUTES)}
    </>
  );
}
