// One person after another at the kiosk: which screen shows, what is kept, and when everything of a person is cleared.
//
//   notice ── begin ──► asking ── last answer ──► thanks ── 5 s or a tap ──► notice
//                       │    ▲                                                 ▲
//            90 s still │    │ a touch                                         │
//                       ▼    │                                                 │
//                      idle ─┴── 20 s, or leave ── draft dropped ──────────────┘
import { signal } from '@preact/signals';
import type { Draft, Tablet } from '../../../device/tablet.ts';
import type { Answer, Instrument, Question } from '../../../domain/instrument/instrument.ts';
import { DraftKeeper } from '../../draft-keeper.ts';

export const DRAFT_KEY = 'kiosk';
export const IDLE_MS = 90_000;
export const IDLE_QUESTION_MS = 20_000;
export const THANKS_MS = 5_000;
/** The chosen answer stays in sight this long before the next question comes. */
export const CHOSEN_MS = 180;
/** A new screen takes no tap this long, so that a second tap meant for the last one falls on nothing. */
export const SETTLE_MS = 350;

export type FillingNeeds = {
  tablet: Pick<Tablet, 'saveDraft' | 'dropDraft' | 'finalise'>;
  clock: () => number;
  newId: () => string;
  instrument: Instrument;
  eventId: string;
  /** The draft that a restart found. */
  restored: Draft | null;
  /** Given every piece of work, so that a failure to keep something is told. */
  attempt: (work: Promise<unknown>) => void;
};

export class Filling {
  readonly stage = signal<'notice' | 'asking' | 'idle' | 'thanks'>('notice');
  /** The person's sheet so far, or null when nobody is filling in. */
  readonly draft = signal<Draft | null>(null);
  /** The answer just given, while it is shown as chosen; undefined otherwise. */
  readonly chosen = signal<Answer | undefined>(undefined);
  /** Whether the screen shown takes a tap already. */
  readonly settled = signal(true);
  /** Seconds until the answers are cleared, while idle. */
  readonly secondsLeft = signal(0);

  readonly #needs: FillingNeeds;
  #touchedAt: number;
  /** When the stage began that ends by itself. */
  #since: number;
  /** An answer is on its way to the disk. */
  #moving = false;
  #settling: ReturnType<typeof setTimeout> | undefined;
  readonly #keeper: DraftKeeper;

  constructor(needs: FillingNeeds) {
    this.#needs = needs;
    this.#keeper = new DraftKeeper(needs.tablet);
    this.#touchedAt = this.#since = needs.clock();
    if (!needs.restored) return;
    this.draft.value = needs.restored;
    const isOld = Math.abs(needs.clock() - needs.restored.touched_at) >= IDLE_MS;
    this.stage.value = isOld ? 'idle' : 'asking';
    this.tick();
  }

  /** The question shown, or null. */
  question(): Question | null {
    return this.#needs.instrument.questions[(this.draft.value?.step ?? 0) - 1] ?? null;
  }

  begin(): void {
    if (this.stage.value !== 'notice' || !this.settled.value) return;
    const { instrument, newId, clock, eventId } = this.#needs;
    this.draft.value = {
      key: DRAFT_KEY,
      id: newId(),
      instrument: { code: instrument.code, version: instrument.version },
      event_id: eventId,
      assignment_id: null,
      answers: {},
      step: 1,
      touched_at: clock(),
    };
    this.#save();
    this.#enter('asking');
  }

  /** Answers the question with that code and goes on. For another question, or too early, it does nothing. */
  answer(code: string, answer: Answer): void {
    const draft = this.draft.value;
    if (!draft || this.stage.value !== 'asking' || this.#moving || !this.settled.value) return;
    if (this.question()?.code !== code) return;
    this.#moving = true;
    this.chosen.value = answer;
    this.#touchedAt = this.#needs.clock();
    const answered = {
      ...draft,
      answers: { ...draft.answers, [code]: answer },
      touched_at: this.#touchedAt,
    };
    const isLast = draft.step >= this.#needs.instrument.questions.length;
    const moved = isLast ? this.#finish(answered) : this.#goOn({ ...answered, step: draft.step + 1 });
    this.#needs.attempt(
      moved.finally(() => {
        this.#moving = false;
        this.chosen.value = undefined;
      }),
    );
  }

  /** Keeps a text while it is typed. */
  write(code: string, text: string): void {
    const draft = this.draft.value;
    if (!draft || this.#moving || this.question()?.code !== code) return;
    this.#touchedAt = this.#needs.clock();
    this.draft.value = { ...draft, answers: { ...draft.answers, [code]: text }, touched_at: this.#touchedAt };
    this.#save();
  }

  back(): void {
    const draft = this.draft.value;
    if (!draft || this.stage.value !== 'asking' || this.#moving || draft.step <= 1) return;
    this.draft.value = { ...draft, step: draft.step - 1, touched_at: this.#needs.clock() };
    this.#save();
    this.#settle();
  }

  /** Any sign of a person. */
  touch(): void {
    this.#touchedAt = this.#needs.clock();
    if (this.stage.value === 'idle') this.#enter('asking');
  }

  /** Drops everything of this person and shows the notice, which takes nobody before all of it is gone from the disk. */
  clear(): void {
    if (this.#moving || this.stage.value === 'notice') return;
    const draft = this.draft.value;
    const gone = draft && this.#keeper.inTurn(() => this.#needs.tablet.dropDraft(draft));
    if (gone) this.#needs.attempt(gone);
    this.draft.value = null;
    this.#enter('notice', gone);
  }

  /** Call every second, and when the page comes back into sight. */
  tick(): void {
    const now = this.#needs.clock();
    // A clock that was set back must not keep a sheet open for ever.
    this.#touchedAt = Math.min(this.#touchedAt, now);
    this.#since = Math.min(this.#since, now);
    const stage = this.stage.value;
    if (stage === 'thanks' && now - this.#since >= THANKS_MS) this.clear();
    else if (stage === 'asking' && !this.#moving && now - this.#touchedAt >= IDLE_MS) this.#enter('idle');
    else if (stage === 'idle' && now - this.#since >= IDLE_QUESTION_MS) this.clear();
    this.secondsLeft.value = Math.max(0, Math.ceil((this.#since + IDLE_QUESTION_MS - now) / 1000));
  }

  #save(): void {
    const draft = this.draft.value;
    if (draft) this.#needs.attempt(this.#keeper.save(draft));
  }

  /** The next question comes only when the answer is durable. */
  async #goOn(next: Draft): Promise<void> {
    await Promise.all([this.#keeper.save(next), pause(CHOSEN_MS)]);
    this.draft.value = next;
    this.#settle();
  }

  async #finish(last: Draft): Promise<void> {
    const { tablet, instrument } = this.#needs;
    const isKept = await this.#keeper.inTurn(() => tablet.finalise(last, instrument));
    this.draft.value = null;
    this.#enter(isKept ? 'thanks' : 'notice');
  }

  #enter(stage: 'notice' | 'asking' | 'idle' | 'thanks', ready: Promise<unknown> | null = null): void {
    this.#touchedAt = this.#since = this.#needs.clock();
    this.stage.value = stage;
    this.secondsLeft.value = IDLE_QUESTION_MS / 1000;
    this.#settle(ready);
  }

  /** `ready`: what the new screen waits for besides the time. Where it fails, the screen stays closed. */
  #settle(ready: Promise<unknown> | null = null): void {
    this.settled.value = false;
    clearTimeout(this.#settling);
    const open = () => {
      this.settled.value = true;
    };
    this.#settling = setTimeout(() => {
      if (ready === null) open();
      else ready.then(open, () => undefined);
    }, SETTLE_MS);
  }
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
