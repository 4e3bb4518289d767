// Collects what the compiler has to say, each with its place, and bounds how much of it is kept.
import type { Finding, FindingLevel } from '../finding.ts';
import type { FindingCode } from '../finding-codes.ts';

/** Where in the workbook something was found. */
export type Spot = Pick<Finding, 'sheet' | 'row' | 'column'>;

export const NOWHERE: Spot = { sheet: null, row: null, column: null };
export const ofSheet = (sheet: string): Spot => ({ sheet, row: null, column: null });

/** More than a person reads; beyond it findings are counted only (`findings.more`). */
export const MAX_FINDINGS = 2000;

type Say = (code: FindingCode, spot: Spot, details?: Finding['details']) => void;

export type Report = {
  readonly error: Say;
  readonly warn: Say;
  readonly repair: Say;
  readonly unsupported: Say;
  hasErrors(): boolean;
  /** Further findings are only counted, so that there is no need to make them good to read. */
  isFull(): boolean;
  /** What is of the whole file first, then sheet by sheet, each from its top. */
  findings(): Finding[];
};

export const createReport = (): Report => {
  const kept: Finding[] = [];
  const seen = { errors: 0, left: 0 };
  const say =
    (level: FindingLevel): Say =>
    (code, spot, details = {}) => {
      if (level === 'error') seen.errors += 1;
      if (kept.length < MAX_FINDINGS) kept.push({ level, code, details, ...spot });
      else seen.left += 1;
    };
  return {
    error: say('error'),
    warn: say('warning'),
    repair: say('repair'),
    unsupported: say('unsupported'),
    hasErrors: () => seen.errors > 0,
    isFull: () => kept.length >= MAX_FINDINGS,
    findings: () => [...inOrder(kept), ...countOfMore(seen)],
  };
};

const inOrder = (findings: readonly Finding[]): Finding[] => {
  const sheets = [null, 'survey', ...new Set(findings.map(({ sheet }) => sheet))];
  const rank = new Map<string | null, number>(sheets.toReversed().map((sheet, at) => [sheet, -at]));
  const rankOf = ({ sheet }: Finding): number => rank.get(sheet) ?? 0;
  return findings.toSorted((one, other) => rankOf(one) - rankOf(other) || (one.row ?? 0) - (other.row ?? 0));
};

const countOfMore = ({ errors, left }: { errors: number; left: number }): Finding[] =>
  left === 0
    ? []
    : [
        {
          level: errors > 0 ? 'error' : 'warning',
          code: 'findings.more' satisfies FindingCode,
          details: { left },
          ...NOWHERE,
        },
      ];
