// Looks again at records in quarantine: the centre may have learnt of their event, their instrument or their key.
import { PROBLEMS, type Problem } from '../../protocol/problem.ts';
import type { Centre } from '../centre.ts';
import type { Database } from '../store/database.ts';
import { findDevice } from '../store/people/devices.ts';
import {
  findQuarantined,
  type Quarantined,
  type RawRow,
  readReason,
  setQuarantined,
  setWaiting,
} from '../store/records/raw.ts';
import { findReferences } from '../store/records/references.ts';
import { unitsBelow } from '../store/unit-tree.ts';
import { type Examined, examine, namedBy, type Sender } from './examine.ts';
import { envelopeOf, readStored } from './read-record.ts';

const PAGE_ROWS = 200;

export type Looking = {
  /** `can_pass`: those whose reason can pass by itself. `any`: a person asks, having mended something. */
  readonly at: 'can_pass' | 'any';
  readonly of?: Quarantined;
};

/** How many came out; they wait to be projected. Their place among the raw records stays. Nothing is ever dropped. */
export async function reconsider(
  { db, keys }: Pick<Centre, 'db' | 'keys'>,
  { at, of = {} }: Looking = { at: 'can_pass' },
): Promise<number> {
  let after = Number.MIN_SAFE_INTEGER;
  let freed = 0;
  const senderOf = rememberSenders(db);
  for (;;) {
    const rows = await findQuarantined(db, of, after, PAGE_ROWS);
    const last = rows.at(-1);
    if (!last) return freed;
    after = last.seq;
    const page = rows
      .filter(row => canPass(row, at))
      .map(row => ({ row, record: { envelope: envelopeOf(row), content: readStored(keys, row) } }));
    // One look for all of them: this runs after each change at the office, before the pushes that wait.
    const known = await findReferences(db, namedBy(page.map(({ record }) => record)));
    for (const { row, record } of page)
      if (await free(db, row, examine(record, known, await senderOf(row)))) freed += 1;
  }
}

/** What was found on the way here and cannot be found again from what is kept. */
const SETTLED: ReadonlySet<Problem['code']> = new Set(['record.hash', 'record.unverified']);

/** An anonymous record has no sender any more, so whether it came from outside its scope is settled too. */
function canPass({ reason, device_id }: RawRow, at: Looking['at']): boolean {
  const code = readReason(reason)?.code;
  if (!code || SETTLED.has(code)) return false;
  if (code === 'record.outside_scope' && device_id === null) return false;
  return at === 'any' || PROBLEMS[code].retry === 'later';
}

async function free(db: Database, row: RawRow, { problem, event }: Examined): Promise<boolean> {
  if (!problem)
    await setWaiting(db, row.seq, {
      event_id: event?.id ?? null,
      unit_id: event?.unit_id ?? row.unit_id,
    });
  // Another reason by now: its key is back, and what it says cannot be used yet.
  else if (JSON.stringify(problem) !== row.reason) await setQuarantined(db, row.seq, problem);
  return problem === null;
}

/** Each device's units are asked for once a run. */
function rememberSenders(db: Database): (row: RawRow) => Promise<Sender> {
  const known = new Map<string, Promise<Sender>>();
  return row => {
    const name = `${row.device_id} ${row.unit_id}`;
    const sender = known.get(name) ?? findSender(db, row);
    known.set(name, sender);
    return sender;
  };
}

/** Of an anonymous record only the unit is known: its event's where that was in reach, else its sender's. */
async function findSender(db: Database, { device_id, unit_id }: RawRow): Promise<Sender> {
  const device = device_id === null ? null : await findDevice(db, device_id);
  const { account_id, unit_id: from } = device ?? { account_id: null, unit_id };
  return { account_id, units: new Set(await unitsBelow(db, from)) };
}
