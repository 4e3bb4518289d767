// A centre that is killed again and again while devices push: what it has acknowledged is there, and there once.
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { skm9 } from '../../../src/domain/instrument/shipped/skm9.ts';
import type { RecordEnvelope } from '../../../src/protocol/record.ts';
import { type Centre, startCentre } from '../driver/centre.ts';
import { Office, PASSWORD, type PlannedEvent } from '../driver/office.ts';
import { QuickDevice } from '../driver/quick-device.ts';
import { chance, pass, seed, Tally } from './chance.ts';

const KILLS = 40;
const DEVICES = 4;

const { between } = chance();
let centre: Centre;
let office: Office;
let planned: PlannedEvent;
let devices: QuickDevice[];
/** Acknowledged to a device, by id. */
const receipts = new Map<string, string>();
const minted = { marks: 0, sheets: 0 };
const kills = new Tally();
/** `duplicate`: had been committed when the centre was killed, and its reply was lost. */
const results = new Tally();
let lives = 0;
let answered = 0;

beforeAll(async () => {
  centre = await startCentre();
  office = new Office(centre.origin);
  await office.setUp(centre.printed());
  const unit = await office.topUnit();
  planned = await office.planEvent(unit.id, '2026-11-23', 12);
  devices = await Promise.all(Array.from({ length: DEVICES }, () => QuickDevice.enrol(office, unit.id)));
});

afterAll(() => centre?.remove());

test(`${KILLS} kills of the centre in mid-push lose nothing that it acknowledged and double nothing (seed ${seed})`, async () => {
  let waiting: (RecordEnvelope[] | null)[] = devices.map(() => null);
  while (lives < KILLS) {
    const life = new AbortController();
    answered = 0;
    const pushing = Promise.all(
      devices.map((device, index) => pushOn(device, waiting[index] ?? null, life.signal)),
    );
    const enough = between(0, 12);
    for (let waited = 0; waited < 2000 && answered < enough; waited += 1) await pass(1);
    await pass(between(0, 15));
    life.abort();
    await centre.stop('SIGKILL');
    waiting = await pushing;
    lives += 1;
    const unanswered = waiting.filter(batch => batch !== null).length;
    kills.add(`with ${unanswered} of ${DEVICES} pushes unanswered`);
    await centre.restart();
    expectAllKept();
  }
  for (const [index, device] of devices.entries()) {
    const batch = waiting[index];
    if (batch) keep(batch, await device.push(centre.origin, batch));
  }
  console.log(`seed ${seed}; kills of the centre`, kills.counts, 'receipts', results.counts);
  expect(receipts.size).toBe(minted.marks + minted.sheets);
  expectAllKept();
  await expectAllCounted();
}, 400_000);

/** Pushes one batch after another until the centre is gone; answers the batch that got no reply, or null. */
async function pushOn(
  device: QuickDevice,
  first: RecordEnvelope[] | null,
  signal: AbortSignal,
): Promise<RecordEnvelope[] | null> {
  for (let batch = first; ; batch = null) {
    batch ??= await mint(device);
    const reply = await device.push(centre.origin, batch);
    keep(batch, reply);
    if (!reply) return batch;
    if (signal.aborted) return null;
  }
}

function keep(batch: readonly RecordEnvelope[], reply: Awaited<ReturnType<QuickDevice['push']>>): void {
  if (reply) answered += 1;
  for (const { id, result } of reply?.results ?? []) {
    results.add(result);
    expect(['stored', 'duplicate']).toContain(result);
    expect(batch.some(record => record.id === id)).toBe(true);
    receipts.set(id, batch.find(record => record.id === id)?.sha256 ?? '');
  }
}

/** A few marks and anonymous sheets. */
const mint = (device: QuickDevice): Promise<RecordEnvelope[]> =>
  Promise.all(
    Array.from({ length: between(1, 6) }, (_, index) => (index % 2 ? mintSheet(device) : mintMark(device))),
  );

function mintMark(device: QuickDevice): Promise<RecordEnvelope> {
  minted.marks += 1;
  const session = planned.sessions[between(0, 2)];
  const participant = planned.participants[between(0, 11)];
  return device.seal(
    { kind: 'mark' },
    {
      event_id: planned.event.id,
      session_id: session?.id,
      participant_id: participant?.id,
      mark: 'present',
      at: '2026-11-23T08:31:04+07:00',
    },
  );
}

function mintSheet(device: QuickDevice): Promise<RecordEnvelope> {
  minted.sheets += 1;
  const answers = Object.fromEntries(skm9.questions.slice(0, 9).map(({ code }) => [code, '3']));
  return device.seal(
    { kind: 'submission', form: skm9.code, version: skm9.version },
    { event_id: planned.event.id, assignment_id: null, day: '2026-11-23', at: null, answers },
  );
}

/** Every receipt has its bytes in the database, none twice, and the database itself is whole. */
function expectAllKept(): void {
  const database = new DatabaseSync(join(centre.data, 'lembar.sqlite'), { readOnly: true });
  const rows = database.prepare('select id, sha256 from raw').all() as { id: string; sha256: string }[];
  const stored = new Map(rows.map(row => [row.id, row.sha256]));
  expect(stored.size).toBe(rows.length);
  expect([...receipts].filter(([id, sha256]) => stored.get(id) !== sha256)).toEqual([]);
  expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(database.prepare('select count(*) as n from raw_conflict').all()).toEqual([{ n: 0 }]);
  database.close();
}

async function expectAllCounted(): Promise<void> {
  const again = new Office(centre.origin);
  await again.signIn('operator', PASSWORD);
  await expect.poll(async () => (await again.result(planned.event.id)).waiting, { timeout: 20_000 }).toBe(0);
  const { survey } = await again.result(planned.event.id);
  expect(survey.responses).toBe(minted.sheets);
  for (const question of survey.questions.slice(0, 9)) expect(question.n).toBe(minted.sheets);
  const told = await again.call<{ devices: { finalised: number }[] }>('GET', '/devices');
  const finalised = told.devices.reduce((sum, device) => sum + device.finalised, 0);
  expect(finalised).toBe(minted.marks + minted.sheets);
}
