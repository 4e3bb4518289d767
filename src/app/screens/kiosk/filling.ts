// One person after another at the kiosk: which screen shows, what is kept, and when everything of a person is cleared.
//
//   notice ── begin ──► asking ── last page ──► thanks ── 5 s or a tap ──► notice
//                       │    ▲                                                ▲
//            90 s still │    │ a touch                                        │
//                       ▼    │                                                │
//                      idle ─┴── 20 s, or leave ── draft dropped ─────────────┘
import { signal } from '@preact/signals';
import type { Draft, Tablet } from '../../../device/tablet.ts';
import type { Instrument } from '../../../domain/instrument/definition.ts';
import type { Page } from '../../../domain/instrument/sheet/pages.ts';
import type { LiveQuestion, LiveRepeat } from '../../../domain/instrument/sheet/sheet.ts';
import { DraftKeeper } from '../../draft-keeper.ts';
import type { SheetMaker } from '../../sheet/sheet-maker.ts';
import { OpenSheet } from './open-sheet.ts';

export const DRAFT_KEY = 'kiosk';
export const IDLE_MS = 90_000;
export const IDLE_QUESTION_MS = 20_000;
export const THANKS_MS = 5_000;
/** The chosen answer stays in sight this long before the next page comes. */
export const CHOSEN_MS = 180;
/** A new screen takes no tap this long, so that a second tap meant for the last one falls on nothing. */
export const SETTLE_MS = 350;

export type FillingNeeds = {
  tablet: Pick<Tablet, 'saveDraft' | 'dropDraft' | 'finalise'>;
  clock: () => number;
  newId: () => string;
  instrument: Instrument;
  makeSheet: SheetMaker;
  /** The form's language that a new person begins in. */
  language: () => string;
  eventId: string;
  /** Another form of the event than its survey. */
  isBeside: boolean;
  /** The draft that a restart found. */
  restored: Draft | null;
  /** Given every piece of work, so that a failure to keep something is told. */
  attempt: (work: Promise<unknown>) => void;
};

export class Filling {
  readonly stage = signal<'notice' | 'asking' | 'idle' | 'thanks'>('notice');
  /** The person's sheet so far, or null when nobody is filling in. */
  readonly draft = signal<Draft | null>(null);
  /** That sheet, alive; it ends with its person. */
  readonly open = signal<OpenSheet | null>(null);
  /** An answer is on its way to the disk. */
  readonly moving = signal(false);
  /** The page shown says what is wrong with its answers. */
  readonly complaining = signal(false);
  /** Whether the screen shown takes a tap already. */
  readonly settled = signal(true);
  /** Seconds until the answers are cleared, while idle. */
  readonly secondsLeft = signal(0);
  readonly keeper: DraftKeeper;

  readonly #needs: FillingNeeds;
  #touchedAt: number;
  /** When the stage began that ends by itself. */
  #since: number;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(needs: FillingNeeds) {
    this.#needs = needs;
    this.keeper = new DraftKeeper(needs.tablet);
    this.#touchedAt = this.#since = needs.clock();
    if (!needs.restored) return;
    this.#openSheet(needs.restored);
    const isOld = Math.abs(needs.clock() - needs.restored.touched_at) >= IDLE_MS;
    this.stage.value = isOld ? 'idle' : 'asking';
    this.tick();
  }

  begin(): void {
    if (this.stage.value !== 'notice' || !this.settled.value) return;
    const { instrument, newId, clock, eventId, isBeside, language } = this.#needs;
    this.#openSheet({
      key: DRAFT_KEY,
      id: newId(),
      instrument: { code: instrument.code, version: instrument.version },
      event_id: eventId,
      assignment_id: null,
      ...(isBeside && { beside: true }),
      answers: {},
      step: 1,
      language: language(),
      touched_at: clock(),
    });
    this.#save();
    this.#enter('asking');
  }

  #openSheet(draft: Draft): void {
    const open = new OpenSheet(this.#needs.makeSheet, draft, () => this.#keepAnswers());
    this.open.value = open;
    this.draft.value = { ...draft, ...open.at(open.standing(draft)) };
  }

  /** Each letter, each tap. */
  #keepAnswers(): void {
    const [draft, open] = [this.draft.value, this.open.value];
    if (!draft || !open) return;
    this.#touchedAt = this.#needs.clock();
    this.draft.value = { ...draft, answers: open.answers(), touched_at: this.#touchedAt };
    this.#save();
  }

  /** The page shown, or null. */
  page(): Page | null {
    const [draft, open] = [this.draft.value, this.open.value];
    return (draft && open?.pages.value[open.standing(draft)]) ?? null;
  }

  /** Whether an answer counts: not while one is on its way, nor before the screen has settled. */
  get isClosed(): boolean {
    return this.moving.value || !this.settled.value;
  }

  /** Goes on where nothing is wrong with the page shown; else the page says what is. */
  next(): void {
    const [page, open] = [this.page(), this.#openNow()];
    if (!page || !open) return;
    open.tidy(page);
    this.complaining.value = page.questions.some(question => question.violation.peek() !== null);
    if (!this.complaining.value) this.#leavePage(open);
  }

  /** Goes on without an answer to this question: it does not apply. */
  skip(question: LiveQuestion): void {
    const open = this.#openNow();
    if (!open || !this.page()?.questions.some(one => one === question)) return;
    open.skip(question);
    this.#leavePage(open);
  }

  addPart(repeat: LiveRepeat): void {
    const [draft, open] = [this.draft.value, this.#openNow()];
    if (!draft || !open) return;
    // Its pages come where "one more?" stood.
    const place = open.standing(draft);
    repeat.add();
    this.#move(open, place);
  }

  removePart(repeat: LiveRepeat, index: number): void {
    const [draft, open] = [this.draft.value, this.#openNow()];
    if (!draft || !open) return;
    repeat.remove(index);
    this.#move(open, open.standing(draft));
  }

  speak(code: string): void {
    const draft = this.draft.value;
    if (!draft) return;
    this.open.value?.sheet.speak(code);
    this.draft.value = { ...draft, language: code };
    this.#save();
  }

  back(): void {
    const [draft, open] = [this.draft.value, this.open.value];
    if (!draft || !open || this.stage.value !== 'asking' || this.moving.value) return;
    const place = open.standing(draft);
    if (place < 1) return;
    this.complaining.value = false;
    this.draft.value = { ...draft, ...open.at(place - 1), touched_at: this.#needs.clock() };
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
    if (this.moving.value || this.stage.value === 'notice') return;
    const draft = this.draft.value;
    const gone = draft && this.keeper.inTurn(() => this.#needs.tablet.dropDraft(draft));
    if (gone) this.#needs.attempt(gone);
    this.#forget();
    this.#enter('notice', gone);
  }

  /** Call every second, and when the page comes back into sight. */
  tick(): void {
    const now = this.#needs.clock();
    // A clock that was set back must not keep a sheet open for ever.
    this.#touchedAt = Math.min(this.#touchedAt, now);
    this.#since = Math.min(this.#since, now);
    const stage = this.stage.value;
    const isStill = now - this.#touchedAt >= IDLE_MS;
    if (stage === 'thanks' && now - this.#since >= THANKS_MS) this.clear();
    else if (stage === 'asking' && !this.moving.value && isStill) this.#enter('idle');
    else if (stage === 'idle' && now - this.#since >= IDLE_QUESTION_MS) this.clear();
    this.secondsLeft.value = Math.max(0, Math.ceil((this.#since + IDLE_QUESTION_MS - now) / 1000));
  }

  /** Lets go of the sheet; what is kept stays. */
  end(): void {
    this.open.value?.end();
  }

  #openNow(): OpenSheet | null {
    return this.stage.value === 'asking' && !this.isClosed ? this.open.value : null;
  }

  /** To the next page; after the last one to the end, or back to what an answer given later has made wrong. */
  #leavePage(open: OpenSheet): void {
    const draft = this.draft.value;
    if (!draft) return;
    const place = open.standing(draft) + 1;
    const isLast = place >= open.pages.value.length;
    const wrong = isLast ? open.firstWrong() : -1;
    if (!isLast) this.#move(open, place);
    else if (wrong >= 0) this.#move(open, wrong, true);
    else this.#whileMoving(this.#finish({ ...draft, answers: open.sheet.submission() }));
  }

  #move(open: OpenSheet, place: number, complaining = false): void {
    const draft = this.draft.value;
    if (!draft) return;
    this.#touchedAt = this.#needs.clock();
    const to = { ...open.at(place), touched_at: this.#touchedAt };
    this.#whileMoving(this.#goOn(open, { ...draft, answers: open.answers(), ...to }, complaining));
  }

  #whileMoving(moved: Promise<void>): void {
    this.moving.value = true;
    this.#needs.attempt(
      moved.finally(() => {
        this.moving.value = false;
      }),
    );
  }

  #save(): void {
    const draft = this.draft.value;
    if (draft) this.#needs.attempt(this.keeper.save(draft));
  }

  /** The next page comes only when the answer is durable. */
  async #goOn(open: OpenSheet, next: Draft, complaining: boolean): Promise<void> {
    await Promise.all([this.keeper.save(next), pause(CHOSEN_MS)]);
    // A photo may have been ready only now.
    this.draft.value = { ...next, answers: open.answers() };
    this.complaining.value = complaining;
    this.#settle();
  }

  async #finish(last: Draft): Promise<void> {
    const { tablet, instrument } = this.#needs;
    const isKept = await this.keeper.inTurn(() => tablet.finalise(last, instrument));
    this.#forget();
    this.#enter(isKept ? 'thanks' : 'notice');
  }

  #forget(): void {
    this.open.value?.end();
    this.open.value = null;
    this.draft.value = null;
    this.complaining.value = false;
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
