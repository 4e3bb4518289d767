// What a person typed without meaning it: blanks around a text, which would count as an answer.
import type { LiveQuestion } from '../../domain/instrument/sheet/sheet.ts';

/** Before a page is left and before a sheet is finished; a text of blanks alone becomes no answer. */
export function tidy(questions: readonly LiveQuestion[]): void {
  for (const question of questions) {
    if (question.node.type !== 'text') continue;
    const typed = question.raw.peek();
    const meant = typed.trim();
    if (meant !== typed) question.answer(meant || null);
  }
}
