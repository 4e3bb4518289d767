// The model of truth: every record that was ever committed on a device, what it says, and where it must still be (I1, I3, I4, I7).
import { DEVICE_HEADER, RECORD_MAX_BYTES } from '../../../src/protocol/limits.ts';
import type { PushReply, PushRequest } from '../../../src/protocol/push.ts';
import { PUSH_RESULTS } from '../../../src/protocol/push-result.ts';
import type { RecordEnvelope } from '../../../src/protocol/record.ts';
import { sealedContext } from '../../../src/protocol/sealing.ts';
import { type CentreHouse, isUnstorable, type Restore } from '../centre/centre-house.ts';
import type { Answer, Question } from '../centre/process.ts';
import { OUTBOX, REFERENCE } from '../device/disk.ts';
import { rowsOf } from '../device/fake-databases.ts';
import { type Hardware, identityOf, localOf } from '../device/hardware.ts';
import { type Report, Violation } from '../report.ts';
import type { Replicas } from './replica.ts';

/** An id and the bytes under it: two contents under one id are two entries. */
export type Key = `${string}/${string}`;
export const keyOf = ({ id, sha256 }: Pick<RecordEnvelope, 'id' | 'sha256'>): Key => `${id}/${sha256}`;

export type Entry = {
  readonly envelope: Omit<RecordEnvelope, 'bytes'>;
  /** What the record says, as whoever made it meant it; null where it was planted and says nothing. */
  readonly content: Record<string, unknown> | null;
  readonly madeAt: number;
  /** Length of them in base64. */
  readonly bytes: number;
  /** Gone for good, and rightly: with the disk that held it alone. */
  lost: string | null;
};

type Place = 'waiting' | 'sent';
type Acknowledged = { at: number; under: string };
export type Holding = { places: Map<Key, Place>; acknowledged: Map<Key, Acknowledged> };

const DAY_MS = 24 * 3600_000;
/** 30 days, but for the one that rounding to whole days may cost. */
const RETENTION_MS = 29 * DAY_MS;

const LATE_MS = 60_000;
/** In base64. */
const TOO_LARGE = (RECORD_MAX_BYTES * 4) / 3 + 2;

type Means = {
  report: Report;
  house: CentreHouse;
  now: () => number;
  replicas: Replicas;
  /** Ends the run: what is found is found in the middle of somebody else's step. */
  fail: (violation: unknown) => void;
};
export type Ledger = ReturnType<typeof createLedger>;

export function createLedger({ report, house, now, replicas, fail }: Means) {
  const entries = new Map<Key, Entry>();
  const holdings = new Map<Hardware, Holding>();
  /** What the centre has ever said to be final, and of what in its present life. */
  const told = new Set<Key>();
  const receipts = new Set<Key>();
  const ids = new Set<string>();
  /** Those of disks that are no more. */
  const orphans = new Set<Key>();
  let isPutBack = false;
  const markers = new Set<string>();
  /** When each device last told the centre its counters, and which of several copies that was. */
  const contacts = new Map<string, { device: string; at: number; by: Hardware }>();
  const askedBy = new WeakMap<Question, { at: number; by: Hardware }>();

  function track(hardware: Hardware, acknowledged = new Map<Key, Acknowledged>()): void {
    holdings.set(hardware, { places: new Map(), acknowledged });
    hardware.disk.onCommit = (database, stores) => {
      if (database === OUTBOX && (stores.has('records') || stores.has('sent'))) orFail(() => look(hardware));
      if (database === REFERENCE && (stores.has('rows') || stores.has('snapshots')))
        orFail(() => replicas.look(hardware));
    };
    look(hardware);
  }

  const orFail = (check: () => void): void => {
    try {
      check();
    } catch (violation) {
      fail(violation);
    }
  };

  /** At the instant of a commit: compares what the outbox holds with what it held. */
  function look(hardware: Hardware): void {
    report.counts.checks += 1;
    const holding = holdingOf(hardware);
    const before = holding.places;
    const places = new Map<Key, Place>();
    const { factory } = hardware.disk;
    for (const record of rowsOf<RecordEnvelope>(factory, OUTBOX, 'records')) {
      const key = keyOf(record);
      places.set(key, 'waiting');
      if (!entries.has(key)) enter(hardware, key, record);
    }
    for (const { record } of rowsOf<{ record: RecordEnvelope }>(factory, OUTBOX, 'sent')) {
      const key = keyOf(record);
      if (places.has(key)) throw new Violation('I1', `${key} both waits and is acknowledged`);
      places.set(key, 'sent');
      if (before.get(key) === 'waiting') noteAcknowledged(hardware, holding, key);
    }
    holding.places = places;
    for (const [key, place] of before) if (!places.has(key)) checkGone(hardware, holding, key, place);
  }

  function enter(hardware: Hardware, key: Key, { bytes, ...envelope }: RecordEnvelope): void {
    const content = readContent(envelope, Buffer.from(bytes, 'base64'));
    entries.set(key, { envelope, content, madeAt: now(), lost: null, bytes: bytes.length });
    const text = JSON.stringify(content);
    for (const [marker] of text.matchAll(/tanda-[0-9a-f-]{13}/g)) markers.add(marker);
    ids.add(envelope.id);
    if (isUnstorable(envelope.id)) report.fault('record that the centre cannot store');
    report.counts.records += 1;
    report.note(`${hardware.name} made ${envelope.kind} ${envelope.id}`);
  }

  function readContent(envelope: Omit<RecordEnvelope, 'bytes'>, bytes: Buffer): Entry['content'] {
    const { key_id } = envelope;
    if (!key_id) return parseOrNull(bytes);
    const opened = house.keys.open(key_id, bytes, sealedContext(envelope));
    return opened.ok ? parseOrNull(opened.value) : null;
  }

  function noteAcknowledged(hardware: Hardware, holding: Holding, key: Key): void {
    if (!told.has(key))
      throw new Violation('I7', `${hardware.name}: ${key} let go without the centre's word`);
    report.note(`${hardware.name} holds ${key.slice(0, 36)} as received`);
    holding.acknowledged.set(key, { at: now(), under: identityUnder(hardware) });
  }

  function checkGone(hardware: Hardware, holding: Holding, key: Key, place: Place): void {
    if (place === 'waiting') throw new Violation('I1', `${hardware.name}: ${key} vanished from the outbox`);
    const { at } = holding.acknowledged.get(key) ?? { at: now() };
    if (now() - at < RETENTION_MS)
      throw new Violation(
        'I1',
        `${hardware.name}: ${key} purged ${(now() - at) / DAY_MS} days after its receipt`,
      );
  }

  function asked(hardware: Hardware, question: Question): void {
    askedBy.set(question, { at: now(), by: hardware });
    report.note(`${hardware.name} asks ${question.path} as ${question.headers[DEVICE_HEADER] ?? 'nobody'}`);
    // Whoever does not know this question is sent everything again, what it has just received too.
    if (question.path === '/api/v1/have' && (hardware.build === 'old' || house.build === 'old'))
      forgetWhom(hardware);
    if (question.path !== '/api/v1/push') return;
    const { records } = parse(question.body) as unknown as PushRequest;
    const { acknowledged } = holdingOf(hardware);
    for (const record of records) {
      const key = keyOf(record);
      if (acknowledged.get(key)?.under === identityUnder(hardware))
        throw new Violation('I4', `${hardware.name} sends ${key} again, final for this epoch and device`);
    }
  }

  function answered(question: Question, answer: Answer): void {
    noteContact(question, answer);
    if (question.path !== '/api/v1/push' || answer.status !== 200) return;
    const { records } = parse(question.body) as unknown as PushRequest;
    const { results } = parse(answer.body) as unknown as PushReply;
    const keys = new Map(records.map(record => [record.id, keyOf(record)]));
    const inside = finder();
    for (const { id, result } of results) {
      report.result(result);
      report.note(`centre says ${result} of ${id}`);
      const key = keys.get(id);
      if (!key) throw new Violation('I7', `the centre speaks of ${id}, which it was not sent`);
      if (!(PUSH_RESULTS as readonly string[]).includes(result)) continue;
      if (!inside(key)) throw new Violation('I3', `${key} is told to be ${result} and is not kept`);
      told.add(key);
      receipts.add(key);
    }
  }

  function noteContact(question: Question, { status }: Answer): void {
    const device = question.headers[DEVICE_HEADER];
    if (!device || status !== 200 || !/push|pull/.test(question.path)) return;
    // The first build's pull says nothing of them.
    if (!('counters' in parse(question.body))) return;
    const asked = askedBy.get(question);
    // One that comes late tells old counters, and the centre believes them until the next contact.
    if (asked && now() - asked.at < LATE_MS) contacts.set(device, { device, ...asked });
    else contacts.delete(device);
  }

  /** Whether the centre holds these very bytes now, seen from outside its process. */
  function finder(): (key: Key) => boolean {
    const process = house.running();
    if (!process) return () => false;
    const find = process.seen.prepare(
      'select 1 from raw where id = ?1 and sha256 = ?2 union all select 1 from raw_conflict where id = ?1 and sha256 = ?2',
    );
    return key => find.get(...key.split('/')) !== undefined;
  }

  /** All of it at once: after the centre was killed or restored, and at the end. */
  function checkAll(where: 'anywhere' | 'centre'): void {
    const inside = finder();
    for (const [key, entry] of entries) {
      if (entry.lost || inside(key)) continue;
      // Its device was wiped, and then the centre put back to before it came: nobody has it.
      if (orphans.has(key) && isPutBack && !isOnADevice(key)) entry.lost = 'wiped, then put back';
      if (entry.lost) continue;
      const mayWait = where === 'anywhere' || entry.bytes > TOO_LARGE;
      if (mayWait && isOnADevice(key)) continue;
      throw new Violation('I1', `${key} (${entry.envelope.kind}) is nowhere`);
    }
  }

  const isOnADevice = (key: Key): boolean => [...holdings.values()].some(({ places }) => places.has(key));

  /** The centre was killed: what it had said to be kept must be there when it comes back. */
  function checkReceipts(): void {
    const inside = finder();
    for (const key of receipts)
      if (!inside(key)) throw new Violation('I3', `${key} had its receipt and is gone`);
  }

  /** This disk is no more; what it alone held is lost, and nobody can be blamed but whoever wiped it. */
  function giveUp(hardware: Hardware, why: string): Key[] {
    const { places } = holdingOf(hardware);
    holdings.delete(hardware);
    const inside = finder();
    for (const key of places.keys()) orphans.add(key);
    const lost = [...places.keys()].filter(key => !inside(key) && !isOnADevice(key));
    for (const key of lost) (entries.get(key) as Entry).lost = why;
    return lost;
  }

  /**
   * Of what is lost with this disk the centre must know how much: as of the last time that it heard from the device,
   * the records finished and not acknowledged are at least as many. Copies of a device tell theirs under one name until
   * one of them sends and is found out: only the one that spoke last can be missed.
   */
  function checkNoticed(hardware: Hardware): void {
    const contact = contacts.get(identityOf(hardware)?.device ?? '');
    const process = house.running();
    if (!contact || !process || contact.by !== hardware) return;
    const inside = finder();
    const lost = [...holdingOf(hardware).places].filter(
      ([key, place]) => place === 'waiting' && !inside(key) && (entries.get(key)?.madeAt ?? 0) < contact.at,
    );
    const row = process.seen
      .prepare('select finalised - acknowledged as missing from device where id = ?')
      .get(contact.device) as { missing: number } | undefined;
    if (row && row.missing < lost.length)
      fail(new Violation('counters', `${hardware.name}: ${lost.length} lost, ${row.missing} noticed`));
  }

  function forgetWhom(hardware: Hardware): void {
    const { acknowledged } = holdingOf(hardware);
    for (const [key, { at }] of acknowledged) acknowledged.set(key, { at, under: '' });
  }

  const holdingOf = (hardware: Hardware): Holding => {
    const holding = holdings.get(hardware);
    if (!holding) throw new Error(`${hardware.name} is not tracked`);
    return holding;
  };

  return {
    entries,
    fail,
    isKnown: (id: string) => ids.has(id),
    /** A person was told that it is kept. */
    promised(marker: string, where: string) {
      if (!markers.has(marker)) fail(new Violation('I1', `${where}: ${marker} was told to be kept`));
    },
    track,
    look: (hardware: Hardware) => orFail(() => look(hardware)),
    asked: (hardware: Hardware, question: Question) => orFail(() => asked(hardware, question)),
    answered: (question: Question, answer: Answer) => orFail(() => answered(question, answer)),
    checkAll,
    checkReceipts,
    giveUp,
    checkNoticed,
    /** A restored centre has a life of its own. */
    beginAnotherLife(how: Restore) {
      if (how === 'folder')
        for (const hardware of holdings.keys()) {
          replicas.doubt(hardware);
          // What it forgot under the same name it may be sent under the same name.
          forgetWhom(hardware);
        }
      isPutBack = true;
      receipts.clear();
      contacts.clear();
    },
    holdingOf,
    waiting: (hardware: Hardware) =>
      [...holdingOf(hardware).places].flatMap(([key, place]) => (place === 'waiting' ? [key] : [])),
    isAtCentre: finder,
    isTooLarge: (key: Key) => (entries.get(key)?.bytes ?? 0) > TOO_LARGE,
  };
}

const identityUnder = (hardware: Hardware): string =>
  `${identityOf(hardware)?.device} ${localOf<string>(hardware, 'epoch')}`;

function parseOrNull(bytes: Uint8Array): Entry['content'] {
  try {
    return parse(bytes);
  } catch {
    return null;
  }
}

function parse(bytes: Uint8Array | null): Record<string, unknown> {
  return JSON.parse(Buffer.from(bytes ?? []).toString()) as Record<string, unknown>;
}
