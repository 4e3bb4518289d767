// One observation while it is filled in: every change kept on the device, finished only when nothing required is missing.
import { signal } from '@preact/signals';
import type { AssignmentView, Draft, Tablet } from '../../../device/tablet.ts';
import { findProblem } from '../../../domain/instrument/check-answers.ts';
import type { Answer, Instrument, Question } from '../../../domain/instrument/instrument.ts';
import { DraftKeeper } from '../../draft-keeper.ts';

export type FillingInNeeds = {
  tablet: Pick<Tablet, 'saveDraft' | 'finalise'>;
  clock: () => number;
  newId: () => string;
  instrument: Instrument;
  assignment: AssignmentView;
  restored: Draft | null;
  attempt: (work: Promise<unknown>) => void;
};

export class FillingIn {
  readonly draft;
  /** When a change was last durable, epoch ms; null before the first. */
  readonly savedAt = signal<number | null>(null);

  readonly #needs: FillingInNeeds;
  readonly #keeper: DraftKeeper;

  constructor(needs: FillingInNeeds) {
    this.#needs = needs;
    this.#keeper = new DraftKeeper(needs.tablet);
    this.savedAt.value = needs.restored?.touched_at ?? null;
    this.draft = signal<Draft>(
      needs.restored ?? {
        key: `observation:${needs.assignment.id}`,
        id: needs.newId(),
        instrument: { code: needs.instrument.code, version: needs.instrument.version },
        event_id: needs.assignment.event_id,
        assignment_id: needs.assignment.id,
        answers: {},
        step: 0,
        touched_at: needs.clock(),
      },
    );
  }

  /** Kept at once, letter by letter. */
  answer(question: Question, answer: Answer): void {
    const { attempt, clock } = this.#needs;
    const answers = { ...this.draft.value.answers, [question.code]: answer };
    this.draft.value = { ...this.draft.value, answers, touched_at: clock() };
    attempt(
      this.#keeper.save(this.draft.value).then(() => {
        this.savedAt.value = clock();
      }),
    );
  }

  /** Questions that stand in the way of finishing, in the sheet's order. */
  missing(): Question[] {
    const { answers } = this.draft.value;
    return this.#needs.instrument.questions.filter(question =>
      findProblem(question, answers[question.code]?.trim() || null),
    );
  }

  /** The sheet becomes a record; nothing happens while something is missing. */
  async finish(): Promise<void> {
    if (this.missing().length > 0) return;
    await this.#keeper.inTurn(() => this.#needs.tablet.finalise(this.draft.value, this.#needs.instrument));
  }
}
