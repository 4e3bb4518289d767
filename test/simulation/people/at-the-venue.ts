// What people do with a device that is switched on: marks, surveys, observations, a close-out, a file on a stick.
import type { Live } from '../../../src/device/tablet.ts';
import { MARKS } from '../../../src/domain/attendance/mark.ts';
import type { Answer, Instrument, QuestionNode } from '../../../src/domain/instrument/definition.ts';
import { OUTBOX } from '../device/disk.ts';
import { rowsOf } from '../device/fake-databases.ts';
import type { Hardware } from '../device/hardware.ts';
import type { Tab } from '../device/tab.ts';
import type { Chance } from '../engine/chance.ts';
import type { Lane } from '../engine/scheduler.ts';
import type { Ledger } from '../invariants/ledger.ts';
import { Violation } from '../report.ts';

export type Visit = {
  hardware: Hardware;
  tab: Tab;
  chance: Chance;
  ledger: Ledger;
  hand: (file: Uint8Array) => void;
};

const MINUTE_MS = 60_000;

/** One occupation after the other, with pauses; a person at whose tap the storage fails tries again later. */
export async function spendTime(visit: Visit, occupations: number): Promise<void> {
  const { tab, chance, hardware } = visit;
  for (let n = 0; n < occupations; n++) {
    await tab.lane.sleep(chance.whole(1, 25) * MINUTE_MS);
    const occupation =
      hardware.kind === 'phone'
        ? chance.pick([observe, observe, wait, takeAFile])
        : chance.pick([takeAttendance, takeAttendance, askSurveys, askSurveys, closeOut, wait, takeAFile]);
    await occupation(visit).catch(passStorageTrouble);
  }
}

/** The storage said so and kept nothing: nobody was told that it had. */
export function passStorageTrouble(error: unknown): void {
  if (!(error instanceof Error && error.name === 'StorageError')) throw error;
}

/** The first value of what a screen follows, or null where it does not come. */
function first<T>(lane: Lane, live: Live<T>): Promise<T | null> {
  return new Promise(resolve => {
    const subscription = live.subscribe(value => {
      resolve(value);
      queueMicrotask(() => subscription.unsubscribe());
    });
    lane.after(MINUTE_MS, () => {
      subscription.unsubscribe();
      resolve(null);
    });
  });
}

async function pickEvent({ tab, chance }: Visit) {
  const events = (await first(tab.lane, tab.tablet.events())) ?? [];
  const picked = events.length > 0 ? chance.pick(events.slice(-3)) : null;
  return picked && first(tab.lane, tab.tablet.event(picked.id));
}

async function takeAttendance(visit: Visit): Promise<void> {
  const { tab, chance } = visit;
  const view = await pickEvent(visit);
  if (!view || view.sessions.length === 0) return;
  const session = chance.pick(view.sessions);
  for (const participant of view.participants) {
    if (chance.is(0.3)) continue;
    const mark = chance.pick(MARKS);
    const marked = () => tab.tablet.mark(view.event.id, session.id, participant.id, mark);
    await (chance.is(0.2) ? Promise.all([marked(), marked()]) : marked());
    checkMarked(visit, [view.event.id, session.id, participant.id], mark);
    await tab.lane.sleep(chance.whole(1, 20) * 1000);
  }
}

/** A mark that is told to be kept is the current one, and its record is known. */
function checkMarked({ hardware, ledger, tab }: Visit, of: readonly string[], mark: string): void {
  type Row = {
    event_id: string;
    session_id: string;
    participant_id: string;
    mark: string;
    record_id: string;
  };
  if (!tab.lane.isAlive()) return;
  for (const row of rowsOf<Row>(hardware.disk.factory, OUTBOX, 'marks')) {
    if (row.event_id !== of[0] || row.session_id !== of[1] || row.participant_id !== of[2]) continue;
    if (row.mark === mark && ledger.isKnown(row.record_id)) return;
  }
  ledger.fail(new Violation('I1', `${hardware.name}: a mark of ${of.join(' ')} was told to be kept`));
}

async function askSurveys(visit: Visit): Promise<void> {
  const { tab, chance } = visit;
  const view = await pickEvent(visit);
  if (!view) return;
  const { code, version } = view.event.survey;
  const instrument = await tab.tablet.instrument(code, version);
  if (!instrument || !(await tab.tablet.hasRoom())) return;
  const of = { key: 'kiosk', event_id: view.event.id, assignment_id: null };
  for (let person = chance.whole(1, 5); person > 0; person--) await fillIn(visit, instrument, of);
}

async function observe(visit: Visit): Promise<void> {
  const { tab, chance } = visit;
  const assignments = (await first(tab.lane, tab.tablet.assignments())) ?? [];
  const due = assignments.filter(({ state }) => state !== 'done' || chance.is(0.1));
  if (due.length === 0) return;
  const { id, event_id, instrument: named } = chance.pick(due);
  const instrument = await tab.tablet.instrument(named.code, named.version);
  if (!instrument) return;
  await fillIn(visit, instrument, { key: `observation:${id}`, event_id, assignment_id: id });
}

type Of = { key: string; event_id: string; assignment_id: string | null };

/** Answer by answer, each saved; left off now and then; finished by an impatient finger. */
async function fillIn(
  { tab, chance, hardware, ledger }: Visit,
  instrument: Instrument,
  of: Of,
): Promise<void> {
  const { tablet, lane } = tab;
  const [id, marker] = [chance.id(), `tanda-${chance.id().slice(0, 13)}`];
  const named = { code: instrument.code, version: instrument.version };
  const answers: Record<string, string | null> = {};
  const draft = () => ({ ...of, id, instrument: named, answers: { ...answers }, step: 0, touched_at: 0 });
  for (const question of instrument.nodes) {
    if (question.kind !== 'question') continue;
    answers[question.code] = answerTo(instrument, question, marker, chance);
    if (chance.is(0.15)) await tablet.saveDraft(draft());
    await lane.sleep(chance.whole(1, 15) * 1000);
  }
  await tablet.saveDraft(draft());
  if (chance.is(0.05)) return tablet.dropDraft(draft());
  const finish = () => tablet.finalise(draft(), instrument);
  const taps = chance.is(0.3) ? [finish(), finish()] : [finish()];
  const done = (await Promise.all(taps)).filter(Boolean);
  if (done.length === 1) ledger.promised(marker, `${hardware.name} finalise`);
  else if (done.length > 1) ledger.fail(new Violation('I2', `${hardware.name}: ${marker} finished twice`));
}

/** Of the kinds that the shipped instruments have. */
function answerTo(instrument: Instrument, question: QuestionNode, marker: string, chance: Chance): Answer {
  if (question.type === 'text')
    return `${marker} ${chance.pick(['', 'baik', '🙂', '\u0000\uD800', '=1+1'])}`.trim();
  const choices = instrument.lists[question.list ?? ''] ?? [];
  return question.required || chance.is(0.9) ? chance.pick(choices).code : null;
}

async function closeOut(visit: Visit): Promise<void> {
  const view = await pickEvent(visit);
  if (view)
    await visit.tab.tablet.closeOut(view.event.id, { attended: view.marks.size, responses: view.responses });
}

async function takeAFile({ tab, hand }: Visit): Promise<void> {
  const file = await tab.tablet.sync.toFile();
  if (file) hand(new Uint8Array(await file.blob.arrayBuffer()));
}

async function wait({ tab, chance }: Visit): Promise<void> {
  await tab.lane.sleep(chance.whole(5, 60) * MINUTE_MS);
  if (chance.is(0.5)) tab.tablet.sync.now();
}
