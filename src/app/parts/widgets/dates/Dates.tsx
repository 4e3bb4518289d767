// A day, a time, or both. The browser's own fields on a page, three large parts in the kiosk and for months and years.
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
      value={value.slice(0, 10)}
      readOnly={closed === true}
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
      value={question.raw.value.slice(0, 5)}
      readOnly={closed === true}
      onInput={event => {
        const time = readTime(event.currentTarget.value);
        question.answer(writeTime(time, offsetOf(null, time)) || null);
      }}
    />
  );
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
