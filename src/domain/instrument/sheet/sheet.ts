// A live sheet: one filling of an instrument, as screens, the centre and the tests read and change it.
import type { ReadonlySignal } from '@preact/signals-core';
import type {
  Answer,
  Answers,
  GroupNode,
  Instrument,
  ListRow,
  QuestionNode,
  RepeatNode,
  Template,
  Wording,
} from '../definition.ts';

/** Why a value stands in the way of finishing. `type`: it is no value of its type ("abc" for a number). */
export const VIOLATIONS = ['required', 'type', 'range', 'too_long', 'choice', 'constraint'] as const;
export type Violation = (typeof VIOLATIONS)[number];

/** A choice as it is offered now: filtered, in its order, in the sheet's language. */
export type Offered = { readonly row: ListRow; readonly label: string };

type Live = {
  /** The answer key: `anak[2]/nama`. */
  readonly key: string;
  readonly parent: LiveGroup | null;
  readonly relevant: ReadonlySignal<boolean>;
  /** In the sheet's language, answers piped in; markdown not yet read. */
  readonly label: ReadonlySignal<string>;
};

/** A question in one instance. */
export type LiveQuestion = Live & {
  readonly kind: 'question';
  readonly node: QuestionNode;
  /** What was entered or computed; kept while it is irrelevant. */
  readonly raw: ReadonlySignal<string>;
  /** '' while it is irrelevant. */
  readonly value: ReadonlySignal<string>;
  readonly required: ReadonlySignal<boolean>;
  readonly readonly: ReadonlySignal<boolean>;
  readonly hint: ReadonlySignal<string>;
  /** Null: nothing is wrong, or it is irrelevant. */
  readonly violation: ReadonlySignal<Violation | null>;
  /** The form's own words for that violation, or ''. */
  readonly message: ReadonlySignal<string>;
  /** Selects and rank; empty otherwise. Chosen codes that are not offered any more count as not chosen. */
  readonly choices: ReadonlySignal<readonly Offered[]>;
  /** Enters a value in its XForms form. Nothing happens where it is readonly. */
  answer(value: Answer): void;
};

/** A group in one instance, one instance of a repeat, or the form itself (`node` null). */
export type LiveGroup = Live & {
  readonly kind: 'group';
  readonly node: GroupNode | RepeatNode | null;
  /** In document order. */
  readonly children: readonly LiveNode[];
};

export type LiveRepeat = Live & {
  readonly kind: 'repeat';
  readonly node: RepeatNode;
  readonly instances: ReadonlySignal<readonly LiveGroup[]>;
  /** Whether a person may add and remove; false where the form counts. */
  readonly isOpen: boolean;
  add(): void;
  /** 0-based. Later instances move up, with their answers. */
  remove(index: number): void;
};

export type LiveNode = LiveQuestion | LiveGroup | LiveRepeat;

export type Sheet = {
  readonly instrument: Instrument;
  readonly root: LiveGroup;
  /** Code of the form's language that labels are in. */
  readonly language: ReadonlySignal<string>;
  speak(code: string): void;
  /** Any wording in the sheet's language, without piping from a repeat. */
  say(wording: Wording | undefined): string;
  fill(template: Template): string;
  /** Every question now in the sheet, relevant or not, in document order. */
  questions(): LiveQuestion[];
  find(key: string): LiveNode | null;
  /** Everything entered or computed, relevant or not: what a draft keeps. A fresh sheet of these is the same sheet. */
  answers(): Answers;
  /** What is relevant and not empty: what a submission holds. */
  submission(): Answers;
  /** What stands in the way of finishing, in document order. */
  violations(): LiveQuestion[];
  /** Lets go of everything that follows. */
  end(): void;
};
