// What the compiler says of a spreadsheet: each finding with its place and a code; sentences are looked up by the reader's language.

/**
 * `error`: no instrument is made. `warning`: it works, but look. `repair`: the meaning was clear, and this was put right.
 * `unsupported`: left out or done otherwise, and `details.instead` names what happens.
 */
export const FINDING_LEVELS = ['error', 'warning', 'repair', 'unsupported'] as const;
export type FindingLevel = (typeof FINDING_LEVELS)[number];

export type Finding = {
  readonly level: FindingLevel;
  /** From `FINDING_CODES` in finding-codes.ts. */
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
  /** Null where it is of the whole file. */
  readonly sheet: string | null;
  /** 1-based, as the spreadsheet shows it; null where it is of the sheet. */
  readonly row: number | null;
  /** The column's heading, or null. */
  readonly column: string | null;
};
