// What an anonymous sheet leaves at the centre: nothing that leads to a device or to a time of day.
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reconsider } from '../../src/server/receive/reconsider.ts';
import { publishDirectly, question, reaction } from '../server/office/forms.ts';
import { sealRecord } from '../server/seal-record.ts';
import {
  ASSIGNMENT,
  addAccount,
  addPlan,
  addUnits,
  EVENT,
  openTestCentre,
  type TestCentre,
  UNIT,
} from '../server/test-centre.ts';
import {
  addDevice,
  answersOf,
  markRecord,
  seal,
  surveyRecord,
  type TestDevice,
} from '../server/test-device.ts';

let centre: TestCentre;
let tablet: TestDevice;

beforeEach(async () => {
  centre = await openTestCentre();
  await addUnits(centre.db);
  await addPlan(centre.db, (await addAccount(centre.db, 'supervisor', UNIT.west)).id);
  tablet = await addDevice(centre, UNIT.west);
});
afterEach(() => centre.close());

const rawRows = () => centre.db.selectFrom('raw').selectAll().execute();

describe('what an anonymous sheet leaves behind', () => {
  it('is neither device nor time of day, also where the instrument is unknown', async () => {
    await tablet.push([surveyRecord(answersOf('2')), surveyRecord({}, {}, { form: 'baru' })]);
    for (const row of await rawRows())
      expect(row).toMatchObject({ device_id: null, received: '2026-11-22', kind: 'submission' });
  });

  it('is a place among the raw records that has no neighbour with a device and a time', async () => {
    const [first, second, third] = [markRecord(), markRecord(), markRecord()];
    const sheets = [surveyRecord(answersOf('2')), surveyRecord(answersOf('3'))] as const;
    await tablet.push([first, sheets[0], second]);
    await tablet.push([third, sheets[1]]);
    const kinds = (await rawRows()).sort((a, b) => a.seq - b.seq).map(row => row.kind);
    expect(kinds).toEqual(['submission', 'submission', 'mark', 'mark', 'mark']);
  });

  it('is a row that nothing tells from another: not its place, size, day or sender, nor what else is kept of it', async () => {
    const key = centre.centre.keys.current();
    const sheets = Array.from({ length: 12 }, (_, index) =>
      sealRecord(key, surveyRecord({ ...answersOf('3'), saran: index % 2 ? null : 'Panjang '.repeat(40) })),
    );
    for (const sheet of sheets) await tablet.push([sheet]);
    await centre.app.projector.idle();
    const rows = await rawRows();
    const rest = rows.map(({ id: _, seq, sha256: __, bytes, ...row }) => ({
      ...row,
      size: bytes.length,
      seq: seq < 0,
    }));
    expect(new Set(rest.map(row => JSON.stringify(row))).size).toBe(1);
    const order = rows
      .sort((a, b) => a.seq - b.seq)
      .map(({ id }) => sheets.findIndex(sheet => sheet.id === id));
    const ascending = Array.from(sheets.keys());
    expect(order).not.toEqual(ascending);
    expect(order).not.toEqual(ascending.toReversed());
    // 12 places could hardly lie so close together if they were counted.
    expect(Math.abs((rows[0]?.seq ?? 0) - (rows[11]?.seq ?? 0))).toBeGreaterThan(2 ** 40);
  });

  it('is no row number: tables of what was answered and of conflicts have none that could tell the order', async () => {
    for (const table of ['answer_tally', 'response_tally', 'raw_conflict'])
      await expect(sql.raw(`select rowid from ${table}`).execute(centre.db)).rejects.toThrow(
        /no such column/,
      );
  });

  it('is comments in no order of arrival, the same ones counted', async () => {
    const texts = [
      'Terima kasih',
      'Ruangan panas',
      'Bagus',
      'Terima kasih',
      'Kurang praktik',
      'Jelas',
      'Cukup',
    ];
    const placesOf = async () => {
      const rows = await centre.db.selectFrom('comment').selectAll().orderBy('place').execute();
      return rows.map(({ text, n }) => [text, n]);
    };
    for (const saran of texts) await tablet.push([surveyRecord({ ...answersOf('3'), saran })]);
    await centre.app.projector.idle();
    const before = await placesOf();
    expect(before).toHaveLength(6);
    expect(before).toContainEqual(['Terima kasih', 2]);
    await clearAndPushAgain(texts.toReversed());
    expect(await placesOf()).toEqual(before);
  });

  async function clearAndPushAgain(texts: readonly string[]): Promise<void> {
    await centre.db.deleteFrom('comment').execute();
    for (const saran of texts) await tablet.push([surveyRecord({ ...answersOf('3'), saran })]);
    await centre.app.projector.idle();
  }

  it('is a comment that does not lead to its record, cleaned of what no database can hold', async () => {
    const record = surveyRecord({ saran: '  Lebih banyak praktik\u0000 \ud800 ' });
    expect((await tablet.push([record])).json().results).toEqual([{ id: record.id, result: 'stored' }]);
    await centre.app.projector.idle();
    const comments = await centre.db.selectFrom('comment').selectAll().execute();
    expect(comments.map(comment => comment.text)).toEqual(['Lebih banyak praktik \uFFFD']);
    expect(JSON.stringify(comments)).not.toContain(record.id);
  });
});

describe('an anonymous questionnaire of any kind', () => {
  const anonymous = { ...reaction, kind: 'form' } as const;
  const sheet = (change: object = {}) =>
    surveyRecord({ mutu: '3', saran: 'Panas', jam: '08:30' }, change, { form: 'reaksi' });
  beforeEach(() => publishDirectly(centre, anonymous));

  it('is counted, and in no table that keeps sheets', async () => {
    await tablet.push([sheet(), sheet()]);
    await centre.app.projector.idle();
    for (const table of ['submission', 'observation'] as const)
      expect(await centre.db.selectFrom(table).selectAll().execute()).toEqual([]);
    expect(await centre.db.selectFrom('answer_tally').select(['question', 'n']).execute()).toEqual([
      { question: 'mutu', n: 2 },
    ]);
    for (const row of await rawRows()) expect(row).toMatchObject({ device_id: null, received: '2026-11-22' });
  });

  it('may name neither an assignment nor a time of day nor an earlier sheet', async () => {
    const [first] = [sheet()];
    await tablet.push([
      first,
      sheet({ at: '2026-11-20T08:00:00+07:00' }),
      sheet({ assignment_id: ASSIGNMENT }),
      { ...sheet(), replaces: first.id },
    ]);
    const states = (await rawRows()).map(({ state }) => state).sort();
    expect(states.filter(state => state === 'quarantined')).toHaveLength(3);
  });

  it('has photos without device and time, in a table without an order, and are told to nobody', async () => {
    const photo = seal(
      'attachment',
      {
        event_id: EVENT.west,
        submission_id: ASSIGNMENT,
        question: 'gambar',
        name: 'a.jpg',
        media: 'image/jpeg',
        data: 'AQID',
      },
      { form: 'reaksi', version: 1 },
    );
    await centre.db
      .updateTable('instrument')
      .set({
        definition: JSON.stringify({
          ...anonymous,
          nodes: [...anonymous.nodes, question('gambar', { type: 'image' })],
        }),
      })
      .where('code', '=', 'reaksi')
      .execute();
    await tablet.push([photo]);
    await centre.app.projector.idle();
    expect(await rawRows()).toMatchObject([{ device_id: null, received: '2026-11-22', state: 'projected' }]);
    expect(await centre.db.selectFrom('attachment').selectAll().execute()).toHaveLength(1);
    const officer = await addAccount(centre.db, 'officer', UNIT.west);
    const told = await centre.app.inject({
      method: 'GET',
      url: `/api/v1/events/${EVENT.west}/attachments`,
      headers: officer.headers,
    });
    expect(told.json()).toEqual({ attachments: [] });
    await expect(sql`select rowid from attachment`.execute(centre.db)).rejects.toThrow(/no such column/);
  });
});

it('an anonymous sheet for another branch stays out of its figures, also when its version is published later', async () => {
  const stranger = await addDevice(centre, UNIT.east);
  await stranger.push([surveyRecord(answersOf('1'), {}, { version: 2 })]);
  await tablet.push([surveyRecord(answersOf('4'), {}, { version: 2 })]);
  const { definition } = await centre.db
    .selectFrom('instrument')
    .select('definition')
    .where('code', '=', 'skm9')
    .executeTakeFirstOrThrow();
  const next = { code: 'skm9', version: 2, definition: definition.replace('"version":1', '"version":2') };
  await centre.db.insertInto('instrument').values(next).execute();
  await reconsider(centre.centre);
  expect((await rawRows()).map(row => [row.unit_id, row.state]).sort()).toEqual([
    [UNIT.west, 'waiting'],
    [UNIT.east, 'quarantined'],
  ]);
});
