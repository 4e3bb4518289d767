// How many sealed records a second does a real centre take in durably, beside plain batched SQLite inserts in the same run?

import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { EnrolReply } from '../src/protocol/enrol.ts';
import type { SealingKey } from '../src/protocol/fields.ts';
import { DEVICE_HEADER, PROTO, PUSH_MEDIA, SIGNATURE_HEADER } from '../src/protocol/limits.ts';
import type { PushReply, PushRequest } from '../src/protocol/push.ts';
import { startCentre } from '../test/journeys/driver/centre.ts';
import { Office } from '../test/journeys/driver/office.ts';
import { sealRecord } from '../test/server/seal-record.ts';
import { beside, type Figure, figure } from './figure.ts';

const BATCHES = 200;
const BATCH = 100;
const CLIENTS = 4;

export async function measurePushRate(): Promise<Figure[]> {
  const centre = await startCentre();
  try {
    const office = new Office(centre.origin);
    await office.setUp(centre.printed());
    const unit = await office.topUnit();
    const { event } = await office.planEvent(unit.id, '2026-11-22', 1);
    const device = await enrol(centre.origin, await office.enrolmentCode(unit.id));
    const batches = Array.from({ length: BATCHES }, () => makeBatch(device, event.id));
    const receivedPerS = await push(centre.origin, device, batches);
    const projectedPerS = receivedPerS.rate * (await waitForProjection(office, event.id, receivedPerS));
    const floor = insertPlainly(batches);
    return [
      beside(
        figure('push: durable receipts', receivedPerS.rate, 'records/s', BATCHES * BATCH),
        'plain SQLite, batches of 100',
        floor,
      ),
      beside(
        figure('push: receipts and projection', projectedPerS, 'records/s', BATCHES * BATCH),
        'plain SQLite, batches of 100',
        floor,
      ),
    ];
  } finally {
    await centre.remove();
  }
}

type Device = { id: string; epoch: string; key: KeyObject; sealTo: SealingKey };

async function enrol(origin: string, code: string): Promise<Device> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const reply = await fetch(`${origin}/api/v1/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, public_key: { x, y } }),
  });
  if (!reply.ok) throw new Error(`enrol: ${reply.status} ${await reply.text()}`);
  const { device, epoch, key } = (await reply.json()) as EnrolReply;
  return { id: device, epoch, key: privateKey, sealTo: key };
}

function makeBatch(device: Device, event_id: string): PushRequest {
  const records = Array.from({ length: BATCH }, () => {
    const content = { event_id, assignment_id: null, day: '2026-11-22', at: null, answers: inventAnswers() };
    const bytes = Buffer.from(JSON.stringify(content));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return sealRecord(device.sealTo, {
      id: randomUUID(),
      kind: 'submission',
      form: 'skm9',
      version: 1,
      bytes: bytes.toString('base64'),
      sha256,
    });
  });
  const counters = { finalised: BATCHES * BATCH, acknowledged: 0 };
  return { proto: PROTO, epoch: device.epoch, device: device.id, req: randomUUID(), counters, records };
}

function inventAnswers(): Record<string, string> {
  const unsur = [
    'persyaratan',
    'prosedur',
    'waktu',
    'biaya',
    'produk',
    'kompetensi',
    'perilaku',
    'pengaduan',
    'sarana',
  ];
  return Object.fromEntries(unsur.map(code => [code, String(1 + Math.floor(Math.random() * 4))]));
}

type Pushed = { rate: number; startedAt: number; elapsedMs: number };

/** Bodies and signatures are made before the clock starts; every reply is checked record by record. */
async function push(origin: string, device: Device, batches: PushRequest[]): Promise<Pushed> {
  const requests = batches.map(batch => {
    const body = JSON.stringify(batch);
    const signature = sign('sha256', Buffer.from(body), { key: device.key, dsaEncoding: 'ieee-p1363' });
    return { body, signature: signature.toString('base64url') };
  });
  const startedAt = performance.now();
  const client = async () => {
    for (let request = requests.pop(); request; request = requests.pop()) {
      const reply = await fetch(`${origin}/api/v1/push`, {
        method: 'POST',
        headers: {
          'content-type': PUSH_MEDIA,
          [DEVICE_HEADER]: device.id,
          [SIGNATURE_HEADER]: request.signature,
        },
        body: request.body,
      });
      const told = (await reply.json()) as PushReply;
      if (told.results?.length !== BATCH || told.results.some(one => one.result !== 'stored'))
        throw new Error(`push: ${reply.status} ${JSON.stringify(told).slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const elapsedMs = performance.now() - startedAt;
  return { rate: (BATCHES * BATCH) / (elapsedMs / 1000), startedAt, elapsedMs };
}

/** Waits until every record stands in the event's result; answers the share of the rate that is left. */
async function waitForProjection(office: Office, event: string, pushed: Pushed): Promise<number> {
  for (;;) {
    const { survey } = await office.result(event);
    if (survey.responses === BATCHES * BATCH)
      return pushed.elapsedMs / (performance.now() - pushed.startedAt);
    if (performance.now() - pushed.startedAt > 120_000) throw new Error(`projected only ${survey.responses}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

function insertPlainly(batches: PushRequest[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'lembar-floor-'));
  const database = new DatabaseSync(join(folder, 'floor.sqlite'));
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table raw (id text primary key, bytes blob)',
  );
  const insert = database.prepare('insert into raw values (?, ?)');
  const started = performance.now();
  for (const { records } of batches) {
    database.exec('begin');
    for (const record of records) insert.run(record.id, Buffer.from(record.bytes, 'base64'));
    database.exec('commit');
  }
  const rate = (BATCHES * BATCH) / ((performance.now() - started) / 1000);
  database.close();
  rmSync(folder, { recursive: true });
  return rate;
}
