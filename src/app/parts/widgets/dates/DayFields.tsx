// Day, month and year, each in its own field.
import type { LiveQuestion } from '../../../../domain/instrument/sheet/sheet.ts';

import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { Part } from '../Part.tsx';
import { namedPart } from '../widget.ts';
import { type DayParts, readDay, writeDay } from './date-text.ts';
import { monthNames } from './month-names.ts';

type DayFieldsProps = {
  question: LiveQuestion;
  value: string;
  precision: 'day' | 'month' | 'year';
  closed: boolean | undefined;
  onDay: (value: string) => void;
};

const DAYS = Array.from({ length: 31 }, (_, index) => `${index + 1}`);

export function DayFields({ question, value, precision, closed, onDay }: DayFieldsProps) {
  const words = moreWidgetTexts();
  const parts = readDay(value);
  const write = (changed: Partial<DayParts>) => onDay(writeDay(whole({ ...parts, ...changed }, precision)));
  return (
    <>
      {precision === 'day' && (
        <Part question={question} name="day" label={words.day}>
          <select
            {...namedPart(question, 'day')}
            class="input"
            disabled={closed}
            value={parts.day}
            onChange={event => write({ day: event.currentTarget.value })}
          >
            <option value="">–</option>
            {DAYS.map(day => (
              <option key={day} value={day}>
                {day}
              </option>
            ))}
          </select>
        </Part>
      )}
      {precision !== 'year' && (
        <Part question={question} name="month" label={words.month}>
          <select
            {...namedPart(question, 'month')}
            class="input"
            disabled={closed}
            value={parts.month}
            onChange={event => write({ month: event.currentTarget.value })}
          >
            <option value="">–</option>
            {monthNames().map((name, index) => (
              <option key={name} value={`${index + 1}`}>
                {name}
              </option>
            ))}
          </select>
        </Part>
      )}
      <Part question={question} name="year" label={words.year}>
        <input
          {...namedPart(question, 'year')}
          class="input widget-year"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={4}
          readOnly={closed === true}
          value={parts.year}
          onInput={event => write({ year: event.currentTarget.value.replace(/\D/g, '') })}
        />
      </Part>
    </>
  );
}

/** What is not asked is the first: a month is kept as its first day. */
function whole({ year, month, day }: DayParts, precision: 'day' | 'month' | 'year'): DayParts {
  if (precision === 'day') return { year, month, day };
  if (precision === 'month') return { year, month, day: year === '' && month === '' ? '' : '1' };
  return { year, month: year && '1', day: year && '1' };
}
