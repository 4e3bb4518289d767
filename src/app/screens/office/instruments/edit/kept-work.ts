// Unpublished changes of a questionnaire, kept in this browser tab so that a reload or another page loses nothing.
import type { Workbook } from '../../../../../authoring/workbook.ts';

export type KeptWork = {
  /** The version that was opened. */
  readonly version: number;
  readonly workbook: Workbook;
};

const keyOf = (code: string): string => `lembar.edit.${code}`;

/** Null where there is none, or it began from another version. */
export function readWork(code: string, version: number): Workbook | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(code)) ?? 'null') as KeptWork | null;
    return kept?.version === version ? kept.workbook : null;
  } catch {
    return null;
  }
}

/** A tab whose storage is full keeps the changes in sight only, and asks before it is closed. */
export function keepWork(code: string, work: KeptWork): void {
  try {
    sessionStorage.setItem(keyOf(code), JSON.stringify(work));
  } catch {
    sessionStorage.removeItem(keyOf(code));
  }
}

export const forgetWork = (code: string): void => sessionStorage.removeItem(keyOf(code));
