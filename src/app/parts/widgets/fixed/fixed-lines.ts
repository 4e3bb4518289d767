// A value of any type as a person reads it, a line for each of several.
import type { LiveQuestion } from '../../../../domain/instrument/sheet/sheet.ts';
import { formatDay, formatTimeOfDay } from '../../../text/date.ts';
import { language } from '../../../text/language.ts';
import { plainText } from '../choosing/plain-text.ts';
import { writeNumber } from '../numbers/number-text.ts';
import { codesOf } from '../widget.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function fixedLines(question: LiveQuestion): string[] {
  const value = question.value.value;
  if (value === '') return [];
  const { type, value_type } = question.node;
  switch (type) {
    case 'select_one':
    case 'select_multiple':
    case 'rank':
      return labels(question, value);
    case 'date':
    case 'time':
    case 'dateTime':
      return [moment(value)];
    case 'geotrace':
    case 'geoshape':
      return value.split(';').map(point => point.trim());
    case 'acknowledge':
      return ['✓'];
    case 'integer':
    case 'decimal':
    case 'range':
      return [writeNumber(value, language())];
    default:
      return [value_type === 'date' ? moment(value) : value];
  }
}

function labels(question: LiveQuestion, value: string): string[] {
  const offered = question.choices.value;
  const codes = question.node.type === 'select_one' ? [value] : codesOf(value);
  const label = (code: string) => plainText(offered.find(one => one.row.code === code)?.label ?? code);
  return codes.map((code, index) =>
    question.node.type === 'rank' ? `${index + 1}. ${label(code)}` : label(code),
  );
}

/** What is no day or time stays as it is. */
function moment(value: string): string {
  const [day = '', time = ''] = value.includes('T')
    ? value.split('T')
    : value.includes(':')
      ? ['', value]
      : [value];
  const clock = /^\d{2}:\d{2}/.exec(time)?.[0];
  const parts = [DAY.test(day) && formatDay(day, 'long'), clock && formatTimeOfDay(clock)].filter(Boolean);
  return parts.join(', ') || value;
}
