// Projections: whatever the order and however often records come, the same tables; one bad record delays no other.
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MARKS } from '../../../src/domain/attendance/mark.ts';
import { observation } from '../../../src/domain/instrument/shipped/observation.ts';
import type { RecordEnvelope } from '../../../src/protocol/record.ts';
import { receive } from '../../../src/server/receive/receive.ts';
import { currentMarks } from '../../../src/server/store/records/marks.ts';
import { currentObservations } from '../../../src/server/store/records/observations.ts';
import { addComments } from '../../../src/server/store/records/tallies.ts';
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
import { addDevice, answersOf, markRecord, surveyRecord, type TestDevice } from '../test-device.ts';

async function openCentre() {
  const centre = await openTestCentre();
  await addUnits(centre.db);
  await addPlan(centre.db, (await addAccount(centre.db, 'supervisor', UNIT.west)).id);
  return { centre, tablet: await addDevice(centre, UNIT.west) };
}

const report = (error: unknown) => {
  throw error;
};

async function take({ centre, app }: TestCentre, tablet: TestDevice, records: readonly RecordEnvelope[]) {
  const device = { id: tablet.id, unit_id: UNIT.west, account_id: null };
  const batch = { records: [...records], counters: { finalised: 0, acknowledged: 0 } };
  const results = await receive(centre, device, batch, { road: 'wire', report });
  app.projector.wake();
  await app.projector.idle();
  return results.ok ? results.value.map(({ result }) => result) : [];
}

const observationRecord = (level: string, envelope: Partial<RecordEnvelope> = {}) =>
  surveyRecord(
    Object.fromEntries(
      observation.questions.map(question => [
        question.code,
        question.type === 'text'
          ? 'Catatan'
          : (question.choices[Number(level) % question.choices.length]?.code ?? ''),
      ]),
    ),
    { assignment_id: ASSIGNMENT, at: '2026-11-20T08:00:00+07:00' },
    { form: 'observasi', ...envelope },
  );

/** What the office reads, without ids that are drawn at random. */
async function projections({ db }: TestCentre) {
  const comments = await db.selectFrom('comment').select(['question', 'text']).orderBy('text').execute();
  const marks = await currentMarks(db, EVENT.west);
  return {
    marks: marks.map(mark => `${mark.participant_id} ${mark.mark}`).sort(),
    responses: await db.selectFrom('response_tally').selectAll().execute(),
    answers: await db.selectFrom('answer_tally').selectAll().orderBy('question').orderBy('choice').execute(),
    comments,
    observations: await currentObservations(db, EVENT.west),
  };
}

describe('any order, any repetition', () => {
  it('gives the same projections', async () => {
    const survey = fc
      .record({ choice: fc.constantFrom('1', '2', '3', '4'), saran: fc.option(fc.string({ maxLength: 20 })) })
      .map(({ choice, saran }) => surveyRecord({ ...answersOf(choice), saran }));
    // A chain of corrections for one person; several heads are decided by receipt, and tested below.
    const chain = fc
      .tuple(
        fc.nat(PARTICIPANTS.length - 1),
        fc.array(fc.constantFrom(...MARKS), { minLength: 1, maxLength: 4 }),
      )
      .map(([person, marks]) => ({ person, marks }));
    const input = fc.record({
      surveys: fc.array(survey, { maxLength: 8 }),
      chains: fc.uniqueArray(chain, { maxLength: 4, selector: ({ person }) => person }),
      observed: fc.boolean(),
      seed: fc.integer(),
    });
    await fc.assert(
      fc.asyncProperty(input, async ({ surveys, chains, observed, seed }) => {
        const records = [
          ...surveys,
          ...chains.flatMap(markChain),
          ...(observed ? [observationRecord('2')] : []),
        ];
        const [first, second] = [await openCentre(), await openCentre()];
        for (const record of records) await take(first.centre, first.tablet, [record]);
        for (const batch of shuffledBatches(records, seed)) await take(second.centre, second.tablet, batch);
        expect(await projections(second.centre)).toEqual(await projections(first.centre));
        await first.centre.close();
        await second.centre.close();
      }),
      { numRuns: 12 },
    );
  });

  function markChain({ person, marks }: { person: number; marks: readonly string[] }): RecordEnvelope[] {
    let last: string | undefined;
    return marks.map(mark => {
      const replaces = last === undefined ? {} : { replaces: last };
      const record = markRecord({ participant_id: PARTICIPANTS[person], mark }, replaces);
      last = record.id;
      return record;
    });
  }

  /** Every record at least once, some twice, in another order, cut into batches of uneven size. */
  function shuffledBatches(records: readonly RecordEnvelope[], seed: number): RecordEnvelope[][] {
    let state = seed | 1;
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      return (state >>> 8) / 2 ** 24;
    };
    const all = [...records, ...records.filter(() => random() < 0.5)]
      .map(record => ({ record, key: random() }))
      .sort((a, b) => a.key - b.key);
    const batches: RecordEnvelope[][] = [];
    while (all.length > 0)
      batches.push(all.splice(0, 1 + Math.floor(random() * 4)).map(({ record }) => record));
    return batches;
  }
});

describe('the mark that counts', () => {
  let centre: TestCentre;
  let tablet: TestDevice;
  beforeEach(async () => {
    ({ centre, tablet } = await openCentre());
  });
  afterEach(() => centre.close());
  const current = async () => (await currentMarks(centre.db, EVENT.west)).map(({ mark }) => mark);

  it('is the correction, also where it comes before what it corrects', async () => {
    const wrong = markRecord({ mark: 'absent' });
    const right = markRecord({ mark: 'present' }, { replaces: wrong.id });
    await take(centre, tablet, [right]);
    await take(centre, tablet, [wrong]);
    expect(await current()).toEqual(['present']);
  });

  it('is the one received last where two tablets marked the same person', async () => {
    await take(centre, tablet, [markRecord({ mark: 'absent' }), markRecord({ mark: 'late' })]);
    expect(await current()).toEqual(['late']);
  });

  it('is not undone by a record that claims to replace another person’s mark', async () => {
    const mark = markRecord();
    const other = markRecord({ participant_id: PARTICIPANTS[1], mark: 'sick' }, { replaces: mark.id });
    await take(centre, tablet, [mark, other]);
    expect((await current()).sort()).toEqual(['present', 'sick']);
  });

  it('stays where a record claims to replace itself', async () => {
    const { id } = markRecord();
    expect(await take(centre, tablet, [markRecord({}, { id, replaces: id })])).toEqual(['quarantined']);
    expect(await current()).toEqual([]);
  });
});

describe('a record that breaks the projection', () => {
  it('stands aside alone, kept, while the others of its batch are projected', async () => {
    const { centre, tablet } = await openCentre();
    const records = Array.from({ length: 9 }, (_, index) =>
      markRecord({ participant_id: PARTICIPANTS[index] }),
    );
    const broken = records[4]?.id ?? '';
    // As if a bug had written this row before: the record's own insert fails then.
    const row = { record_id: broken, seq: 0, event_id: '-', session_id: '-', participant_id: '-' };
    await centre.db
      .insertInto('mark')
      .values({ ...row, mark: 'late', at: '-', replaces: null })
      .execute();
    expect(new Set(await take(centre, tablet, records))).toEqual(new Set(['stored']));
    expect(await currentMarks(centre.db, EVENT.west)).toHaveLength(8);
    const aside = await centre.db
      .selectFrom('raw')
      .select(['id', 'reason'])
      .where('state', '=', 'quarantined')
      .execute();
    expect(aside).toEqual([{ id: broken, reason: '{"code":"server.failed","details":{}}' }]);
    await centre.close();
  });
});

it('two comments that draw one place are not counted as one text: that fails loudly', async () => {
  const { centre } = await openCentre();
  const { db } = centre;
  const of = { event_id: EVENT.west, instrument_code: 'skm9', instrument_version: 1, question: 'saran' };
  const add = (text: string) =>
    db.transaction().execute(trx => addComments(trx, [{ ...of, place: 7, text, n: 1 }]));
  await add('Bagus');
  await add('Bagus');
  await expect(add('Panas')).rejects.toThrow(/one place/);
  expect(await db.selectFrom('comment').select(['text', 'n']).execute()).toEqual([{ text: 'Bagus', n: 2 }]);
  await centre.close();
});

describe('what an earlier process left', () => {
  it('is projected at the next start', async () => {
    const { centre, tablet } = await openCentre();
    const device = { id: tablet.id, unit_id: UNIT.west, account_id: null };
    const batch = { records: [surveyRecord(answersOf('4'))], counters: { finalised: 1, acknowledged: 0 } };
    await receive(centre.centre, device, batch, { road: 'wire', report });
    const { createApp } = await import('../../../src/server/app.ts');
    const next = await createApp(centre.centre);
    await next.ready();
    await next.projector.idle();
    expect((await projections(centre)).responses).toMatchObject([{ n: 1 }]);
    await next.close();
    await centre.close();
  });
});
