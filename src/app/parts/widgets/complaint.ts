// What is wrong with an answer, as a sentence: the form's own, else ours.
import type { LiveQuestion } from '../../../domain/instrument/sheet/sheet.ts';
import { widgetTexts } from '../../text/widgets/texts.ts';

/** Null while nothing is wrong. Follows the answer and both languages. */
export function complaintOf(question: LiveQuestion): string | null {
  const violation = question.violation.value;
  return violation && (question.message.value || widgetTexts()[violation]);
}
