// A row of the survey in its place in the tree, before what it refers to is looked up.
import type { QuestionType, ValueType } from '../../../domain/instrument/definition.ts';
import type { ChoiceList } from '../lists/choice.ts';
import type { Row } from '../table/table.ts';
import type { MetadataKind } from './types.ts';

type Placed = {
  readonly row: Row;
  readonly name: string;
  /** Index of its group or repeat in the drafts; -1 for the form. */
  readonly parent: number;
  /** Names from the form down to it, divided by `/`. */
  readonly path: string;
};

export type GroupDraft = Placed & { readonly kind: 'group' | 'repeat' };

export type QuestionDraft = Placed & {
  readonly kind: 'question';
  readonly type: QuestionType;
  readonly valueType?: ValueType;
  readonly list?: ChoiceList;
  readonly metadata?: MetadataKind;
  /** What the type itself demands. */
  readonly implied?: string;
  readonly appearance?: string;
  readonly parameters?: ReadonlyMap<string, string>;
  readonly orOther?: boolean;
  /** It holds the words for "Lainnya" of this draft, and its row is that one's. */
  readonly otherOf?: number;
};

export type Draft = GroupDraft | QuestionDraft;

/** As many nodes as the largest field forms have five times over. */
export const MAX_NODES = 10_000;
export const MAX_DEPTH = 50;
