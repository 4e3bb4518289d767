// Results of an event's further questionnaires: right by each scoring, and silent where few have answered.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FormResult } from '../../../src/protocol/office/form-result.ts';
import { instrumentOf, type Shipped } from '../../authoring/shipped/shipped-forms.ts';
import { form, plan, publishDirectly, question, reaction } from './forms.ts';
import { type Office, openOffice, planEvent } from './office.ts';

let office: Office;
let event: { id: string; name: string; venue: string; starts_on: string; ends_on: string };
beforeEach(async () => {
  office = await openOffice();
  ({ event } = await planEvent(office));
});
afterEach(() => office.close());

const asks = (forms: string[], survey = 'skm9', version = 1) => {
  const { name, venue, starts_on, ends_on } = event;
  return office.must('officer', 'PATCH', `/events/${event.id}`, {
    ...{ name, venue, starts_on, ends_on, survey: { code: survey, version: 1 } },
    forms: forms.map(code => ({ code, version })),
  });
};
const asksShipped = async (code: Shipped) => {
  await publishDirectly(office, instrumentOf(code));
  await asks([code]);
};
const submit = (code: string, answers: object, sent = {}) => office.submit(event.id, code, answers, sent);
const results = async (): Promise<FormResult[]> =>
  (await office.must('facilitator', 'GET', `/events/${event.id}/result`)).forms;
// biome-ignore lint/suspicious/noExplicitAny: a reply as it came
const only = async (): Promise<any> => {
  const [first, ...others] = await results();
  expect(others).toEqual([]);
  return first;
};
const file = (): Promise<string> => office.must('officer', 'GET', `/events/${event.id}/forms.csv`);

describe('an event', () => {
  it('without further questionnaires has none, and its survey is not told twice', async () => {
    expect(await results()).toEqual([]);
  });

  it('whose survey is scored otherwise than by the regulation tells it among them, first', async () => {
    await publishDirectly(office, reaction, plan);
    await asks(['rencana'], 'reaksi');
    expect((await results()).map(({ code, asked_as }) => [code, asked_as])).toEqual([
      ['reaksi', 'survey'],
      ['rencana', 'form'],
    ]);
  });
});

describe('trainers', () => {
  const rate = (...scores: (string | null)[]) =>
    submit(
      'pengajar',
      Object.fromEntries(scores.map((score, index) => [`pengajar[${index + 1}]/penguasaan`, score])),
    );

  it('have a mean each, by the name in the list, and one of all in which each weighs the same', async () => {
    await asksShipped('pengajar');
    for (const score of ['80', '90', '100', '70', '60']) await rate(score, '50');
    const { figures, responses } = await only();
    expect(responses).toBe(5);
    expect(figures.places.map((place: { overall: string }) => place.overall)).toEqual(['80.00', '50.00']);
    expect(figures.places[1].name.id).toBe(instrumentOf('pengajar').lists.daftar_pengajar?.[1]?.label?.id);
    expect(figures.places[0].items[0]).toMatchObject({ code: 'penguasaan', n: 5, percent: '80.00' });
    expect(figures.overall).toBe('65.00');
    expect(await file()).toContain(',5,"Rata-rata (0-100)",80.00,\r\n');
  });

  it('have what was written about each by itself', async () => {
    await asksShipped('pengajar');
    for (const text of ['Cukup', 'Baik', 'Baik', 'Ada', null])
      await submit('pengajar', { 'pengajar[1]/catatan': text, 'pengajar[2]/catatan': text && 'Pelan' });
    const { comments } = await only();
    expect(
      comments.map(({ question, texts }: { question: string; texts: string[] }) => [question, texts]),
    ).toEqual([
      ['pengajar[1]/catatan', ['Ada', 'Baik', 'Baik', 'Cukup']],
      ['pengajar[2]/catatan', ['Pelan', 'Pelan', 'Pelan', 'Pelan']],
    ]);
    const [first] = instrumentOf('pengajar').lists.daftar_pengajar ?? [];
    expect(comments[0].label.id).toContain(String(first?.label?.id));
  });

  it('whom fewer than five have rated have no figure, nor has the mean of all, which would tell theirs', async () => {
    await asksShipped('pengajar');
    for (const score of ['80', '90', '100', '70', '60']) await rate(score, score === '80' ? '10' : null);
    const { figures } = await only();
    expect(figures.places.map((place: { overall: string }) => place.overall)).toEqual(['80.00', null]);
    expect(figures.places[1].items[0]).toMatchObject({ n: 1, suppressed: true, percent: null });
    expect(figures.overall).toBeNull();
    expect(await file()).not.toContain('10.00');
  });

  it('of whom four sheets have come: nothing but that there are four', async () => {
    await asksShipped('pengajar');
    for (const score of ['80', '90', '100', '70'])
      await submit('pengajar', {
        'pengajar[1]/penguasaan': score,
        'pengajar[1]/catatan': 'Baik',
        terbantu: '1',
      });
    const shown = await only();
    expect(shown).toMatchObject({ responses: 4, suppressed: true, comments: null });
    expect(JSON.stringify(shown.figures)).not.toContain('.00');
    for (const { choices, mean } of shown.questions) expect([choices ?? [], mean]).toEqual([[], null]);
    expect(await file()).toContain('"ditahan: sedikitnya 5 jawaban"');
  });

  it('and one item that only few rated, since “tidak berlaku” is no rating, take the mean of the whole away', async () => {
    await asksShipped('penyelenggaraan');
    for (let n = 0; n < 6; n += 1)
      await submit('penyelenggaraan', {
        materi_tugas: '4',
        materi_tujuan: n < 2 ? '1' : 'tidak_berlaku',
      });
    const { figures } = await only();
    const item = (code: string) => figures.items.find((one: { code: string }) => one.code === code);
    expect(item('materi_tugas')).toMatchObject({ n: 6, percent: '100.00' });
    expect(item('materi_tujuan')).toMatchObject({ n: 2, suppressed: true, percent: null });
    expect(figures.overall).toBeNull();
  });
});

describe('a test', () => {
  const RIGHT = ['b', 'c', 'a', 'd', 'b', 'a', 'c', 'b', 'd', 'c'];
  const WRONG = ['a', 'a', 'b', 'a', 'a', 'b', 'a', 'a', 'a', 'a'];
  const sheet = (kartu: string, tahap: string, right: number) => ({
    ...Object.fromEntries(
      RIGHT.map((code, index) => [
        `soal${String(index + 1).padStart(2, '0')}`,
        index < right ? code : WRONG[index],
      ]),
    ),
    ...{ kartu, tahap },
  });

  it('before and after is compared in pairs by card, with gain, normalised gain and who passes', async () => {
    await asksShipped('prapasca');
    for (const [card, stage, right] of [
      ['K1', 'pre', 4],
      ['k2', 'pre', 6],
      ['K3', 'pre', 0],
      ['K1', 'post', 8],
      ['K2', 'post', 10],
      ['K4', 'post', 3],
    ] as const)
      await submit('prapasca', sheet(card, stage, right));
    const { figures, suppressed, anonymous } = await only();
    expect({ suppressed, anonymous }).toEqual({ suppressed: false, anonymous: false });
    expect(figures).toMatchObject({ highest: '10.00', pass_mark: 70 });
    expect(figures.learning).toEqual({
      ...{ n: 2, pre_only: 1, post_only: 1, suppressed: false },
      ...{ pre_mean: '50.00', post_mean: '90.00', gain: '40.00', normalised: '0.80' },
    });
    const [pre, post] = figures.stages;
    expect(pre).toMatchObject({ stage: 'pre', n: 3, mean: '33.33', passed: 0 });
    expect(post).toMatchObject({ stage: 'post', n: 3, mean: '70.00', passed: 2, passed_percent: '66.67' });
    expect(pre.items[0]).toMatchObject({ code: 'soal01', n: 3, right: 2, percent: '66.67' });
    expect(post.distribution.map(({ n }: { n: number }) => n)).toEqual([0, 1, 0, 0, 2]);
    expect(await file()).toContain('"Berpasangan",,2,"Kenaikan ternormalisasi",0.80,\r\n');
  });

  it('takes the sheet that corrects another, and the card’s last one', async () => {
    await asksShipped('prapasca');
    const first = await submit('prapasca', sheet('K1', 'pre', 9));
    await submit('prapasca', sheet('K1', 'pre', 5), { replaces: first.id });
    await submit('prapasca', sheet('K1', 'post', 10));
    expect((await only()).figures.learning).toMatchObject({ n: 1, pre_mean: '50.00', gain: '50.00' });
  });

  it('without names shows nothing of four, and no pairs beside stages that would tell of a few', async () => {
    await publishDirectly(office, { ...instrumentOf('prapasca'), anonymous: true });
    await asks(['prapasca']);
    for (let card = 1; card <= 7; card += 1) await submit('prapasca', sheet(`K${card}`, 'pre', 5));
    for (let card = 1; card <= 4; card += 1) await submit('prapasca', sheet(`K${card}`, 'post', 9));
    const few = (await only()).figures;
    expect(few.stages[0]).toMatchObject({ n: 7, suppressed: false, mean: '50.00' });
    expect(few.stages[1]).toMatchObject({
      n: 4,
      suppressed: true,
      mean: null,
      passed: null,
      distribution: null,
    });
    expect(few.stages[1].items[0]).toMatchObject({ right: null, percent: null });
    await submit('prapasca', sheet('K5', 'post', 9));
    const { learning, stages } = (await only()).figures;
    expect(stages[1].mean).toBe('90.00');
    expect(learning).toMatchObject({ n: 5, pre_only: 2, suppressed: true, pre_mean: null, gain: null });
  });
});

describe('levels', () => {
  const levels = form({
    code: 'amatan',
    scoring: 'levels',
    nodes: [question('mutu', { type: 'select_one', list: 'skala' })],
  });

  it('are counted, with those seen most often and the median', async () => {
    await publishDirectly(office, levels);
    await asks(['amatan']);
    for (const mutu of ['1', '3', '3', '4']) await submit('amatan', { mutu });
    const { figures } = await only();
    expect(figures.questions).toMatchObject([{ code: 'mutu', n: 4, mode: ['3'], median: '3.00' }]);
    expect(figures.questions[0].choices.map(({ n }: { n: number }) => n)).toEqual([1, 0, 2, 1]);
  });

  it('without names are held back where few were seen', async () => {
    await publishDirectly(office, { ...levels, anonymous: true });
    await asks(['amatan']);
    for (const mutu of ['1', '3', '3', null, null, null]) await submit('amatan', { mutu });
    expect((await only()).figures.questions).toMatchObject([
      { n: 3, suppressed: true, choices: null, mode: [], median: null },
    ]);
  });
});

describe('needs', () => {
  const SELF = { unit_kerja: 'Dinas Contoh', jabatan: 'pelaksana' };
  const need = (required: string, own: string, lisan = {}) => ({
    ...SELF,
    ...{ aplikasi_dituntut: required, aplikasi_dimiliki: own, aplikasi_penting: '4', ...lisan },
  });
  const lisan = { lisan_dituntut: '3', lisan_dimiliki: '3', lisan_penting: '5' };

  it('are ordered by gap times importance, with what is required and what people have', async () => {
    await asksShipped('tna');
    await submit('tna', need('5', '2', lisan));
    await submit('tna', need('4', '4'));
    const [first, second, third] = (await only()).figures.competencies;
    expect(first).toMatchObject({ code: 'aplikasi', n: 2, short: 1, required: '4.50', own: '3.00' });
    expect(first).toMatchObject({ gap: '1.50', priority: '12.00' });
    expect(second).toMatchObject({ code: 'lisan', n: 1, gap: '0.00' });
    expect(third).toMatchObject({ n: 0, gap: null, priority: null });
  });

  it('without names show no competency that few have rated, nor where it stands among the others', async () => {
    await publishDirectly(office, { ...instrumentOf('tna'), anonymous: true });
    await asks(['tna']);
    for (let n = 0; n < 6; n += 1) await submit('tna', n < 2 ? need('5', '1', lisan) : { ...SELF, ...lisan });
    const { competencies } = (await only()).figures;
    expect(competencies[0]).toMatchObject({ code: 'lisan', n: 6, required: '3.00', gap: '0.00' });
    const held = competencies.at(-1);
    expect(held).toMatchObject({ code: 'aplikasi', n: 2, suppressed: true, short: null });
    expect(held).toMatchObject({ required: null, own: null, gap: null, priority: null });
  });
});

describe('what is not scored', () => {
  it('is counted by choice over all instances and versions, with comments by question', async () => {
    const { nodes } = plan;
    await publishDirectly(office, plan, { ...plan, version: 2, nodes: nodes.slice(0, 5) });
    await asks(['rencana'], 'skm9', 2);
    await submit('rencana', {
      nama: 'Sari',
      topik: 'etika loket',
      'butir[1]/bulan': '2',
      'butir[2]/bulan': '4',
    });
    await submit('rencana', { nama: 'Budi', topik: 'loket', 'butir[1]/janji': 'Senyum' }, { version: 2 });
    const shown = await only();
    expect(shown).toMatchObject({ version: 2, versions: [1, 2], responses: 2, figures: { is: 'none' } });
    expect(shown.questions).toMatchObject([
      { code: 'topik', n: 2, choices: [{ n: 1 }, { n: 2 }, { n: 0 }] },
      { code: 'bulan', n: 2, mean: '3.00' },
    ]);
    expect(shown.comments).toMatchObject([
      { question: 'nama', texts: ['Budi', 'Sari'] },
      { question: 'janji', texts: ['Senyum'] },
    ]);
  });

  it('without names is held back where one person’s many instances make it look like many', async () => {
    await publishDirectly(office, reaction);
    await asks(['reaksi']);
    for (let n = 0; n < 5; n += 1)
      await submit('reaksi', { topik: n < 3 ? 'etika loket' : null, bintang: '8' });
    const many = [1, 2, 3, 4, 5].map(place => [`pengajar[${place}]/penguasaan`, '1']);
    await submit('reaksi', Object.fromEntries(many));
    const { questions } = await only();
    const asked = (code: string) => questions.find((one: { code: string }) => one.code === code);
    expect(asked('penguasaan')).toMatchObject({ n: 5, suppressed: true, choices: null });
    expect(asked('topik')).toMatchObject({ n: 3, suppressed: true, choices: null });
    expect(asked('bintang')).toMatchObject({ n: 5, suppressed: false, mean: '8.00' });
  });
});
