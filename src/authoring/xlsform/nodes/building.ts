// What making a node needs of its draft and of our own sheets.
import type { Draft, QuestionDraft } from '../survey/draft.ts';

/** What our own sheet `_questions` adds. */
export type Extras = { readonly maxLengthOf: (name: string) => number | undefined };

export type Building = {
  readonly draft: QuestionDraft;
  readonly at: number;
  readonly code: string;
  readonly drafts: readonly Draft[];
};
