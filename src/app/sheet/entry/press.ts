// The keys of the entry view: one answers a choice and goes on, Enter goes on, Shift+Enter and the arrows go back and forth.
import type { Entry } from './entry.ts';
import { fieldAfter } from './focus-stop.ts';
import { answerByKey, keyedCodes } from './key-answer.ts';
import { SAVE, type Stop } from './stops.ts';

/** For a key pressed anywhere in the list; a widget that has used it has prevented its default. */
export function press(entry: Entry, event: KeyboardEvent): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = (event.target as HTMLElement).closest<HTMLElement>('[data-stop]');
  const key = row?.dataset.stop;
  if (!row || key === undefined) return;
  const stop = entry.stop(key);
  const isUsed =
    event.key === 'Enter'
      ? pressEnter(entry, event, row, stop)
      : pressArrow(entry, event, key) || (stop !== undefined && pressAnswer(entry, event, stop));
  if (!isUsed) return;
  event.preventDefault();
  // The choices' own digits would answer a second time.
  event.stopPropagation();
}

function pressEnter(entry: Entry, event: KeyboardEvent, row: HTMLElement, stop: Stop | undefined): boolean {
  const key = row.dataset.stop ?? '';
  if (event.repeat) return true;
  if (event.shiftKey) {
    entry.back(key);
    return true;
  }
  // Saves, takes a photo, removes a part; to add a part it would be pressed by mistake.
  if (event.target instanceof HTMLButtonElement && stop?.kind !== 'add' && !isRanked(event.target))
    return false;
  // A list that was open has picked something, or nothing.
  if (event.defaultPrevented && !(stop?.kind === 'question' && stop.question.raw.peek() !== '')) return true;
  const field = fieldAfter(row, event.target);
  if (field) field.focus();
  else entry.next(key);
  return true;
}

const isRanked = (target: HTMLElement): boolean => target.matches('.widget-rank-choice');

/** These have a use for the arrows themselves. */
const WITH_ARROWS = 'textarea, select, [type="date"], [type="time"], [type="range"]';

function pressArrow(entry: Entry, event: KeyboardEvent, key: string): boolean {
  const isUp = event.key === 'ArrowUp';
  if ((!isUp && event.key !== 'ArrowDown') || event.shiftKey || event.defaultPrevented) return false;
  if ((event.target as HTMLElement).matches(WITH_ARROWS)) return false;
  if (isUp) entry.back(key);
  else if (key !== SAVE) entry.next(key);
  return true;
}

function pressAnswer(entry: Entry, event: KeyboardEvent, stop: Stop): boolean {
  if (stop.kind === 'add') {
    if (event.key !== '+' || event.repeat) return false;
    entry.add(stop.repeat);
    return true;
  }
  const codes = keyedCodes(stop.question);
  if (!codes || event.defaultPrevented) return false;
  // A key that is held down would answer one question after another.
  if (event.repeat) return event.key.length === 1 && event.key !== ' ';
  const said = answerByKey(stop.question, codes, { before: entry.typed, key: event.key });
  if (!said) return false;
  entry.typed = said.typed;
  if (said.isDone) entry.next(stop.key);
  return true;
}
