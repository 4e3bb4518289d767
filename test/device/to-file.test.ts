// The second road: a file holds everything that waits, as the very batches that the centre would have taken from the network.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { getLocal, type Identity, putLocal, type RecordRow } from '../../src/device/store/outbox.ts';
import type { BatchFile } from '../../src/device/tablet.ts';
import { PUSH_MAX_BYTES } from '../../src/protocol/limits.ts';
import type { PushRequest } from '../../src/protocol/push.ts';
import { bench, EVENT, person, SESSION } from './fixture.ts';
import { ready } from './ready.ts';

type Line = { device: string; signature: string; body: string };

async function linesOf(file: BatchFile | null) {
  const [header, ...lines] = (await file?.blob.text())?.trimEnd().split('\n') ?? [];
  const batches = lines.map(line => JSON.parse(line) as Line);
  return {
    header: JSON.parse(header ?? 'null'),
    batches,
    requests: batches.map(each => JSON.parse(each.body) as PushRequest),
  };
}

it('holds every record that waits, once, in batches of at most a hundred, shuffled over all of them', async () => {
  const { outbox, tablet } = await ready(0);
  const rows: RecordRow[] = Array.from({ length: 250 }, (_, n) => ({
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    kind: 'mark',
    bytes: 'AAAA',
    sha256: '0'.repeat(64),
    event_id: EVENT,
  }));
  await outbox.records.bulkPut(rows);
  const file = await tablet.sync.toFile();
  const { header, requests } = await linesOf(file);
  expect(header).toEqual({ lembar: 'batches', version: 1 });
  expect(file?.records).toBe(250);
  expect(requests.map(each => each.records.length)).toEqual([100, 100, 50]);
  const ids = requests.flatMap(each => each.records.map(record => record.id));
  expect([...ids].sort()).toEqual(rows.map(row => row.id));
  expect(ids.slice(0, 100).filter(id => id < (rows[100]?.id ?? '')).length).toBeLessThan(80);
  expect(requests[0]?.records[0]).not.toHaveProperty('event_id');
});

it('is signed batch by batch over its very bytes, tells the counters, and names no nonce', async () => {
  const { outbox, tablet } = await ready(2);
  const identity = await getLocal(outbox, 'identity');
  const { batches, requests } = await linesOf(await tablet.sync.toFile());
  for (const { device, signature, body } of batches) {
    expect(device).toBe(identity?.device);
    const signed = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      identity?.keys.publicKey as CryptoKey,
      Buffer.from(signature, 'base64url'),
      Buffer.from(body),
    );
    expect(signed).toBe(true);
  }
  expect(requests[0]).toMatchObject({
    proto: 2,
    epoch: 'epoch-1',
    counters: { finalised: 2, acknowledged: 0 },
  });
  expect(requests[0]).not.toHaveProperty('nonce');
  expect(requests[0]).not.toHaveProperty('next');
});

it('changes nothing here: what waits goes on waiting until its receipt comes', async () => {
  const { centre, outbox, push, tablet } = await ready(2);
  await tablet.sync.toFile();
  expect(await outbox.records.count()).toBe(2);
  await push();
  expect(centre.raw.size).toBe(2);
  expect(centre.forks).toHaveLength(0);
  expect(await tablet.sync.toFile()).toBeNull();
});

it('never makes a batch larger than the centre takes, and leaves none out for that', async () => {
  const { outbox, tablet } = await ready(0);
  const bytes = 'A'.repeat(PUSH_MAX_BYTES / 4);
  const ids = Array.from({ length: 7 }, () => crypto.randomUUID());
  await outbox.records.bulkPut(ids.map(id => ({ id, kind: 'mark', bytes, sha256: '0'.repeat(64) })));
  const { batches, requests } = await linesOf(await tablet.sync.toFile());
  for (const { body } of batches) expect(body.length).toBeLessThan(PUSH_MAX_BYTES);
  expect(requests.flatMap(each => each.records.map(record => record.id)).sort()).toEqual([...ids].sort());
});

describe('its name', () => {
  it('says whose it is and of which day', async () => {
    const { tablet } = await ready(1);
    expect((await tablet.sync.toFile())?.name).toBe('lembar-Tablet-1-2026-11-23.lembar');
  });

  it.each([
    ['../etc/passwd', 'etc-passwd'],
    ['Kantor "Ä" <1>', 'Kantor-Ä-1'],
    ['///', 'tablet'],
  ])('of a device called %s is one that every file system takes', async (label, part) => {
    const on = bench();
    const { outbox, tablet } = await ready(1, on);
    const identity = (await getLocal(outbox, 'identity')) as Identity;
    await putLocal(outbox, 'identity', { ...identity, label });
    expect((await tablet.sync.toFile())?.name).toBe(`lembar-${part}-2026-11-23.lembar`);
  });
});

it('there is none of a device that nobody has enrolled', async () => {
  const tablet = bench().open();
  await tablet.start();
  await tablet.mark(EVENT, SESSION, person(1), 'late');
  expect(await tablet.sync.toFile()).toBeNull();
});
