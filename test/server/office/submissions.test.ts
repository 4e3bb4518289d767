// The files of a questionnaire's sheets: columns that do not shift, and of anonymous sheets nothing that tells whose they are.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { form, plan, publishDirectly, question, reaction } from './forms.ts';
import { NORTH, type Office, openOffice, planEvent, SOUTH } from './office.ts';

let office: Office;
let event: { id: string; programme_id: string };
beforeEach(async () => {
  office = await openOffice();
  ({ event } = await planEvent(office));
  await publishDirectly(office, reaction, plan);
});
afterEach(() => office.close());

const file = async (path: string, who = 'officer'): Promise<string[][]> => {
  const text: string = await office.must(who, 'GET', path);
  expect(text.startsWith('\uFEFF')).toBe(true);
  return text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map(line => line.split(',').map(cell => cell.replace(/^"(.*)"$/, '$1')));
};
const sheets = (code: string) => file(`/events/${event.id}/submissions/${code}.csv`);
/** Rows as what stands under each heading. */
const records = async (code: string): Promise<Record<string, string>[]> => {
  const [header = [], ...rows] = await sheets(code);
  return rows.map(row => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
};

describe('sheets by name', () => {
  it('are a line each in the order of receipt: answers under their codes, several choices as one column and as 0 and 1 each', async () => {
    const first = await office.submit(event.id, 'rencana', {
      nama: '=1+1',
      topik: 'etika keluhan',
      'butir[1]/janji': 'Papan',
      'butir[2]/bulan': '12',
      'butir[10]/bulan': '012',
    });
    await office.submit(event.id, 'rencana', { nama: 'Budi' });
    const [header, ...rows] = await sheets('rencana');
    expect(header).toEqual([
      '#id',
      '#event',
      '#day',
      '#version',
      'nama',
      'topik',
      'topik/etika',
      'topik/loket',
      'topik/keluhan',
      'butir[1]/janji',
      'butir[2]/bulan',
      'butir[10]/bulan',
      'foto',
    ]);
    expect(rows[0]).toEqual([
      ...[first.id, 'Angkatan I', '2026-11-22', '1', "'=1+1", 'etika keluhan', '1', '0', '1'],
      ...['Papan', '12', '012', ''],
    ]);
    expect(rows[1]?.slice(4)).toEqual(['Budi', '', '', '', '', '', '', '', '']);
  });

  it('keep the columns of every version that was answered: the newest one’s order, then what older ones had besides', async () => {
    await office.submit(event.id, 'rencana', { nama: 'Sari', topik: 'loket' });
    await publishDirectly(
      office,
      form({
        version: 2,
        nodes: [question('topik', { type: 'select_multiple', list: 'topik' }), question('baru')],
        lists: { topik: [{ code: 'antrean' }, { code: 'etika' }] },
      }),
      form({ version: 3, nodes: [question('nanti')] }),
    );
    await office.submit(event.id, 'rencana', { topik: 'antrean', baru: 'Ya' }, { version: 2 });
    const [header, ...rows] = await sheets('rencana');
    expect(header?.slice(3)).toEqual([
      ...['#version', 'topik', 'topik/antrean', 'topik/etika', 'topik/loket', 'topik/keluhan', 'baru'],
      ...['nama', 'foto'],
    ]);
    expect(rows.map(row => row.slice(3))).toEqual([
      ['1', 'loket', '0', '0', '1', '0', '', 'Sari', ''],
      ['2', 'antrean', '1', '0', '0', '0', 'Ya', '', ''],
    ]);
    const book = await file(`/events/${event.id}/submissions/rencana/codebook.csv`);
    expect(book.map(([code]) => code).slice(1)).toEqual(header);
    expect(book.find(([code]) => code === 'topik/loket')?.slice(0, 3)).toEqual([
      'topik/loket',
      'Tanya topik: Pilihan loket',
      '0/1',
    ]);
    expect(book.find(([code]) => code === 'baru')).toEqual(['baru', 'Tanya baru', 'text', '', '2']);
  });

  it('put what lies beyond the hundredth instance into one column', async () => {
    await office.submit(event.id, 'rencana', { 'butir[101]/janji': 'A', 'butir[9000]/janji': 'B' });
    const [header] = await sheets('rencana');
    expect(header?.filter(name => name.startsWith('butir'))).toEqual(['butir[+]/janji']);
    expect((await records('rencana'))[0]?.['butir[+]/janji']).toBe('A | B');
  });

  it('of all own events come in one file, of others’ none', async () => {
    const far = await office.must('operator', 'POST', '/events', {
      programme_id: event.programme_id,
      unit_id: SOUTH,
      name: 'Angkatan Selatan',
      venue: 'Aula',
      starts_on: '2026-11-22',
      ends_on: '2026-11-22',
    });
    await office.submit(event.id, 'rencana', { nama: 'Sari' });
    await office.submit(far.event.id, 'rencana', { nama: 'Budi' });
    const names = async (who: string) =>
      (await file('/instruments/rencana/submissions.csv', who)).slice(1).map(row => [row[1], row[4]]);
    expect(await names('officer')).toEqual([['Angkatan I', 'Sari']]);
    expect(await names('stranger')).toEqual([['Angkatan Selatan', 'Budi']]);
    expect((await names('operator')).sort()).toEqual([
      ['Angkatan I', 'Sari'],
      ['Angkatan Selatan', 'Budi'],
    ]);
  });

  it('are for officers and operators, of questionnaires that exist', async () => {
    const path = `/events/${event.id}/submissions/rencana.csv`;
    expect((await office.call('facilitator', 'GET', path)).status).toBe(403);
    expect((await office.call('stranger', 'GET', path)).status).toBe(404);
    expect((await office.call('officer', 'GET', path.replace('rencana', 'tiada'))).status).toBe(404);
    expect((await sheets('rencana')).length).toBe(1);
  });

  it('of an observation are those that count', async () => {
    const sheet = form({ code: 'amatan', kind: 'observation', nodes: [question('bukti')] });
    await publishDirectly(office, sheet);
    const row = { event_id: event.id, day: '2026-11-22', instrument_code: 'amatan', instrument_version: 1 };
    await office.db
      .insertInto('observation')
      .values([
        { ...row, record_id: 'a', assignment_id: 'x', seq: 1, replaces: null, answers: '{"bukti":"Lama"}' },
        { ...row, record_id: 'b', assignment_id: 'x', seq: 2, replaces: 'a', answers: '{"bukti":"Baru"}' },
      ])
      .execute();
    expect((await records('amatan')).map(({ bukti }) => bukti)).toEqual(['Baru']);
  });
});

describe('anonymous sheets', () => {
  const answers = (mutu: string, more: object = {}) => ({ mutu, jam: '08:30', ...more });
  const send = async (count: number, more: (index: number) => object = () => ({})) => {
    for (let index = 0; index < count; index += 1)
      await office.submit(event.id, 'reaksi', answers(String(1 + (index % 4)), more(index)));
  };

  it('fewer than may be shown give no file at all', async () => {
    await send(4);
    const path = `/events/${event.id}/submissions/reaksi.csv`;
    expect(await office.call('officer', 'GET', path)).toMatchObject({
      status: 409,
      body: { code: 'result.too_few', details: { least: 5 } },
    });
    await send(1);
    expect(await records('reaksi')).toHaveLength(5);
  });

  it('bear no number, no version and no time of day, and are not in the order of receipt', async () => {
    await send(24, index => ({ umur: String(20 + index), topik: 'etika', bintang: '7' }));
    await send(6, index => ({ umur: '30', topik: index % 2 ? 'loket' : 'etika' }));
    const rows = await records('reaksi');
    expect(rows).toHaveLength(30);
    for (const row of rows)
      expect(row).toMatchObject({ '#id': '', '#version': '', '#day': '2026-11-22', jam: '' });
    const marks = rows.map(({ mutu }) => mutu).join('');
    expect(marks).not.toBe('1234'.repeat(8).slice(0, 30));
    expect((await records('reaksi')).map(({ mutu }) => mutu).join('')).not.toBe(marks);
  });

  it('leave blank what too few have answered, and a day on which too few have', async () => {
    await send(6, index => (index < 4 ? { bintang: '9' } : {}));
    await office.submit(event.id, 'reaksi', answers('2'), { day: '2026-11-21' });
    const rows = await records('reaksi');
    expect(rows).toHaveLength(7);
    expect(rows.map(({ bintang }) => bintang)).toEqual(Array(7).fill(''));
    expect(rows.filter(row => row['#day'] === '')).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('2026-11-21');
  });

  it('have their words in lines of their own, in alphabetical order, so that words tell nothing of marks', async () => {
    await send(5, index => ({ saran: `Saran ${'edcba'[index]}` }));
    const rows = await records('reaksi');
    expect(rows).toHaveLength(10);
    expect(rows.slice(0, 5).every(({ mutu, saran }) => mutu !== '' && saran === '')).toBe(true);
    expect(rows.slice(5).map(({ mutu, saran }) => [mutu, saran])).toEqual(
      [...'abcde'].map(letter => ['', `Saran ${letter}`]),
    );
    expect(rows.slice(5).every(row => row['#day'] === '')).toBe(true);
  });

  it('of an event with too few stay out of the file of all events', async () => {
    await send(5);
    const other = await office.must('officer', 'POST', '/events', {
      programme_id: event.programme_id,
      unit_id: NORTH,
      name: 'Kecil',
      venue: 'Aula',
      starts_on: '2026-11-22',
      ends_on: '2026-11-22',
    });
    await office.submit(other.event.id, 'reaksi', answers('1'));
    const rows = (await file('/instruments/reaksi/submissions.csv')).slice(1);
    expect(rows.map(row => row[1])).toEqual(Array(5).fill('Angkatan I'));
  });
});
