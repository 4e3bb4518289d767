// The centre through the years: its process, its files and its keys; killed, started again, restored from an older copy.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { type KeyRing, memoryKeyRing } from '../../../src/server/identity/key-ring.ts';
import type { Chance } from '../engine/chance.ts';
import type { Scheduler } from '../engine/scheduler.ts';
import { type CentreProcess, copyFiles, removeFiles, startCentre } from './process.ts';

/** Whichever records the database fails at: the centre stores none of them until that is mended. */
export const isUnstorable = (id: string): boolean => id.startsWith('00');
const UNSTORABLE = `create trigger unstorable before insert on raw when new.id like '00%'
  begin select raise(abort, 'cannot be stored'); end`;

/** By the command `restore`; the database put back by hand; the whole data folder put back, as of a virtual machine. */
export const RESTORES = ['command', 'hand', 'folder'] as const;
export type Restore = (typeof RESTORES)[number];

export type CentreHouse = {
  readonly keys: KeyRing;
  /** Null while it is down. */
  running(): CentreProcess | null;
  /** ms by which its clock is wrong. */
  clockOff: number;
  build: 'present' | 'old';
  /** Before the run; within it `restart`, which lets the others go on meanwhile. */
  start(): Promise<CentreProcess>;
  restart(): Promise<CentreProcess>;
  /** Pulls the plug: the next start finds what was committed. */
  kill(): void;
  /** A copy of the files, taken while it runs. */
  backUp(): void;
  /** Virtual time of the copy that there is, or null. */
  backedUpAt(): number | null;
  /** The copy in place of the files. To be called while it is down. */
  /** Gives what the centre itself can make of it: a copy of the very run that was killed looks like a whole folder. */
  restore(how: Restore): Restore;
  /**
   * Devices whose nonce a whole folder that was put back did not know: nothing tells the centre that it has forgotten
   * something of theirs, so people have to enrol them anew.
   */
  readonly unmarked: Set<string>;
  /** Breaks, or mends, the storing of some records. To be called while it is down. */
  setUnstorable(broken: boolean): void;
  remove(): void;
};

/** Where the system keeps files in memory: a power cut is modelled, not waited for. */
const MEMORY = '/dev/shm';

type Means = { scheduler: Scheduler; chance: Chance };

export function createCentreHouse({ scheduler, chance }: Means): CentreHouse {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'lembar-simulation-'));
  const backup = join(folder, 'backup.db');
  const [runFile, runBackup] = [join(folder, 'run'), join(folder, 'backup-run')];
  let life = 0;
  let path = join(folder, 'life-0.db');
  let process: CentreProcess | null = null;
  let backedUpAt: number | null = null;
  const clock = (): number => scheduler.now() + house.clockOff;
  const keys = memoryKeyRing({ random: chance.bytes, now: () => new Date(scheduler.now()) });

  /** What a dead process may still do to its own files nobody sees. */
  function moveOn(from: string): void {
    const last = path;
    path = join(folder, `life-${++life}.db`);
    copyFiles(from, path);
    process?.kill();
    process = null;
    removeFiles(last);
  }

  const house: CentreHouse = {
    keys,
    clockOff: 0,
    build: 'present',
    running: () => process,
    async start() {
      process = await scheduler.runUntilSettled(
        startCentre(path, runFile, { scheduler, chance, clock, keys }),
      );
      return process;
    },
    async restart() {
      process = await startCentre(path, runFile, { scheduler, chance, clock, keys });
      return process;
    },
    kill: () => moveOn(path),
    backUp() {
      removeFiles(backup);
      copyFiles(path, backup);
      copyFileSync(runFile, runBackup);
      backedUpAt = scheduler.now();
    },
    backedUpAt: () => backedUpAt,
    restore(how) {
      moveOn(backup);
      if (how === 'command') asRestoreDoes(path, chance.id());
      const isOfThisRun = readFileSync(runBackup, 'utf8') === readFileSync(runFile, 'utf8');
      if (how === 'command' || (how === 'hand' && !isOfThisRun)) return how;
      copyFileSync(runBackup, runFile);
      for (const id of withoutNonce(path)) house.unmarked.add(id);
      return 'folder';
    },
    unmarked: new Set(),
    setUnstorable(broken) {
      const database = new DatabaseSync(path);
      database.exec(broken ? UNSTORABLE : 'drop trigger if exists unstorable');
      database.close();
    },
    remove() {
      process?.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return house;
}

/** The same as `npm run lembar -- restore`: another epoch, no nonces. */
function asRestoreDoes(path: string, epoch: string): void {
  const database = new DatabaseSync(path);
  database.prepare("update setting set value = ? where key = 'epoch'").run(epoch);
  database.exec('update device set nonce = null');
  database.close();
}

function withoutNonce(path: string): string[] {
  const database = new DatabaseSync(path);
  const rows = database.prepare('select id from device where nonce is null').all() as { id: string }[];
  database.close();
  return rows.map(({ id }) => id);
}
