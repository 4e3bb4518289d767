// I5: a cursor means every visible row up to it and no other scope's; at the end every replica is what a fresh one would be (I8).
import { FEED_SCHEMA } from '../../../src/protocol/limits.ts';
import type { CentreHouse } from '../centre/centre-house.ts';
import type { Seen } from '../centre/process.ts';
import { REFERENCE } from '../device/disk.ts';
import { rowsOf } from '../device/fake-databases.ts';
import { type Hardware, identityOf, localOf } from '../device/hardware.ts';
import { type Report, Violation } from '../report.ts';

type Row = { scope: string; generation: string; kind: string; id: string; leaving?: 1; body: object };
type Snapshot = { scope: string; generation: string; basis: string; cursor: string };
type FeedRow = { kind: string; id: string; version: number; body: string | null };

/** What a supervisor's phone is told of. */
const PHONE_KINDS = new Set(['instrument', 'assignment']);

export type Replicas = ReturnType<typeof createReplicas>;

export function createReplicas({ house, report }: { house: CentreHouse; report: Report }) {
  const checked = new Map<Hardware, string>();
  /** Fetched in a life of the centre that was put back whole, under the same name: nobody can tell by the cursor. */
  const ofAnotherLife = new Set<string>();

  /** Before anything else can happen: right after a commit, where the cursors have moved. */
  function look(hardware: Hardware): void {
    const centre = house.running();
    if (!centre) return;
    const snapshots = [...rowsOf<Snapshot>(hardware.disk.factory, REFERENCE, 'snapshots')];
    const standing = JSON.stringify(snapshots);
    if (checked.get(hardware) === standing) return;
    checked.set(hardware, standing);
    report.counts.checks += 1;
    const basis = basisNow(hardware, centre.seen);
    for (const snapshot of snapshots)
      if (snapshot.basis === basis && !ofAnotherLife.has(snapshot.generation))
        checkSnapshot(hardware, snapshot, centre.seen);
  }

  /** One more look at the end, when nothing moves: nothing is missing, nothing is left over, nothing is old. */
  function checkFresh(hardware: Hardware): void {
    const centre = house.running();
    const identity = identityOf(hardware);
    if (!centre || !identity) return;
    const { factory } = hardware.disk;
    const shown = new Map(
      [...rowsOf<Snapshot>(factory, REFERENCE, 'shown')].map(row => [row.scope, row.generation]),
    );
    const basis = basisNow(hardware, centre.seen);
    const visible = visibleScopes(centre.seen, identity.device);
    const fail = (found: string): never => {
      throw new Violation('I8', `${hardware.name}: ${found}`);
    };
    for (const scope of shown.keys()) if (!visible.includes(scope)) fail(`still shows ${scope}`);
    for (const scope of visible) {
      const snapshot = [...rowsOf<Snapshot>(factory, REFERENCE, 'snapshots')].find(
        each => each.scope === scope && each.generation === shown.get(scope),
      );
      const { version } = (centre.seen
        .prepare('select version from scope_clock where scope = ?')
        .get(scope) as { version: number } | undefined) ?? { version: 0 };
      if (snapshot && ofAnotherLife.has(snapshot.generation)) continue;
      if (snapshot?.basis !== basis) fail(`${scope} is shown as of another time`);
      else if (Number(snapshot.cursor) !== version) fail(`${scope} is at ${snapshot.cursor} of ${version}`);
      else checkSnapshot(hardware, snapshot, centre.seen);
    }
  }

  function checkSnapshot(hardware: Hardware, { scope, generation, cursor }: Snapshot, seen: Seen): void {
    const upTo = Number(cursor);
    const held = new Map<string, Row>();
    for (const row of rowsOf<Row>(hardware.disk.factory, REFERENCE, 'rows'))
      if (row.scope === scope && row.generation === generation) held.set(`${row.kind} ${row.id}`, row);
    const feed = seen
      .prepare('select kind, id, version, body from feed where scope = ?')
      .all(scope) as FeedRow[];
    const fail = (found: string): never => {
      throw new Violation('I5', `${hardware.name} at ${cursor} of ${scope}: ${found}`);
    };
    for (const { kind, id, version, body } of feed) {
      if (hardware.kind === 'phone' && !PHONE_KINDS.has(kind)) continue;
      const row = held.get(`${kind} ${id}`);
      held.delete(`${kind} ${id}`);
      if (version > upTo) continue;
      if (body === null && row && !row.leaving) fail(`${kind} ${id} is gone since ${version}`);
      if (body !== null && !row) fail(`${kind} ${id} of ${version} is missing`);
      if (body !== null && row && JSON.stringify(row.body) !== JSON.stringify(JSON.parse(body)))
        fail(`${kind} ${id} is not as of ${version}: ${JSON.stringify(row.body)} for ${body}`);
    }
    for (const name of held.keys()) fail(`${name} was never there`);
  }

  /** The centre's whole folder was put back. */
  function doubt(hardware: Hardware): void {
    for (const { generation } of rowsOf<Snapshot>(hardware.disk.factory, REFERENCE, 'snapshots'))
      ofAnotherLife.add(generation);
  }

  return { look, checkFresh, doubt };
}

const basisNow = (hardware: Hardware, seen: Seen): string | null => {
  const { value } = seen.prepare("select value from setting where key = 'epoch'").get() as { value: string };
  const isSameLife = localOf<string>(hardware, 'epoch') === value;
  return isSameLife ? `${FEED_SCHEMA}/${identityOf(hardware)?.device}/${value}` : null;
};

function visibleScopes(seen: Seen, device: string): string[] {
  const row = seen.prepare('select unit_id, account_id from device where id = ?').get(device) as
    | { unit_id: string; account_id: string | null }
    | undefined;
  if (!row) return [];
  if (row.account_id) return ['public', `account:${row.account_id}`];
  const units = seen
    .prepare(
      'with recursive below(id) as (select ? union all select unit.id from unit join below on unit.parent_id = below.id) select id from below',
    )
    .all(row.unit_id) as { id: string }[];
  return ['public', ...units.map(({ id }) => `unit:${id}`)];
}
