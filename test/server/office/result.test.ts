// What an event has yielded: right, and silent where few have answered.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UNSUR } from '../../../src/domain/skm/unsur.ts';
import { published } from '../../domain/skm/published.ts';
import { type Office, openOffice, person, planEvent } from './office.ts';

let office: Office;
let event: { id: string };
let session: { id: string };
beforeEach(async () => {
  office = await openOffice();
  ({ event, session } = await planEvent(office));
});
afterEach(() => office.close());

const result = () => office.must('facilitator', 'GET', `/events/${event.id}/result`);
const file = async (name: string): Promise<string> =>
  office.must('officer', 'GET', `/events/${event.id}/${name}.csv`);
const sheet = (scores: (number | null)[], saran: string | null = null) => ({
  ...Object.fromEntries(UNSUR.map((unsur, index) => [unsur, scores[index] ? String(scores[index]) : null])),
  saran,
});
const all = (score: number) => Array<number>(9).fill(score);
const enrol = async (name: string, nip = '') =>
  office.must('officer', 'POST', `/events/${event.id}/participants`, person(name, nip));

describe('the index', () => {
  it('of the twenty published respondents is 77.50, B, with the published NRR of each unsur', async () => {
    const survey = published.find(row => row.cumulative);
    for (const scores of survey?.rows ?? []) await office.answer(event.id, sheet(scores));
    const { survey: shown } = await result();
    expect(shown).toMatchObject({
      responses: 20,
      suppressed: false,
      scheme: 'PermenPANRB 14/2017',
      index: {
        value: '77.50',
        exact: '155/2',
        grade: 'B',
        variants: [
          { weight: '0.11', value: '76.73', grade: 'B' },
          { weight: '0.111', value: '77.42', grade: 'B' },
        ],
      },
    });
    expect(shown.questions.map((question: { nrr: string }) => Number(question.nrr))).toEqual(survey?.nrr);
    expect(shown.questions.map((question: { total: number }) => question.total)).toEqual(survey?.totals);
    const csv = await file('result');
    expect(csv.startsWith('\uFEFF"Unsur","Responden"')).toBe(true);
    expect(csv).toContain('"IKM (PermenPANRB 14/2017)",20,,,77.50,"B","Baik"\r\n');
    expect(csv).toContain('"Persyaratan",20,61,3.05,76.25,"C","Kurang Baik",2,1,11,6\r\n');
  });

  it('leaves blanks out of the denominator, and out of n', async () => {
    for (let n = 0; n < 6; n += 1)
      await office.answer(event.id, sheet([n === 0 ? null : 4, ...all(2).slice(1)]));
    const { survey } = await result();
    expect(survey.questions[0]).toMatchObject({ n: 5, total: 20, nrr: '4.00', value: '100.00', grade: 'A' });
    expect(survey.questions[1]).toMatchObject({ n: 6, total: 12 });
    expect(survey.index.value).toBe('55.56');
  });
});

describe('few answers', () => {
  it('up to four show nothing but how many there are, on the page and in the file; the fifth shows all', async () => {
    for (let n = 1; n <= 4; n += 1) await office.answer(event.id, sheet(all(3), `Saran ${n}`));
    const { survey } = await result();
    expect(survey).toMatchObject({
      responses: 4,
      suppressed: true,
      least_shown: 5,
      index: null,
      comments: null,
    });
    for (const question of survey.questions)
      expect(question).toMatchObject({
        suppressed: true,
        total: null,
        nrr: null,
        value: null,
        choices: null,
      });
    expect(await file('result')).toContain(
      '"Persyaratan",4,,,,,"disembunyikan: responden kurang dari 5",,,,\r\n',
    );
    await office.answer(event.id, sheet(all(3), '=SUM(A1)'));
    const shown = (await result()).survey;
    expect(shown.index.value).toBe('75.00');
    expect(shown.comments.map((comment: { text: string }) => comment.text)).toEqual([
      '=SUM(A1)',
      'Saran 1',
      'Saran 2',
      'Saran 3',
      'Saran 4',
    ]);
  });

  it('to one unsur hide it, and the index and the file’s index lines, which beside the others would tell it', async () => {
    for (let n = 0; n < 6; n += 1)
      await office.answer(event.id, sheet([n < 2 ? 1 : null, ...all(4).slice(1)]));
    const { survey } = await result();
    expect(survey.questions[0]).toMatchObject({ n: 2, suppressed: true, nrr: null, choices: null });
    expect(survey.questions[1]).toMatchObject({ n: 6, suppressed: false, nrr: '4.00' });
    expect(survey).toMatchObject({ suppressed: false, index: null });
    const lines = (await file('result')).split('\r\n');
    expect(lines.filter(line => line.includes('IKM'))).toEqual([
      '"IKM (PermenPANRB 14/2017)",6,,,,,"disembunyikan: responden kurang dari 5"',
    ]);
  });

  it('of nobody are nothing to hide', async () => {
    expect((await result()).survey).toMatchObject({
      responses: 0,
      suppressed: false,
      index: null,
      comments: [],
    });
  });
});

describe('attendance', () => {
  it('counts the current mark of each person, and everybody who took part in any session once', async () => {
    const second = await office.must('officer', 'POST', `/events/${event.id}/sessions`, {
      name: 'Sesi siang',
      day: '2026-11-22',
      starts_at: '13:00',
      ends_at: '15:00',
    });
    const [wati, eko, dwi] = [
      await enrol('Wati', '198504172010012001'),
      await enrol('Eko'),
      await enrol('=Dwi'),
    ];
    const first = await office.mark(event.id, session.id, wati.id, 'absent');
    await office.mark(event.id, session.id, wati.id, 'late', first.id);
    await office.mark(event.id, second.id, wati.id, 'present');
    await office.mark(event.id, session.id, eko.id, 'sick');
    const { attendance, survey } = await result();
    expect(attendance).toMatchObject({ participants: 3, attended: 1 });
    expect(attendance.sessions.map((shown: { counts: object }) => shown.counts)).toEqual([
      { present: 0, late: 1, excused: 0, sick: 1, absent: 0, unmarked: 1 },
      { present: 1, late: 0, excused: 0, sick: 0, absent: 0, unmarked: 2 },
    ]);
    expect(survey.expected).toBe(1);
    expect(dwi.nip).toBeNull();
    expect((await file('attendance')).split('\r\n')).toEqual([
      '\uFEFF"No","Nama","NIP","Golongan","Jabatan","Unit kerja","Sesi pagi (2026-11-22)","Sesi siang (2026-11-22)"',
      '1,"\'=Dwi",,"III/b","Analis","Dinas X",,',
      '2,"Eko",,"III/b","Analis","Dinas X","Sakit",',
      '3,"Wati","19850417 201001 2 001","III/b","Analis","Dinas X","Terlambat","Hadir"',
      '',
    ]);
  });
});

describe('observations', () => {
  it('show levels, evidence and what is still due', async () => {
    const [wati, eko] = [await enrol('Wati', '198504172010012001'), await enrol('Eko')];
    const assign = (participant_id: string, due_on: string) =>
      office.must('officer', 'POST', `/events/${event.id}/assignments`, {
        participant_id,
        supervisor_id: office.idOf('supervisor'),
        due_on,
      });
    const assignment = await assign(wati.id, '2026-12-20');
    await assign(eko.id, '2026-12-25');
    const levels = { sikap: '3', komunikasi: '4', ketepatan: '2', keluhan: '3' };
    await office.observe(event.id, assignment.id, {
      ...levels,
      bukti: '-1 keluhan',
      rekomendasi: 'pendampingan',
    });
    const { observation } = await result();
    expect(observation).toMatchObject({ assigned: 2, observed: 1 });
    expect(observation.questions[0].choices.map((choice: { n: number }) => choice.n)).toEqual([0, 0, 1, 0]);
    expect(observation.people).toMatchObject([
      { participant_name: 'Wati', observed_on: '2026-11-22' },
      { participant_name: 'Eko', observed_on: null, answers: null },
    ]);
    expect(observation.people[0].answers.at(-1)).toMatchObject({
      code: 'rekomendasi',
      answer: { id: 'Pendampingan (mentoring)' },
    });
    const [, line] = (await file('observations')).split('\r\n');
    expect(line).toBe(
      '"Wati","19850417 201001 2 001","Analis","Dinas X","supervisor","2026-12-20","2026-11-22",3,4,2,3,"\'-1 keluhan","Pendampingan (mentoring)",',
    );
    const { assignments } = await office.must('officer', 'GET', `/events/${event.id}/assignments`);
    expect(assignments[0]).toMatchObject({ id: assignment.id, observed_on: '2026-11-22' });
    expect(await office.call('officer', 'DELETE', `/assignments/${assignment.id}`)).toMatchObject({
      status: 409,
    });
  });
});

it('records in quarantine are told beside the figures, which they do not touch', async () => {
  await office.answer(event.id, sheet(all(5)));
  expect(await result()).toMatchObject({ quarantined: 1, waiting: 0, survey: { responses: 0 } });
});
