// What a person typed without meaning it: blanks around a text, which would count as an answer, and more than it may hold.
import { cutText } from '../../domain/instrument/cut-text.ts';
import { TEXT_MAX } from '../../domain/instrument/definition.ts';
import type { LiveQuestion } from '../../domain/instrument/sheet/sheet.ts';

/**
 * Before a page is left and before a sheet is finished; a text of blanks alone becomes no answer. The box takes no more
 * than the limit; a paste that minds no box ends there all the same, never in the middle of a character.
 */
export function tidy(questions: readonly LiveQuestion[]): void {
  for (const question of questions) {
    if (question.node.type !== 'text') continue;
    const typed = question.raw.peek();
    const meant = cutText(typed.trim(), question.node.max_length ?? TEXT_MAX);
    if (meant !== typed) question.answer(meant || null);
  }
}
