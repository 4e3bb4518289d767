// One sheet while a person fills it in by themselves: every change kept on the device, finished when nothing stands in its way.
import { signal } from '@preact/signals';
import type { AssignmentView, Draft, StartedTablet } from '../../../device/tablet.ts';
import type { Instrument } from '../../../domain/instrument/definition.ts';
import type { Sheet } from '../../../domain/instrument/sheet/sheet.ts';
import { DraftKeeper } from '../../draft-keeper.ts';
import type { Attachments } from '../../parts/widgets/attachments.ts';
import { attachmentsWith } from '../attachments.ts';
import { followAnswers, keptAnswers } from '../kept-answers.ts';
import type { SheetMaker } from '../sheet-maker.ts';
import { tidy } from '../tidy.ts';
import { formLanguage } from '../wording.ts';

/** Of what it is, apart from what was answered. */
export type Purpose = Pick<Draft, 'key' | 'event_id' | 'assignment_id' | 'beside'>;

export const observationOf = ({ id, event_id }: Pick<AssignmentView, 'id' | 'event_id'>): Purpose => ({
  key: `observation:${id}`,
  event_id,
  assignment_id: id,
});

export type FormFillingNeeds = {
  tablet: Pick<StartedTablet, 'saveDraft' | 'finalise' | 'keepAttachment' | 'attachment' | 'dropAttachment'>;
  clock: () => number;
  newId: () => string;
  instrument: Instrument;
  makeSheet: SheetMaker;
  purpose: Purpose;
  restored: Draft | null;
  attempt: (work: Promise<unknown>) => void;
};

const NOTHING_SKIPPED: ReadonlySet<string> = new Set();

export class FormFilling {
  readonly sheet: Sheet;
  readonly draft;
  /** When a change was last durable, epoch ms; null before the first. */
  readonly savedAt = signal<number | null>(null);
  /** Finishing was tried: every question says what is wrong with it. */
  readonly checked = signal(false);
  /** It is a record now. */
  readonly finished = signal(false);
  readonly attachments: Attachments;

  readonly #needs: FormFillingNeeds;
  readonly #keeper: DraftKeeper;
  readonly #stop: () => void;

  constructor(needs: FormFillingNeeds) {
    const { tablet, clock, newId, instrument, purpose, restored } = needs;
    this.#needs = needs;
    this.#keeper = new DraftKeeper(tablet);
    this.savedAt.value = restored?.touched_at ?? null;
    const { code, version } = instrument;
    this.draft = signal<Draft>(
      restored ?? {
        ...purpose,
        id: newId(),
        instrument: { code, version },
        answers: {},
        step: 0,
        touched_at: clock(),
      },
    );
    const { answers, language = formLanguage(instrument) } = this.draft.value;
    this.sheet = needs.makeSheet({ answers, language });
    this.#stop = followAnswers(this.sheet, () => this.#keep({}));
    const filling = () => this.draft.peek();
    this.attachments = attachmentsWith({ tablet, newId, keeper: this.#keeper, filling });
  }

  speak(code: string): void {
    this.sheet.speak(code);
    // The app's other language is followed without a word in the draft, which begins with the first answer.
    if (this.savedAt.peek() !== null) this.#keep({ language: code });
  }

  /** Which page is open; kept with the next answer, since looking around is no filling in. */
  stand(at: Pick<Draft, 'step'> & { at: string }): void {
    this.draft.value = { ...this.draft.peek(), ...at };
    if (this.savedAt.peek() !== null) this.#keep({});
  }

  /** At once, letter by letter. */
  #keep(more: Partial<Draft>): void {
    const { attempt, clock } = this.#needs;
    const answers = keptAnswers(this.sheet, NOTHING_SKIPPED);
    this.draft.value = { ...this.draft.peek(), ...more, answers, touched_at: clock() };
    attempt(
      this.#keeper.save(this.draft.value).then(() => {
        this.savedAt.value = clock();
      }),
    );
  }

  /** The sheet becomes a record; nothing happens while something stands in its way. */
  async finish(): Promise<void> {
    this.tidy();
    if (this.sheet.violations().length > 0) return;
    const { tablet, instrument } = this.#needs;
    const last = { ...this.draft.peek(), answers: this.sheet.submission() };
    await this.#keeper.inTurn(() => tablet.finalise(last, instrument));
    this.finished.value = true;
  }

  tidy(): void {
    tidy(this.sheet.questions());
  }

  end(): void {
    this.#stop();
    this.sheet.end();
  }
}
