// Everything that is shown can be made again from the raw records: the same tables, byte for byte.
import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { MARKS } from '../../../src/domain/attendance/mark.ts';
import type { RecordEnvelope } from '../../../src/protocol/record.ts';
import { rebuild } from '../../../src/server/receive/rebuild.ts';
import { PROJECTIONS } from '../../../src/server/store/records/projections.ts';
import { publishAssignment } from '../../../src/server/store/roster/assignments.ts';
import { plan, publishDirectly, reaction } from '../office/forms.ts';
import { sealRecord } from '../seal-record.ts';
import {
  ASSIGNMENT,
  addAccount,
  addPlan,
  addUnits,
  EVENT,
  openTestCentre,
  PARTICIPANTS,
  type TestCentre,
  UNIT,
} from '../test-centre.ts';
import { addDevice, answersOf, markRecord, seal, surveyRecord } from '../test-device.ts';

async function openCentre() {
  const centre = await openTestCentre();
  await addUnits(centre.db);
  await addPlan(centre.db, (await addAccount(centre.db, 'supervisor', UNIT.west)).id);
  await centre.db.transaction().execute(trx => publishAssignment(trx, ASSIGNMENT));
  await publishDirectly(centre, plan, reaction);
  return { centre, tablet: await addDevice(centre, UNIT.west) };
}

/** Every column of every row of every projection, and of what devices are told. */
async function dump({ db }: TestCentre): Promise<string[]> {
  const rows: string[] = [];
  for (const table of [...PROJECTIONS, 'feed', 'scope_clock'] as const)
    for (const row of await db.selectFrom(table).selectAll().execute())
      rows.push(`${table} ${JSON.stringify(row)}`);
  return rows.sort();
}

const throwIt = (error: unknown) => {
  throw error;
};

const survey = fc
  .record({
    choice: fc.constantFrom('1', '2', '3', '4'),
    saran: fc.constantFrom(null, 'Bagus', 'Panas', ' Panas '),
  })
  .map(({ choice, saran }) => surveyRecord({ ...answersOf(choice), saran }));
const mark = fc
  .record({ person: fc.nat(PARTICIPANTS.length - 1), mark: fc.constantFrom(...MARKS, 'asleep') })
  .map(({ person, mark }) => markRecord({ participant_id: PARTICIPANTS[person], mark }));
const closeOut = fc
  .nat(40)
  .map(responses =>
    seal('close-out', { event_id: EVENT.west, attended: 40, responses, at: '2026-11-20T16:00:00+07:00' }),
  );
const observed = fc.constantFrom('1', '2', '3', '4').map(level =>
  surveyRecord(
    {
      sikap: level,
      komunikasi: level,
      ketepatan: level,
      keluhan: level,
      bukti: 'Catatan',
      rekomendasi: 'pendampingan',
    },
    { assignment_id: ASSIGNMENT, at: '2026-11-20T08:00:00+07:00' },
    { form: 'observasi' },
  ),
);

const counted = fc
  .record({
    topik: fc.constantFrom('etika', 'etika loket', null),
    bintang: fc.constantFrom('7', '07', '10'),
    saran: fc.constantFrom('Bagus', null),
    'pengajar[2]/penguasaan': fc.constantFrom('1', '4'),
  })
  .map(answers => surveyRecord(answers, {}, { form: 'reaksi' }));
const named = fc
  .record({ nama: fc.constantFrom('Sari', ' Budi '), 'butir[3]/bulan': fc.constantFrom('1', '12') })
  .map(answers => surveyRecord(answers, { at: '2026-11-20T08:00:00+07:00' }, { form: 'rencana' }));
const photo = fc.constantFrom('foto', 'nama').map(question =>
  seal(
    'attachment',
    {
      event_id: EVENT.west,
      submission_id: ASSIGNMENT,
      question,
      name: 'a.jpg',
      media: 'image/jpeg',
      data: 'AQID',
    },
    { form: 'rencana', version: 1 },
  ),
);

describe('a rebuild', () => {
  it('gives the same tables byte for byte, of whatever records in whatever batches', async () => {
    const batches = fc.array(
      fc.array(fc.oneof(survey, mark, closeOut, observed, counted, named, photo), { maxLength: 6 }),
      {
        maxLength: 8,
      },
    );
    await fc.assert(
      fc.asyncProperty(batches, async sent => {
        const { centre, tablet } = await openCentre();
        for (const batch of sent) {
          const key = centre.centre.keys.current();
          const records = batch.map((record): RecordEnvelope => ({ ...record, id: randomUUID() }));
          await tablet.push(records.map((record, index) => (index % 3 ? sealRecord(key, record) : record)));
          await centre.app.projector.idle();
        }
        const before = await dump(centre);
        await rebuild(centre.centre, throwIt);
        expect(await dump(centre)).toEqual(before);
        await centre.close();
      }),
      { numRuns: 10 },
    );
  });

  it('puts right what a bug had made of the tables', async () => {
    const { centre, tablet } = await openCentre();
    await tablet.push([surveyRecord(answersOf('4')), markRecord()]);
    await centre.app.projector.idle();
    const right = await dump(centre);
    await centre.db.updateTable('answer_tally').set({ n: 7 }).execute();
    await centre.db.deleteFrom('mark').execute();
    await rebuild(centre.centre, throwIt);
    expect(await dump(centre)).toEqual(right);
    await centre.close();
  });

  it('leaves a record that breaks it aside, alone', async () => {
    const { centre, tablet } = await openCentre();
    const records = Array.from({ length: 5 }, (_, index) =>
      markRecord({ participant_id: PARTICIPANTS[index] }),
    );
    await tablet.push([...records, surveyRecord(answersOf('4'))]);
    await centre.app.projector.idle();
    // As a bug would, when the marks beside it are already in their table.
    await sql`create trigger broken before insert on response_tally begin select raise(abort, 'bug'); end`.execute(
      centre.db,
    );
    const reported: unknown[] = [];
    await rebuild(centre.centre, error => reported.push(error));
    expect(reported[0]).toMatchObject({ message: 'bug' });
    expect(await centre.db.selectFrom('mark').selectAll().execute()).toHaveLength(5);
    expect(
      await centre.db.selectFrom('raw').select('kind').where('state', '=', 'quarantined').execute(),
    ).toEqual([{ kind: 'submission' }]);
    await centre.close();
  });
});

it('an observation that changes nothing of what devices see is not told again', async () => {
  const { centre, tablet } = await openCentre();
  const [first, second] = fc.sample(observed, 2);
  await tablet.push(first ? [first] : []);
  await centre.app.projector.idle();
  const told = await centre.db.selectFrom('scope_clock').selectAll().execute();
  await tablet.push(second ? [second] : []);
  await centre.app.projector.idle();
  expect(await centre.db.selectFrom('observation').selectAll().execute()).toHaveLength(2);
  expect(await centre.db.selectFrom('scope_clock').selectAll().execute()).toEqual(told);
  await centre.close();
});
