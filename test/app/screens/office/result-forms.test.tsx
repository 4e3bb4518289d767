// The further questionnaires on the result page: each by its scoring, in plain words, and nothing where it is held back.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SignedInContext } from '../../../../src/app/screens/office/account.ts';
import { ResultTab } from '../../../../src/app/screens/office/result/ResultTab.tsx';
import { speak } from '../../../../src/app/text/language.ts';
import type { FormResult } from '../../../../src/protocol/office/form-result.ts';
import type { Shown } from '../../show.tsx';
import { fakeCentre, showOffice } from './fake-centre.tsx';
import { resultWith, signedIn } from './samples.ts';

vi.mock('../../../../src/app/screens/office/result/draw-bars.ts', () => ({ drawBars: () => () => {} }));

let screen: Shown;
const read = async (...forms: FormResult[]) => {
  const body = resultWith({}, { forms });
  const centre = fakeCentre({ 'GET /events/event-1/result': { status: 200, body } });
  const page = (
    <SignedInContext.Provider value={signedIn('officer')}>
      <ResultTab event="event-1" />
    </SignedInContext.Provider>
  );
  screen = await showOffice(page, centre);
  await screen.pass(0);
};
const texts = (id: string, en = id) => ({ id, en });
const asked = (code: string, n: number, suppressed = false) => ({
  ...{ code, label: texts(`Butir ${code}`, `Item ${code}`), n, suppressed },
});
const item = (code: string, n: number, percent: string | null) => ({
  ...asked(code, n, percent === null),
  percent,
});
const form = (rest: Partial<FormResult>): FormResult => ({
  code: 'lain',
  version: 1,
  versions: [1],
  title: texts('Kuesioner lain', 'Another questionnaire'),
  kind: 'form',
  anonymous: true,
  scoring: 'none',
  asked_as: 'form',
  responses: 9,
  least_shown: 5,
  suppressed: false,
  figures: { is: 'none' },
  questions: [],
  comments: [],
  ...rest,
});
const section = () => screen.find('[aria-labelledby=form-lain]');
const rows = () =>
  [...section().querySelectorAll('tbody tr')].map(row => [...row.children].map(cell => cell.textContent));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
});
afterEach(async () => {
  screen?.end();
  await speak('id');
  vi.useRealTimers();
});

const trainers: FormResult['figures'] = {
  is: 'means',
  overall: null,
  items: [],
  places: [
    {
      ...{ repeat: 'pengajar', place: 1, name: texts('Sari'), overall: '82.50' },
      items: [item('a', 9, '82.50')],
    },
    {
      ...{ repeat: 'pengajar', place: 2, name: texts('Budi'), overall: null },
      items: [item('a', 2, null)],
    },
  ],
};

describe('a questionnaire', () => {
  test('has a section of its own below the survey, and a file', async () => {
    await read(form({}));
    const headings = [...screen.root.querySelectorAll('h2')].map(({ textContent }) => textContent);
    expect(headings.slice(0, 3)).toEqual(['Kepuasan peserta', 'Saran, ide, dan harapan', 'Kuesioner lain']);
    expect(screen.find('a[href$="/events/event-1/forms.csv"]').textContent).toBe('Kuesioner lainnya');
  });

  test('that is the survey stands in the place of the index', async () => {
    await read(form({ asked_as: 'survey' }));
    expect(screen.text()).not.toContain('Kepuasan peserta');
    expect(section().textContent).toContain('9 isian diterima');
  });

  test('is not spoken of where the event has none', async () => {
    await read();
    expect(screen.root.querySelector('a[href$="forms.csv"]')).toBeNull();
  });

  test('without sheets, or with too few, says so and shows no table', async () => {
    await read(form({ responses: 0 }));
    expect(section().textContent).toContain('Belum ada isian kuesioner ini');
    screen.end();
    await read(form({ responses: 3, suppressed: true, figures: trainers, comments: null }));
    expect(section().textContent).toContain('ditampilkan mulai 5 isian');
    expect(section().querySelector('table, ul')).toBeNull();
  });

  test('counts choices and numbers, and folds words by question', async () => {
    const choices = [
      { code: 'a', label: texts('Kelas'), n: 6 },
      { code: 'b', label: texts('Daring'), n: 0 },
    ];
    await read(
      form({
        questions: [
          { ...asked('x', 6), choices, mean: null },
          { ...asked('y', 7), choices: [], mean: '8.25' },
          { ...asked('z', 2, true), choices: null, mean: null },
        ],
        comments: [{ question: 's', label: texts('Saran'), texts: ['Ruang panas', 'Ruang panas'] }],
      }),
    );
    expect(rows()).toEqual([
      ['Butir x', '6', ''],
      ['Kelas', '', '6'],
      ['Daring', '', '0'],
      ['Butir y', '7', 'Rata-rata 8,25'],
      ['Butir z', '2', 'ditahan'],
    ]);
    expect(section().textContent).toContain('dijawab kurang dari 5 orang');
    expect(section().querySelector('summary')?.textContent).toBe('Saran (2)');
  });
});

describe('figures', () => {
  test('of trainers: a mean each, and a word where it is held back', async () => {
    await read(form({ scoring: 'mean-100', figures: trainers }));
    expect(rows()).toEqual([
      ['Sari', '82,50'],
      ['Budi', 'ditahan'],
      ['Butir a', '9', '82,50'],
      ['Butir a', '2', 'ditahan'],
    ]);
    expect([...section().querySelectorAll('td')].every(cell => cell.classList.contains('number'))).toBe(true);
  });

  test('of a test: stages, what was learned, questions and spread, in English too', async () => {
    const stage = (name: 'pre' | 'post', n: number, mean: string, right: number) => ({
      ...{ stage: name, n, suppressed: false, mean, passed: 1, passed_percent: '50.00' },
      items: [{ ...asked('q', n), right, percent: '50.00' }],
      distribution: [{ from: 0, to: 100, n }],
    });
    await speak('en');
    await read(
      form({
        scoring: 'key',
        figures: {
          ...{ is: 'key', highest: '10.00', pass_mark: 70 },
          stages: [stage('pre', 2, '45.00', 1), stage('post', 4, '80.00', 2)],
          learning: {
            ...{ n: 2, pre_only: 0, post_only: 2, suppressed: false },
            ...{ pre_mean: '45.00', post_mean: '85.00', gain: '40.00', normalised: '0.73' },
          },
        },
      }),
    );
    expect(rows()).toEqual([
      ['Pre-test', '2', '45.00', '1 (50.00%)'],
      ['Post-test', '4', '80.00', '1 (50.00%)'],
      ['Mean (%)', '45.00', '85.00', '40.00', '0.73'],
      ['Item q', '1 of 2 (50.00%)', '2 of 4 (50.00%)'],
      ['Pre-test', '2'],
      ['Post-test', '4'],
    ]);
    expect(section().textContent).toContain('Took both tests: 2. Pre-test only: 0. Post-test only: 2.');
  });

  test('of levels: counts, the most frequent and the median; questions of one scale in one table', async () => {
    const scale = (one: number, two: number) => [
      { code: '1', label: texts('Mulai'), n: one },
      { code: '2', label: texts('Mahir'), n: two },
    ];
    await read(
      form({
        scoring: 'levels',
        figures: {
          is: 'levels',
          questions: [
            { ...asked('a', 9), choices: scale(3, 6), mode: ['2'], median: '2.00' },
            { ...asked('b', 2, true), choices: null, mode: [], median: null },
            { ...asked('c', 8), choices: scale(4, 4), mode: ['1', '2'], median: '1.50' },
          ],
        },
      }),
    );
    expect(rows()).toEqual([
      ['Butir a', '3', '6', 'Mahir', '2,00'],
      ['Butir b', 'ditahan'],
      ['Butir c', '4', '4', 'Mulai; Mahir', '1,50'],
    ]);
    expect(section().querySelectorAll('table')).toHaveLength(1);
  });

  test('of needs: gap and priority in the order that they came', async () => {
    const none = { short: null, required: null, own: null, gap: null, priority: null };
    await read(
      form({
        scoring: 'needs',
        figures: {
          is: 'needs',
          competencies: [
            { ...asked('a', 6), short: 4, required: '4.50', own: '3.00', gap: '1.50', priority: '36.00' },
            { ...asked('b', 0), ...none, short: 0 },
            { ...asked('c', 2, true), ...none },
          ],
        },
      }),
    );
    expect(rows()).toEqual([
      ['Butir a', '6', '4,50', '3,00', '1,50', '4', '36,00'],
      ['Butir b', '0', ...Array(5).fill('belum ada')],
      ['Butir c', '2', ...Array(5).fill('ditahan')],
    ]);
  });
});
