// What a draft keeps of a live sheet, told after every change.
import { effect, untracked } from '@preact/signals';
import { questionAt } from '../../domain/instrument/check-answers.ts';
import type { Answers } from '../../domain/instrument/definition.ts';
import type { Sheet } from '../../domain/instrument/sheet/sheet.ts';

/**
 * Everything entered. Blank is kept only where it means something: of a question that was `skipped`, or that begins with
 * a value and was emptied.
 */
export function keptAnswers(sheet: Sheet, skipped: ReadonlySet<string>): Answers {
  const begins = (key: string) => {
    const node = questionAt(sheet.instrument, key);
    return node?.default !== undefined || node?.calculation !== undefined;
  };
  return Object.fromEntries(
    Object.entries(sheet.answers()).filter(
      ([key, answer]) => answer !== null || skipped.has(key) || begins(key),
    ),
  );
}

/** Those that a draft says were skipped. */
export const skippedIn = (answers: Answers): Set<string> =>
  new Set(Object.entries(answers).flatMap(([key, answer]) => (answer === null ? [key] : [])));

/** Calls after every change, in the same step; not for the sheet as it is now. Returns what ends it. */
export function followAnswers(sheet: Sheet, changed: () => void): () => void {
  let isFirst = true;
  return effect(() => {
    sheet.answers();
    if (!isFirst) untracked(changed);
    isFirst = false;
  });
}
