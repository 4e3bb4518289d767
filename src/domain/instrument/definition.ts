// What a questionnaire is once compiled: an immutable version as plain data that the tablet, the centre and the report read alike.
import type { Expression } from './expression.ts';

/** Of a label: text, with expressions where answers are piped in. Markdown is not yet read. */
export type Template = string | readonly (string | Exclude<Expression, string | number | boolean>)[];

/** By language code of the form (`FormLanguage.code`). A language that is not there falls back to the form's first. */
export type Wording = Readonly<Record<string, Template>>;

/** `code`: a BCP 47 tag where the form gave one in brackets, else the name as written; `default` where it named none. */
export type FormLanguage = { readonly code: string; readonly name: string };

/** Media files of a label or a choice, by kind, then by language: names only. */
export type Media = Readonly<
  Partial<Record<'image' | 'audio' | 'video' | 'big-image', Readonly<Record<string, string>>>>
>;

/** What is asked. A value is always text in its XForms form, and '' is no answer. */
export const QUESTION_TYPES = [
  'text',
  'integer',
  'decimal',
  'select_one',
  'select_multiple',
  'rank',
  'range',
  'date',
  'time',
  'dateTime',
  'geopoint',
  'geotrace',
  'geoshape',
  'image',
  'audio',
  'video',
  'file',
  'barcode',
  /** One box to tick: 'OK' (XLSForm `acknowledge`, `trigger`). */
  'acknowledge',
  /** Says something and has no value. */
  'note',
  /** Computed, never shown. Metadata that a form asks for (`today`, `start`) is one too, by its `default`. */
  'calculate',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** The type of a computed value, which decides how it compares. */
export type ValueType =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'time'
  | 'dateTime'
  | 'boolean'
  | 'geo'
  | 'codes';

type NodeBase = {
  /** As in the form. */
  readonly name: string;
  /** Permanent: the key of its answers. The name where it is unique in the form, else the path of names. */
  readonly code: string;
  /** Index of the group or repeat that it is in; -1 for the form itself. Always below the node's own. */
  readonly parent: number;
  readonly label?: Wording;
  readonly relevant?: Expression;
  /** Lower-case tokens: XLSForm appearances and our own (`kiosk-smileys`, `rubric`, `auto-advance`). */
  readonly appearance?: readonly string[];
};

export type GroupNode = NodeBase & { readonly kind: 'group' };

export type RepeatNode = NodeBase & {
  readonly kind: 'repeat';
  /** As many instances as this says; a person adds and removes them where it is absent. */
  readonly count?: Expression;
};

export type QuestionNode = NodeBase & {
  readonly kind: 'question';
  readonly type: QuestionType;
  /** Where `type` does not say it: of a calculation. */
  readonly value_type?: ValueType;
  readonly hint?: Wording;
  readonly guidance?: Wording;
  readonly media?: Media;
  readonly required?: Expression;
  readonly required_message?: Wording;
  readonly constraint?: Expression;
  readonly constraint_message?: Wording;
  readonly readonly?: Expression;
  readonly calculation?: Expression;
  /** Entered when its instance comes into being. */
  readonly default?: Expression;
  /** The calculation is made when one of these nodes changes, and at no other time. */
  readonly triggers?: readonly number[];
  /** Selects and rank: a name in `Instrument.lists`. */
  readonly list?: string;
  /** Over the list's rows (`['col', …]`). */
  readonly choice_filter?: Expression;
  /** A new order for each filling; the same one where a seed is given. */
  readonly randomize?: { readonly seed?: Expression };
  /** The choices of which none goes with another ("tidak ada", "tidak berlaku"). */
  readonly exclusive?: readonly string[];
  /** "Lainnya": the code that asks for words; they lie under `<code>_other`, a node of its own. */
  readonly or_other?: boolean;
  /** As written: `start`, `end`, `step` (range), `rows`, `max-pixels`, … */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Texts: in UTF-16 code units; absent means `TEXT_MAX`. */
  readonly max_length?: number;
};

/** In document order; a node's parent stands before it. */
export type Node = GroupNode | RepeatNode | QuestionNode;

export type ListRow = {
  /** Permanent within the list; what is stored. */
  readonly code: string;
  readonly label?: Wording;
  readonly media?: Media;
  /** What a level looks like on the job (rubrics): the list's column `description`. */
  readonly description?: Wording;
  /** What the choice counts: the list's column `score`. Absent where it counts nothing ("tidak berlaku"). */
  readonly score?: number;
  /** Every other column, for filters and look-ups. */
  readonly columns?: Readonly<Record<string, string>>;
};

/** What a sheet's figures mean; `src/domain/instrument/scoring/` computes them, for every side. */
export const SCORINGS = ['none', 'skm-2017', 'mean-100', 'key', 'levels', 'needs'] as const;
export type Scoring = (typeof SCORINGS)[number];

export const INSTRUMENT_KINDS = ['survey', 'observation', 'test', 'form'] as const;
/** `survey`: asked of everybody in the kiosk. `observation`: of a supervisor about a person. `test`: with a key. */
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];

/** How it is laid out where nothing else is asked for. */
export const VIEWS = ['kiosk', 'page', 'sheet'] as const;
export type View = (typeof VIEWS)[number];

export type Instrument = {
  readonly format: 2;
  readonly code: string;
  /** From 1, counted by the centre. */
  readonly version: number;
  readonly kind: InstrumentKind;
  readonly view: View;
  /** Cannot be undone: nothing that names a person, a device or a time of day is kept with the answers. */
  readonly anonymous: boolean;
  readonly scoring: Scoring;
  /** At least one; the first is the fallback (`default_language`). */
  readonly languages: readonly FormLanguage[];
  readonly title: Wording;
  /** What a person reads before the first question; with its own version, as UU 27/2022 asks. */
  readonly notice: { readonly version: number; readonly text: Wording } | null;
  readonly nodes: readonly Node[];
  /** By name. External lists and those only for look-ups (`pulldata`) are here too. */
  readonly lists: Readonly<Record<string, readonly ListRow[]>>;
  /** What of the functions the expressions need beyond the core: which chunk a tablet loads before it fills in. */
  readonly needs: readonly FunctionSet[];
};

/** Functions come in sets so that a plain survey loads few of them. */
export const FUNCTION_SETS = ['dates', 'texts', 'numbers', 'lists', 'geo'] as const;
export type FunctionSet = (typeof FUNCTION_SETS)[number];

/** In UTF-16 code units, as the browser's `maxlength` counts. */
export const TEXT_MAX = 2000;

/**
 * An answer is the text of a value, and null is "not answered" or "does not apply", never a zero. Keys are node codes;
 * inside repeats each repeat's code with the instance's 1-based place goes before: `anak[2]/nama`, `a[1]/b[3]/nama`.
 * Several codes are divided by blanks, in the list's order (rank: in the ranked one).
 */
export type Answer = string | null;
export type Answers = Readonly<Record<string, Answer>>;
