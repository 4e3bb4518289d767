// Puts the keyboard at a stop of the sheet, once what the last answer changed is on the screen.

/** What a key is typed into: the choice that is taken, else the first thing that takes an answer. */
const CONTROLS = 'input:not([type="hidden"], [type="file"]), textarea, select, .widget-rank-choice, button';

const MOST_LOOKS = 20;
let newest = 0;

/** Resolves when it is there, or when another stop was asked for meanwhile. */
export async function focusStop(key: string): Promise<void> {
  newest += 1;
  const asked = newest;
  // The renderer's own turn, which the answer has asked for, comes before; a new part may need a little longer.
  await Promise.resolve();
  for (let look = 0; look < MOST_LOOKS && asked === newest && !focusNow(key); look += 1)
    await new Promise(resolve => setTimeout(resolve));
}

function focusNow(key: string): boolean {
  const row = [...document.querySelectorAll<HTMLElement>('[data-stop]')].find(
    ({ dataset }) => dataset.stop === key,
  );
  const control = row && controlIn(row);
  if (!row || !control) return false;
  row.scrollIntoView?.({ block: 'nearest' });
  control.focus({ preventScroll: true });
  return document.activeElement === control;
}

function controlIn(row: HTMLElement): HTMLElement | null {
  if (row.matches('button')) return row;
  return row.querySelector<HTMLElement>('input:checked') ?? row.querySelector<HTMLElement>(CONTROLS);
}

/** Of an answer in several fields (day, month, year) the one after this, or null. */
export function fieldAfter(row: HTMLElement, field: EventTarget | null): HTMLElement | null {
  const fields = [
    ...row.querySelectorAll<HTMLElement>('select, textarea, input:not([type="radio"], [type="checkbox"])'),
  ];
  const place = fields.indexOf(field as HTMLElement);
  return place < 0 ? null : (fields[place + 1] ?? null);
}
