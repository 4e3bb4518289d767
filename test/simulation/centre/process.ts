// One server process over its database files: the real app, a step of the scheduler for each query, killed between any two.
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import type { KyselyPlugin } from 'kysely';
import { createApp } from '../../../src/server/app.ts';
import type { App, Centre } from '../../../src/server/centre.ts';
import type { KeyRing } from '../../../src/server/identity/key-ring.ts';
import { beginRun } from '../../../src/server/put-back.ts';
import { openDatabase } from '../../../src/server/store/database.ts';
import type { Chance } from '../engine/chance.ts';
import type { Lane, Scheduler } from '../engine/scheduler.ts';

export type Question = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  headers: Record<string, string>;
  body: Uint8Array | null;
};
export type Answer = { status: number; headers: Record<string, string>; body: Uint8Array };

/** A connection of its own to the same file. */
export type Seen = InstanceType<typeof DatabaseSync>;

export type CentreProcess = {
  readonly lane: Lane;
  readonly centre: Centre;
  readonly app: App;
  /** What is committed, seen from outside. */
  readonly seen: Seen;
  /** Calls back in this process's own time; never, once it is dead. */
  ask(question: Question, tell: (answer: Answer) => void): void;
  /** Nothing of it goes on; gives nothing back but what is in the files. */
  kill(): void;
};

export type Place = {
  scheduler: Scheduler;
  chance: Chance;
  clock: () => number;
  keys: KeyRing;
};

/** `runFile`: what lies beside the database and tells whether its files were put back. */
export async function startCentre(path: string, runFile: string, place: Place): Promise<CentreProcess> {
  const { scheduler, chance, clock, keys } = place;
  const lane = scheduler.lane('centre');
  const opened = openDatabase(path);
  const centre: Centre = {
    db: opened.withPlugin(aStepEachQuery(lane)),
    keys,
    now: () => new Date(clock()),
    newId: chance.id,
    random: chance.bytes,
    appFolder: null,
    setupToken: null,
    triesPerMinute: 1_000_000_000,
  };
  const starting = new Promise<App>((resolve, reject) => {
    lane.queue(() => void start(centre, runFile).then(resolve, reject));
  });
  const app = await starting;
  const seen = new DatabaseSync(path, { readOnly: true });
  return {
    lane,
    centre,
    app,
    seen,
    ask: (question, tell) =>
      lane.queue(() => void answer(app, question).then(said => lane.isAlive() && tell(said))),
    kill() {
      lane.end();
      seen.close();
      void opened.destroy();
    },
  };
}

async function start(centre: Centre, runFile: string): Promise<App> {
  await beginRun(centre, runFile);
  const app = await createApp(centre);
  await app.ready();
  return app;
}

async function answer(app: App, { method, path, headers, body }: Question): Promise<Answer> {
  const payload = body ? { payload: Buffer.from(body) } : {};
  const reply = await app.inject({ method, url: path, headers, ...payload });
  const told = Object.entries(reply.headers).map(([name, value]) => [name, String(value)]);
  return {
    status: reply.statusCode,
    headers: Object.fromEntries(told),
    body: new Uint8Array(reply.rawPayload),
  };
}

const aStepEachQuery = (lane: Lane): KyselyPlugin => ({
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    await lane.turn();
    return result;
  },
});

/** The files as they are at this instant: what is not committed is not in them. */
export function copyFiles(from: string, to: string): void {
  copyFileSync(from, to);
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`);
}

export function removeFiles(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}
