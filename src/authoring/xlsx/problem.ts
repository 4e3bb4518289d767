// Why a spreadsheet file is not read: the codes, and how much of a file is read at most.
import { type Problem, refused } from '../../domain/result.ts';

/**
 * - `xlsx.not_xlsx`: another kind of file; `details.found` is a `FoundKind`.
 * - `xlsx.old_format`: Excel's .xls of before 2007; saving it as .xlsx helps.
 * - `xlsx.password`: sealed with a password; removing it helps.
 * - `xlsx.too_large`: more than `details.most` of `details.what` (a `LimitName`).
 * - `xlsx.unsafe`: built in a way that no spreadsheet program builds it; `details.why` is an `UnsafeReason`.
 * - `xlsx.damaged`: begun as .xlsx, but not whole; `details.why` says in English where it broke, for a log.
 *
 * `details.where` is the part or the sheet and cell, '' where it is of the whole file.
 */
export const XLSX_PROBLEM_CODES = [
  'xlsx.not_xlsx',
  'xlsx.old_format',
  'xlsx.password',
  'xlsx.too_large',
  'xlsx.unsafe',
  'xlsx.damaged',
] as const;
export type XlsxProblemCode = (typeof XLSX_PROBLEM_CODES)[number];
export type XlsxProblem = Problem<XlsxProblemCode>;

export const FOUND_KINDS = [
  'empty',
  'csv',
  'html',
  'xml',
  'pdf',
  'ods',
  'xlsb',
  'docx',
  'pptx',
  'numbers',
  'zip',
  'unknown',
] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

export const UNSAFE_REASONS = ['dtd', 'path', 'duplicate', 'overlap', 'ratio', 'zip64', 'external'] as const;
export type UnsafeReason = (typeof UNSAFE_REASONS)[number];

/** The most of each that is read. A form of 2,000 questions in five languages takes a hundredth of it. */
export const LIMITS = {
  file_bytes: 10_000_000,
  entries: 500,
  /** Inflated, of one part. */
  entry_bytes: 40_000_000,
  /** Inflated, of all parts that are read. */
  total_bytes: 100_000_000,
  sheets: 200,
  rows: 100_000,
  columns: 1_000,
  /** Excel's own limit. */
  cell_characters: 32_767,
  /** Of all sheets, the empty ones before a filled one counted too. */
  cells: 4_000_000,
  /** Of all cells; a text that many cells share counts in each. */
  characters: 40_000_000,
  /** Elements within elements. */
  depth: 100,
} as const;
export type LimitName = keyof typeof LIMITS;

/** Inflated over packed bytes; parts below 64 kB are never a bomb and are not measured. */
export const MOST_RATIO = 100;
export const RATIO_COUNTS_FROM_BYTES = 65_536;

export const tooLarge = (what: LimitName, where = '') =>
  refused('xlsx.too_large', { what, most: LIMITS[what], where });

export const unsafe = (why: UnsafeReason, where: string) => refused('xlsx.unsafe', { why, where });

export const damaged = (why: string, where = '') => refused('xlsx.damaged', { why, where });
