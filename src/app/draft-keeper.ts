// Keeps the newest state of a draft on the device while someone fills it in, without a pause in which it could be lost.
import type { Draft, Tablet } from '../device/tablet.ts';

export class DraftKeeper {
  readonly #tablet: Pick<Tablet, 'saveDraft'>;
  /** A save that has not begun; it will take the newest state. */
  #waiting: { newest: Draft; done: Promise<void> } | null = null;
  #work: Promise<unknown> = Promise.resolve();

  constructor(tablet: Pick<Tablet, 'saveDraft'>) {
    this.#tablet = tablet;
  }

  /** Resolves when this state, or a newer one, is durable. However fast someone types, one save waits at most. */
  save(draft: Draft): Promise<void> {
    if (this.#waiting) {
      this.#waiting.newest = draft;
      return this.#waiting.done;
    }
    const waiting = { newest: draft, done: Promise.resolve() };
    waiting.done = this.inTurn(() => {
      if (this.#waiting === waiting) this.#waiting = null;
      return this.#tablet.saveDraft(waiting.newest);
    });
    this.#waiting = waiting;
    return waiting.done;
  }

  /**
   * Runs after everything asked for before, so that a late save never revives a sheet that was dropped or finished;
   * and before everything asked for later, so that the next person's first save is not dropped with the last sheet.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting = null;
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }
}
