// A day, a time, or both. The browser's own fields on a page, three large parts in the kiosk and for months and years.
import type { LiveQuestion } from '../../../../domain/instrument/sheet/sheet.ts';
import { hasAppearance, named, namedGroup, type WidgetProps } from '../widget.ts';
import { DayFields } from './DayFields.tsx';
import { offsetOf, readDay, readTime, writeTime } from './date-text.ts';
import { TimeFields } from './TimeFields.tsx';
import './dates.css';

export default function Dates(props: WidgetProps) {
  switch (props.question.node.type) {
    case 'time':
      return <Time {...props} />;
    case 'dateTime':
      return <DayAndTime {...props} />;
    default:
      return <Day {...props} />;
  }
}

function Day({ question, look, closed }: WidgetProps) {
  const value = question.raw.value;
  const answer = (day: string) => question.answer(day || null);
  const precision = hasAppearance(question, 'year')
    ? 'year'
    : hasAppearance(question, 'month-year')
      ? 'month'
      : 'day';
  if (look === 'kiosk' || precision !== 'day') {
    return (
      <div {...namedGroup(question)} class="widget-parts">
        <DayFields question={question} value={value} precision={precision} closed={closed} onDay={answer} />
      </div>
    );
  }
  return (
    <input
      type="date"
      {...named(question)}
      class="input widget-date"
      value={/^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? ''}
      readOnly={closed === true}
      onBlur={event => leave(question, event.currentTarget, '--')}
      onInput={event => answer(event.currentTarget.value)}
    />
  );
}

function Time({ question, look, closed }: WidgetProps) {
  const parts = readTime(question.raw.value);
  if (look === 'kiosk') {
    return (
      <div {...namedGroup(question)} class="widget-parts">
        <TimeFields
          question={question}
          parts={parts}
          closed={closed}
          onTime={time => question.answer(writeTime(time, offsetOf(null, time)) || null)}
        />
      </div>
    );
  }
  return (
    <input
      type="time"
      {...named(question)}
      class="input widget-date"
      value={/^\d\d:\d\d/.exec(question.raw.value)?.[0] ?? ''}
      readOnly={closed === true}
      onBlur={event => leave(question, event.currentTarget, ':')}
      onInput={event => {
        const time = readTime(event.currentTarget.value);
        question.answer(writeTime(time, offsetOf(null, time)) || null);
      }}
    />
  );
}

/** A browser gives no value for a field that is filled in by half; `half` is what the sheet refuses instead. */
function leave(question: LiveQuestion, field: HTMLInputElement, half: string): void {
  if (field.validity.badInput) question.answer(half);
  else if (field.value === '' && question.raw.peek() === half) question.answer(null);
}

function DayAndTime({ question, closed }: WidgetProps) {
  const value = question.raw.value;
  const at = value.indexOf('T');
  const day = at < 0 ? value : value.slice(0, at);
  const parts = readTime(at < 0 ? '' : value.slice(at + 1));
  const answer = (newDay: string, time: typeof parts) => {
    const written = writeTime(time, offsetOf(readDay(newDay), time));
    question.answer(newDay === '' && written === '' ? null : `${newDay}T${written}`);
  };
  return (
    <div {...namedGroup(question)} class="widget-parts">
      <DayFields
        question={question}
        value={day}
        precision="day"
        closed={closed}
        onDay={next => answer(next, parts)}
      />
      <TimeFields question={question} parts={parts} closed={closed} onTime={time => answer(day, time)} />
    </div>
  );
}
