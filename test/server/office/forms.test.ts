// Questionnaires besides the shipped ones: asked in events, brought up to date, counted or kept, and promised what they promise.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unitScope } from '../../../src/server/store/feed.ts';
import { form, plan, publishDirectly, question, reaction } from './forms.ts';
import { NORTH, type Office, openOffice, person, planEvent } from './office.ts';

let office: Office;
let event: { id: string; name: string; venue: string; starts_on: string; ends_on: string };
beforeEach(async () => {
  office = await openOffice();
  ({ event } = await planEvent(office));
  await publishDirectly(office, reaction, plan);
});
afterEach(() => office.close());

const days = () => {
  const { name, venue, starts_on, ends_on } = event;
  return { name, venue, starts_on, ends_on };
};
const change = (asked: object, who = 'officer') =>
  office.call(who, 'PATCH', `/events/${event.id}`, { ...days(), ...asked });
const one = (code: string, version = 1) => ({ code, version });
const fed = async () => (await office.feed(unitScope(NORTH)))[`event ${event.id}`];

describe('an event', () => {
  it('asks another survey and further forms once they are set, and its tablets are told', async () => {
    expect(await fed()).not.toHaveProperty('forms');
    const { body } = await change({ survey: one('reaksi'), forms: [one('rencana')] });
    expect(body).toMatchObject({
      survey: { code: 'reaksi', version: 1, title: { id: 'Reaksi', en: 'Reaction' } },
      forms: [{ code: 'rencana', version: 1, title: { id: 'Rencana aksi', en: 'Action plan' } }],
    });
    expect(await fed()).toMatchObject({
      survey: { code: 'reaksi', version: 1 },
      forms: [{ code: 'rencana', version: 1, title: { id: 'Rencana aksi', en: 'Action plan' } }],
    });
    const { body: again } = await change({ name: 'Lain' });
    expect(again).toMatchObject({ survey: { code: 'reaksi' }, forms: [{ code: 'rencana' }] });
    expect((await change({ forms: [] })).body.forms).toEqual([]);
  });

  it.each([
    ['a questionnaire that is not published', { survey: one('tiada') }, 'instrument.unknown'],
    ['a version that is not published', { forms: [one('rencana', 2)] }, 'instrument.unknown'],
    ['a form as its survey', { survey: one('rencana') }, 'instrument.wrong_kind'],
    ['an observation as a form', { forms: [one('observasi')] }, 'instrument.wrong_kind'],
    ['one form twice', { forms: [one('rencana'), one('rencana')] }, 'request.invalid'],
  ])('is not given %s', async (_what, asked, code) => {
    expect(await change(asked)).toMatchObject({ status: 400, body: { code } });
    expect(await fed()).toMatchObject({ survey: { code: 'skm9' } });
  });

  it('keeps the survey that it has answers to', async () => {
    await office.answer(event.id, { prosedur: '3' });
    expect(await change({ survey: one('reaksi') })).toMatchObject({
      status: 409,
      body: { code: 'event.has_responses', details: { responses: 1 } },
    });
    expect((await change({ survey: one('skm9') })).status).toBe(200);
  });

  it('that is not over takes a new version, with what is not observed yet; one that is over, or another unit’s, does not', async () => {
    await change({ survey: one('reaksi'), forms: [one('rencana')] });
    await publishDirectly(office, { ...plan, version: 2 });
    const used = (events?: string[], who = 'officer') =>
      office.call(who, 'POST', '/instruments/rencana/2/use', events ? { events } : {});
    expect((await used([event.id], 'stranger')).body).toEqual({ events: 0 });
    await office.db.updateTable('event').set({ ends_on: '2026-11-21' }).execute();
    expect((await used()).body).toEqual({ events: 0 });
    await office.db.updateTable('event').set({ ends_on: '2026-11-22' }).execute();
    expect((await used()).body).toEqual({ events: 1 });
    expect(await fed()).toMatchObject({ survey: { version: 1 }, forms: [{ code: 'rencana', version: 2 }] });
    expect((await office.call('officer', 'POST', '/instruments/rencana/9/use', {})).status).toBe(404);
  });

  it('leaves an observation that was made with the version that it was made by', async () => {
    const sheet = form({
      code: 'observasi',
      version: 2,
      kind: 'observation',
      view: 'sheet',
      nodes: [question('baru')],
    });
    await publishDirectly(office, sheet);
    const enrolled = [];
    for (const name of ['Sari', 'Budi'])
      enrolled.push(await office.must('officer', 'POST', `/events/${event.id}/participants`, person(name)));
    const [first] = await Promise.all(
      enrolled.map(({ id }) =>
        office.must('officer', 'POST', `/events/${event.id}/assignments`, {
          participant_id: id,
          supervisor_id: office.idOf('supervisor'),
          due_on: '2026-12-31',
        }),
      ),
    );
    await office.db.updateTable('assignment').set({ instrument_version: 1 }).execute();
    const seen = {
      sikap: '3',
      komunikasi: '3',
      ketepatan: '3',
      keluhan: '3',
      bukti: 'Loket',
      rekomendasi: 'cukup',
    };
    await office.observe(event.id, first.id, seen);
    await office.must('officer', 'POST', '/instruments/observasi/2/use', {});
    const rows = await office.db.selectFrom('assignment').select(['id', 'instrument_version']).execute();
    expect(rows.map(row => [row.id === first.id, row.instrument_version]).sort()).toEqual([
      [false, 2],
      [true, 1],
    ]);
    const { observation } = await office.must('officer', 'GET', `/events/${event.id}/result`);
    const [answered] = observation.people.flatMap(
      ({ answers }: { answers: object[] | null }) => answers ?? [],
    );
    expect(answered).toMatchObject({ code: 'sikap', answer: { id: 'Konsisten', en: 'Consistent' } });
  });
});

describe('an anonymous sheet', () => {
  const answers = {
    mutu: '3',
    topik: 'etika keluhan',
    urutan: 'loket etika keluhan',
    bintang: '07',
    umur: '41',
    saran: 'Bagus',
    jam: '08:30',
    'pengajar[2]/penguasaan': '4',
  };
  const tallies = async () => {
    const rows = await office.db.selectFrom('answer_tally').select(['question', 'choice', 'n']).execute();
    return Object.fromEntries(rows.map(({ question, choice, n }) => [`${question}=${choice}`, n]));
  };

  it('adds to counts of every type that can be counted, each answer by itself, and is in no table of sheets', async () => {
    await office.submit(event.id, 'reaksi', answers);
    await office.submit(event.id, 'reaksi', { ...answers, bintang: '7' });
    expect(await tallies()).toEqual({
      'mutu=3': 2,
      'topik=': 2,
      'topik=etika': 2,
      'topik=keluhan': 2,
      'urutan=': 2,
      'urutan=1 loket': 2,
      'urutan=2 etika': 2,
      'urutan=3 keluhan': 2,
      'bintang=7': 2,
      'umur=41': 2,
      'pengajar[2]/penguasaan=4': 2,
    });
    expect(await office.db.selectFrom('comment').select(['question', 'text', 'n']).execute()).toEqual([
      { question: 'saran', text: 'Bagus', n: 2 },
    ]);
    expect(await office.db.selectFrom('submission').selectAll().execute()).toEqual([]);
  });

  it('may not say when it was filled in', async () => {
    const { result } = await office.submit(event.id, 'reaksi', answers, { at: '2026-11-22T10:00:00+07:00' });
    expect(result).toMatchObject({ result: 'quarantined' });
    expect(await tallies()).toEqual({});
  });
});

describe('a sheet by name', () => {
  it('is kept with all that it says, cleaned, and a correction takes its place in the figures', async () => {
    const first = await office.submit(event.id, 'rencana', { nama: ' Sari\u0000 ', 'butir[2]/bulan': '12' });
    await office.submit(event.id, 'rencana', { nama: 'Sari Dewi' }, { replaces: first.id });
    const rows = await office.db.selectFrom('submission').selectAll().orderBy('seq').execute();
    expect(rows.map(({ answers }) => JSON.parse(answers))).toEqual([
      { nama: 'Sari', topik: null, 'butir[2]/bulan': '12', foto: null },
      { nama: 'Sari Dewi', topik: null, foto: null },
    ]);
    expect(rows[1]).toMatchObject({ event_id: event.id, instrument_version: 1, replaces: first.id });
    const csv = await office.must('officer', 'GET', `/events/${event.id}/submissions/rencana.csv`);
    expect(csv).toContain('"Sari Dewi"');
    expect(csv).not.toContain('"Sari"');
  });

  it('counts in a survey without anonymity as its answers stand now', async () => {
    await publishDirectly(office, { ...reaction, code: 'terbuka', anonymous: false });
    await change({ survey: one('terbuka') });
    const first = await office.submit(event.id, 'terbuka', { mutu: '1', saran: 'Panas' });
    await office.submit(event.id, 'terbuka', { mutu: '4' }, { replaces: first.id });
    const { event: told, survey } = await office.must('officer', 'GET', `/events/${event.id}/result`);
    expect(told.responses).toBe(1);
    expect(survey).toMatchObject({ responses: 1, suppressed: false, index: null, comments: [] });
    expect(survey.questions[0]).toMatchObject({ code: 'mutu', n: 1 });
    expect(survey.questions[0].choices.map(({ n }: { n: number }) => n)).toEqual([0, 0, 0, 1]);
  });
});

describe('a photo', () => {
  const photo = (submission_id: string, name = 'papan.jpg', question = 'foto') =>
    office.send(
      'attachment',
      { event_id: event.id, submission_id, question, name, media: 'image/jpeg', data: 'AQID' },
      { form: 'rencana', version: 1 },
    );

  it('is taken in before its sheet, and of a question that asks for no file only kept', async () => {
    const { id, result } = await photo('40000000-0000-4000-8000-000000000000');
    expect(result).toMatchObject({ result: 'stored' });
    expect(await office.db.selectFrom('attachment').selectAll().execute()).toEqual([
      {
        record_id: id,
        event_id: event.id,
        submission_id: '40000000-0000-4000-8000-000000000000',
        question: 'foto',
        name: 'papan.jpg',
        media: 'image/jpeg',
      },
    ]);
    const wrong = await photo('40000000-0000-4000-8000-000000000000', 'x.jpg', 'nama');
    expect(wrong.result).toMatchObject({
      result: 'quarantined',
      reason: { code: 'answer.unknown_question', details: { question: 'nama' } },
    });
  });

  it('can be fetched with its sheet by the office, as a file and never as a page', async () => {
    const sheet = await office.submit(event.id, 'rencana', { foto: 'papan.jpg' });
    const { id } = await photo(sheet.id);
    const { attachments } = await office.must('officer', 'GET', `/events/${event.id}/attachments`);
    expect(attachments).toEqual([
      {
        id,
        submission_id: sheet.id,
        code: 'rencana',
        question: 'foto',
        name: 'papan.jpg',
        media: 'image/jpeg',
      },
    ]);
    const file = await office.call('officer', 'GET', `/events/${event.id}/attachments/${id}`);
    expect(file).toMatchObject({ status: 200, body: '\u0001\u0002\u0003' });
    expect(file.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'attachment; filename="papan.jpg"',
      'x-content-type-options': 'nosniff',
    });
    expect((await office.call('stranger', 'GET', `/events/${event.id}/attachments/${id}`)).status).toBe(404);
    expect((await office.call('officer', 'GET', `/events/${event.id}/attachments/${sheet.id}`)).status).toBe(
      404,
    );
  });
});

describe('the list of questionnaires', () => {
  it('tells versions, questions and use; an officer of another unit sees no foreign use', async () => {
    await change({ survey: one('reaksi'), forms: [one('rencana')] });
    await publishDirectly(office, { ...plan, version: 2, title: { id: 'Rencana baru' } });
    const { instruments } = await office.must('officer', 'GET', '/instruments');
    expect(instruments.map(({ code }: { code: string }) => code)).toEqual([
      'observasi',
      'reaksi',
      'rencana',
      'skm9',
    ]);
    expect(instruments[2]).toEqual({
      code: 'rencana',
      title: { id: 'Rencana baru', en: 'Rencana baru' },
      kind: 'form',
      anonymous: false,
      versions: [2, 1].map(version => ({
        version,
        published_at: '2026-11-01',
        published_by: null,
        questions: 5,
        has_file: false,
      })),
      events: 1,
    });
    const foreign = (await office.must('stranger', 'GET', '/instruments')).instruments;
    expect(foreign[2].events).toBe(0);
    expect((await office.call('facilitator', 'GET', '/instruments')).status).toBe(403);
  });

  it('opens a version as it is run, also one that the first builds stored', async () => {
    const { instrument } = await office.must('officer', 'GET', '/instruments/rencana/1');
    expect(instrument).toEqual(JSON.parse(JSON.stringify(plan)));
    expect((await office.must('officer', 'GET', '/instruments/skm9/1')).instrument.format).toBe(2);
    expect((await office.call('officer', 'GET', '/instruments/rencana/1/file')).status).toBe(404);
    expect((await office.call('officer', 'GET', '/instruments/rencana/2')).status).toBe(404);
  });
});
