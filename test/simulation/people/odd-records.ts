// Records as no healthy device of this build makes them: far too large, or altered under their id.
import { createHash } from 'node:crypto';
import type { Counters } from '../../../src/device/store/outbox.ts';
import type { RecordEnvelope } from '../../../src/protocol/record.ts';
import { OUTBOX } from '../device/disk.ts';
import { databaseOf, type RawStore, rowsOf } from '../device/fake-databases.ts';
import type { Chance } from '../engine/chance.ts';

const TOO_LARGE_BYTES = 300_000;

const recordsIn = (factory: IDBFactory): RawStore | null =>
  databaseOf(factory, OUTBOX)?.rawObjectStores.get('records') ?? null;

const withBytes = (record: Omit<RecordEnvelope, 'bytes' | 'sha256'>, bytes: Buffer): RecordEnvelope => ({
  ...record,
  bytes: bytes.toString('base64'),
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** As if a build without a limit had made it, and counted it. */
export function plantTooLarge(factory: IDBFactory, chance: Chance): void {
  const record = { id: chance.id(), kind: 'submission', form: 'skm9', version: 1 };
  const value = withBytes(record, Buffer.alloc(TOO_LARGE_BYTES, chance.id()));
  recordsIn(factory)?.storeRecord({ key: value.id, value }, false);
  const local = databaseOf(factory, OUTBOX)?.rawObjectStores.get('local');
  const counters = localOf<Counters>(factory, 'counters') ?? {
    finalised: 0,
    acknowledged: 0,
    quarantined: 0,
  };
  const counted = { ...counters, finalised: counters.finalised + 1 };
  local?.storeRecord({ key: 'counters', value: { key: 'counters', value: counted } }, false);
}

function localOf<T>(factory: IDBFactory, key: string): T | undefined {
  for (const row of rowsOf<{ key: string; value: T }>(factory, OUTBOX, 'local'))
    if (row.key === key) return row.value;
  return undefined;
}

/** One of those that wait says something else from now on, under the same id. False where none waits. */
export function alterOne(factory: IDBFactory, chance: Chance): boolean {
  const waiting = [...rowsOf<RecordEnvelope>(factory, OUTBOX, 'records')];
  if (waiting.length === 0) return false;
  const { bytes, sha256: _, ...record } = chance.pick(waiting);
  const altered = Buffer.from(bytes, 'base64');
  altered.writeUInt8(altered.readUInt8(altered.length - 1) ^ 1, altered.length - 1);
  recordsIn(factory)?.storeRecord({ key: record.id, value: withBytes(record, altered) }, false);
  return true;
}
