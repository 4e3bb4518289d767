// Where things lie in the data folder, so that every command finds the same ones.
import { join } from 'node:path';

export const databaseIn = (folder: string): string => join(folder, 'lembar.sqlite');
export const keysIn = (folder: string): string => join(folder, 'keys');
/** What the last run of the server was called (put-back.ts). */
export const runIn = (folder: string): string => join(folder, 'run');
export const buildsIn = (folder: string): string => join(folder, 'builds');

/** A moment as part of a file's name: `2026-11-22T08-31-04Z`. */
export const stamp = (moment: Date): string => `${moment.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
