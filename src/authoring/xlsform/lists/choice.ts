// A choice as the spreadsheet has it, before labels are resolved.
import type { Row, Written } from '../table/table.ts';

export type Choice = {
  readonly row: Row;
  readonly code: string;
  readonly labels: readonly Written[];
  readonly description: readonly Written[];
  readonly score?: number;
  readonly isExclusive: boolean;
  readonly columns: Readonly<Record<string, string>>;
};

/** `external`: of the sheet `external_choices`. `file`: of a sheet that stands for a file. */
export type ChoiceList = {
  /** As the instrument calls it. */
  readonly name: string;
  readonly origin: 'choices' | 'external' | 'file';
  readonly choices: readonly Choice[];
};

/** A form with more rows than a tablet can hold is refused. */
export const MAX_CHOICES = 100_000;
