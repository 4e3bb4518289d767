// Another tab may run another build: a database that it holds, or has made newer, is told of and never waited for in silence.
import { Dexie } from 'dexie';
import { type Schedule, scheduleWithTimers } from '../surroundings.ts';

/** `storage.blocked` passes once the other tab lets go; `storage.newer` only with this tab's next load. */
export type VersionProblem = 'storage.blocked' | 'storage.newer';

type Watch = {
  problem: VersionProblem | null;
  refusals: Set<(reason: OtherVersion) => void>;
  schedule: Schedule;
};

export class OtherVersion extends Error {
  readonly code: VersionProblem;

  constructor(code: VersionProblem) {
    super(code);
    this.name = 'OtherVersion';
    this.code = code;
  }
}

/** How long an older tab is given to let go: it saves and closes at once where it can. */
export const BLOCKED_MS = 10_000;
/** A browser whose storage hangs says nothing at all: what waits longer than this for a database goes on without it. */
export const HANGS_MS = 20_000;

const watches = new WeakMap<Dexie, Watch>();

/** From now on `opened` knows of other tabs' versions, and this tab makes way for a newer one. */
export function mindOtherVersions(db: Dexie, schedule: Schedule = scheduleWithTimers): void {
  const watch: Watch = { problem: null, refusals: new Set(), schedule };
  watches.set(db, watch);
  const tell = (problem: VersionProblem): void => {
    watch.problem = problem;
    for (const refuse of watch.refusals) refuse(new OtherVersion(problem));
  };
  // `false` keeps Dexie's own answer out: it would open again what has just made way. A deletion may.
  db.on('versionchange', ({ newVersion }) => {
    if (newVersion === null) return;
    tell('storage.newer');
    db.close();
    return false;
  });
  db.on('blocked', () => {
    schedule(() => {
      if (!db.isOpen() && !watch.problem) tell('storage.blocked');
    }, BLOCKED_MS);
    return false;
  });
  // Dexie opens a newer version too, and would write into it what an older build knows.
  db.on(
    'ready',
    () => {
      if (db.backendDB().version > Math.round(db.verno * 10)) tell('storage.newer');
      else watch.problem = null;
      if (watch.problem) throw new OtherVersion(watch.problem);
    },
    true,
  );
}

/** What stands in the way of this database now, or null. */
export function otherVersion(db: Dexie): OtherVersion | null {
  const problem = watches.get(db)?.problem;
  return problem ? new OtherVersion(problem) : null;
}

/**
 * Opens the database where it is not open; rejects with `OtherVersion`, at once or after a time-out, where another tab
 * is in the way, and with a time-out where the browser never answers. The opening itself goes on, so that a later try
 * finds it done. What was closed on purpose stays so.
 */
export function opened(db: Dexie): PromiseLike<unknown> {
  const watch = watches.get(db);
  // A promise of Dexie's own carries a live query's tracking across the wait.
  return new Dexie.Promise((resolve, reject) => {
    if (watch?.problem === 'storage.newer') return reject(new OtherVersion(watch.problem));
    if (!watch || db.isOpen() || db.hasBeenClosed()) return resolve(null);
    watch.refusals.add(reject);
    const giveUp = (): void => reject(new DOMException('storage hangs', 'TimeoutError'));
    const cancel = watch.schedule(giveUp, HANGS_MS);
    db.open()
      .then(resolve, reject)
      .finally(() => {
        cancel();
        watch.refusals.delete(reject);
      });
    if (watch.problem) reject(new OtherVersion(watch.problem));
  });
}
