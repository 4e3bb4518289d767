// What is chosen of several after one more tap.
import type { Answer } from '../../../../domain/instrument/definition.ts';
import type { LiveQuestion } from '../../../../domain/instrument/sheet/sheet.ts';
import { codesOf } from '../widget.ts';

/** In the list's order. */
export function toggle(question: LiveQuestion, code: string): Answer {
  const chosen = codesOf(question.value.value);
  const exclusive = question.node.exclusive ?? [];
  const isAlone = exclusive.includes(code);
  const others = chosen.filter(one => one !== code && !isAlone && !exclusive.includes(one));
  const after = chosen.includes(code) ? chosen.filter(one => one !== code) : [...others, code];
  const order = question.choices.value.map(one => one.row.code);
  return order.filter(one => after.includes(one)).join(' ') || null;
}
