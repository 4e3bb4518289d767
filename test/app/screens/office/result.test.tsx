// The result page: figures as they are read, the chart and the table as one, and nothing shown that must be held back.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SignedInContext } from '../../../../src/app/screens/office/account.ts';
import { barsOf } from '../../../../src/app/screens/office/result/bars.ts';
import { ResultTab } from '../../../../src/app/screens/office/result/ResultTab.tsx';
import { rubricGroups } from '../../../../src/app/screens/office/result/rubric-groups.ts';
import { shownRows, unsurRows } from '../../../../src/app/screens/office/result/unsur-rows.ts';
import { speak } from '../../../../src/app/text/language.ts';
import type { EventResult } from '../../../../src/protocol/office/result.ts';
import type { Shown } from '../../show.tsx';
import { fakeCentre, showOffice } from './fake-centre.tsx';
import { held, question, resultWith, SURVEY, signedIn } from './samples.ts';

// What Chart.js does with a canvas is looked at in a browser; here it is enough which bars it is given.
vi.mock('../../../../src/app/screens/office/result/draw-bars.ts', () => ({ drawBars: () => () => {} }));

let screen: Shown;
const read = async (result: EventResult) => {
  const centre = fakeCentre({ 'GET /events/event-1/result': { status: 200, body: result } });
  const page = (
    <SignedInContext.Provider value={signedIn('officer')}>
      <ResultTab event="event-1" />
    </SignedInContext.Provider>
  );
  screen = await showOffice(page, centre);
  await screen.pass(0);
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
});
afterEach(async () => {
  screen?.end();
  await speak('id');
  vi.useRealTimers();
});

describe('the headline', () => {
  test('says index, grade, response rate, scheme, exact value and where to begin', async () => {
    await read(resultWith({}));
    for (const words of [
      '77,50 · B (Baik)',
      '20 dari 20 yang hadir mengisi survei (100%)',
      'PermenPANRB 14/2017',
      '155/2',
      'bobot cetak 0,11: 76,73 · B (Baik)',
      'Unsur terendah: Unsur b (66,25)',
    ])
      expect(screen.text()).toContain(words);
  });

  test('writes decimals with a point in English', async () => {
    await speak('en');
    await read(resultWith({}));
    expect(screen.text()).toContain('77.50 · B (Good)');
    expect(screen.text()).toContain('printed weight 0.11: 76.73');
    expect(screen.text()).not.toContain('77,50');
  });

  test.each([
    [{ responses: 20, expected: 32 }, '20 dari 32 yang hadir mengisi survei (63%)'],
    [{ responses: 20, expected: 0 }, 'Presensi belum diterima'],
    [{ responses: 20, expected: 18 }, 'baru 18 orang tercatat hadir'],
  ])('compares %j', async (survey, words) => {
    await read(resultWith(survey));
    expect(screen.text()).toContain(words);
  });

  test('names every unsur that ties for the lowest, and none where all are equal', () => {
    const lowest = (...values: string[]) =>
      shownRows(
        unsurRows({ ...SURVEY, questions: values.map((value, index) => question(`${index}`, value)) }),
      )
        .filter(row => row.lowest)
        .map(row => row.code);
    expect(lowest('81.25', '66.25', '66.25')).toEqual(['1', '2']);
    expect(lowest('100.00', '99.75')).toEqual(['1']);
    expect(lowest('75.00', '75.00')).toEqual([]);
  });
});

describe('chart and table', () => {
  test('show the same unsur with the same figures, in the same order', async () => {
    await read(resultWith({ questions: [question('a', '81.25'), held('x', 3), question('b', '66.25')] }));
    const rows = [...screen.root.querySelectorAll('.table--figures tbody tr')];
    const shown = rows.filter(row => row.querySelectorAll('td').length === 4);
    const table = shown.map(row => [
      row.querySelector('th')?.firstChild?.textContent,
      row.querySelectorAll('td')[2]?.textContent,
    ]);
    const survey = { ...SURVEY, questions: [question('a', '81.25'), held('x', 3), question('b', '66.25')] };
    const bars = barsOf(shownRows(unsurRows(survey)), 'terendah');
    expect(bars.map(bar => [bar.label.replace(' (terendah)', ''), bar.figure])).toEqual(table);
    expect(bars.map(bar => bar.length)).toEqual([81.25, 66.25]);
    expect(screen.find('canvas').getAttribute('aria-label')).toContain('Unsur b (terendah) 66,25');
  });

  test('hold back an unsur that too few answered, with its reason in words', async () => {
    await read(resultWith({ questions: [question('a', '81.25'), held('x', 3)] }));
    expect(screen.text()).toContain('ditahan, baru 3 jawaban');
  });
});

describe('what is held back or not there yet', () => {
  test('fewer answers than may be shown: a sentence, no figure and no comment', async () => {
    await read(
      resultWith({ responses: 3, suppressed: true, index: null, questions: [held('a', 3)], comments: null }),
    );
    expect(screen.text()).toContain('Baru 3 isian diterima');
    expect(screen.text()).toContain('mulai 5 isian');
    expect(screen.root.querySelector('canvas, .table--figures, .comments')).toBeNull();
  });

  test('an index that would give a held unsur away: why it is not shown, and nothing in its place', async () => {
    await read(resultWith({ index: null, questions: [question('a', '81.25'), held('x', 3)] }));
    expect(screen.text()).toContain('ada unsur yang dijawab kurang dari 5 orang');
    expect(screen.root.querySelector('.headline-index')).toBeNull();
  });

  test('an unsur that is held back for another’s sake is not said to have few answers', async () => {
    await read(resultWith({ index: null, questions: [held('x', 3), held('y', 19)] }));
    expect(screen.text()).toContain('ditahan, baru 3 jawaban');
    expect(screen.text()).toContain('ditahan, supaya unsur lain tidak dapat dihitung balik');
    expect(screen.text()).not.toContain('baru 19 jawaban');
  });

  test('no answers yet: what to do', async () => {
    await read(resultWith({ responses: 0, index: null, questions: [question('a', null, 0)], comments: [] }));
    expect(screen.text()).toContain('Belum ada isian survei');
    expect(screen.find('a[href="/office/devices"]')).toBeTruthy();
  });

  test('records that are not counted are told, with the way to them', async () => {
    await read(resultWith({}, { waiting: 4, quarantined: 2 }));
    expect(screen.text()).toContain('Belum masuk hitungan: 4 catatan sedang diolah, 2 catatan tertahan.');
    expect(screen.find('a[href="/office/quarantine"]')).toBeTruthy();
  });

  test('nothing is said of records when all are counted', async () => {
    await read(resultWith({}));
    expect(screen.text()).not.toContain('Belum masuk hitungan');
  });
});

describe('what tablets counted', () => {
  const closed = (device: string | null, responses: number) => ({
    ...{ device, at: '2026-11-23T15:04:00+07:00', attended: 24, responses },
  });

  test('stands beside the figures, in the tablet’s own time', async () => {
    await read(resultWith({}, { close_outs: [closed('Tablet 1', 20)] }));
    expect(screen.text()).toContain('Tablet 1 menutup 23 November, 15.04: 24 hadir, 20 isian');
    expect(screen.text()).toContain('Semua 20 isian menurut tablet sudah diterima pusat');
  });

  test('says when more was counted on tablets than has come', async () => {
    await read(resultWith({}, { close_outs: [closed('Tablet 1', 20), closed(null, 3)] }));
    expect(screen.text()).toContain('Menurut tablet ada 23 isian, sedangkan pusat baru menerima 20');
  });

  test('is not spoken of where no tablet closed the event', async () => {
    await read(resultWith({}));
    expect(screen.text()).not.toContain('menutup');
  });
});

test('observed questions with the same levels share one table, others have their own', () => {
  const levels = ['Belum', 'Mulai'].map((id, index) => ({
    code: `${index}`,
    label: { id, en: id },
    n: index,
  }));
  const other = [{ code: 'cukup', label: { id: 'Cukup', en: 'Enough' }, n: 2 }];
  const asked = (code: string, choices: typeof levels) => ({ code, label: { id: code, en: code }, choices });
  const groups = rubricGroups([asked('a', levels), asked('b', levels), asked('c', other)]);
  expect(groups.map(group => group.questions.map(one => one.code))).toEqual([['a', 'b'], ['c']]);
});
