// Questionnaires in the office: listed, imported with a report, published after asking, edited in place, and printed.
// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import EditPage from '../../../../src/app/screens/office/instruments/edit/EditPage.tsx';
import {
  forgetWork,
  keepWork,
  readWork,
} from '../../../../src/app/screens/office/instruments/edit/kept-work.ts';
import Instruments from '../../../../src/app/screens/office/instruments/Instruments.tsx';
import ImportPage from '../../../../src/app/screens/office/instruments/import/ImportPage.tsx';
import {
  chosenFiles,
  mergeFiles,
} from '../../../../src/app/screens/office/instruments/import/merge-files.ts';
import PaperPage from '../../../../src/app/screens/office/instruments/paper/PaperPage.tsx';
import type { Workbook } from '../../../../src/authoring/workbook.ts';
import { compile } from '../../../../src/authoring/xlsform/compile.ts';
import { readXlsx } from '../../../../src/authoring/xlsx/read.ts';
import { writeXlsx } from '../../../../src/authoring/xlsx/write.ts';
import type { Shown } from '../../show.tsx';
import { type FakeCentre, fakeCentre, problem, showOffice } from './fake-centre.tsx';

const workbook: Workbook = {
  sheets: [
    {
      name: 'survey',
      rows: [
        ['type', 'name', 'label::Bahasa Indonesia (id)', 'appearance', 'required', 'relevant'],
        ['select_one mutu', 'mutu', 'Bagaimana mutunya?', 'likert', 'yes'],
        ['integer', 'umur', 'Umur', '', '', `\${mutu} = '1'`],
        ['begin_repeat', 'anak', 'Anak'],
        ['text', 'nama', 'Namanya'],
        ['end_repeat'],
      ],
    },
    {
      name: 'choices',
      rows: [
        ['list_name', 'name', 'label::Bahasa Indonesia (id)'],
        ['mutu', '1', 'Kurang'],
        ['mutu', '2', 'Baik'],
      ],
    },
    {
      name: 'settings',
      rows: [
        ['form_title', 'form_id'],
        ['Uji Coba', 'uji'],
      ],
    },
    {
      name: '_lembar',
      rows: [
        ['setting', 'value'],
        ['kind', 'survey'],
        ['view', 'kiosk'],
      ],
    },
  ],
};
const instrument = compile(workbook, { version: 3 }).instrument;
const summary = {
  ...{ code: 'uji', title: { id: 'Uji Coba', en: 'A Trial' }, kind: 'survey', anonymous: true, events: 2 },
  versions: [
    {
      version: 2,
      published_at: '2026-11-20T03:00:00Z',
      published_by: 'Sari Lestari',
      questions: 3,
      has_file: true,
    },
  ],
};

let centre: FakeCentre;
let screen: Shown;
const open = async (page: preact.ComponentChild) => {
  screen = await showOffice(page, centre);
  for (let turn = 0; turn < 5; turn += 1) await screen.pass(0);
};
const settle = async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    await new Promise(resolve => setImmediate(resolve));
    await screen.pass(0);
  }
};
/** Once the chunks that it needs have come. */
const shows = async (words: string) => {
  for (let turn = 0; turn < 20 && !screen.text().includes(words); turn += 1) {
    await vi.dynamicImportSettled();
    await settle();
  }
  expect(screen.text()).toContain(words);
};
const xlsx = (name: string) => new File([writeXlsx(workbook)], name);
const give = async (...files: File[]) => {
  const input = screen.find<HTMLInputElement>('input[type=file]');
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  vi.setSystemTime('2026-11-22T03:00:00Z');
  sessionStorage.clear();
  centre = fakeCentre();
  centre.answer('GET /instruments', { status: 200, body: { instruments: [summary] } });
});
afterEach(() => {
  screen.end();
  vi.useRealTimers();
});

test('the list tells what a questionnaire is, its newest version, and how many events use it', async () => {
  await open(<Instruments />);
  for (const words of [
    'Uji Coba',
    'Survei',
    'Tanpa nama',
    'Versi 2, terbit 20 November 2026',
    'Dipakai di 2 kegiatan',
  ])
    expect(screen.text()).toContain(words);
  expect(screen.find('a[href="/office/instruments/uji"]')).toBeDefined();
});

describe('an import', () => {
  const error = {
    ...{ level: 'error', code: 'type.unknown', details: { type: 'txt', similar: 'text' } },
    ...{ sheet: 'survey', row: 12, column: 'type' },
  };
  const warning = { ...error, level: 'warning', code: 'column.unknown', details: { column: 'catatan' } };
  const check = (body: object) =>
    centre.answer('POST /instruments/check', {
      status: 200,
      body: { findings: [], instrument, newest: 2, difference: [{ kind: 'added', node: 'umur' }], ...body },
    });

  test('with an error tells where and what to do, errors first, and offers no publishing', async () => {
    check({ findings: [warning, error], instrument: null, difference: [] });
    await open(<ImportPage />);
    await give(xlsx('uji.xlsx'));
    const text = screen.text();
    expect(text).toContain('Lembar survey, baris 12, kolom type');
    expect(text).toContain('Jenis "txt" tidak dikenal. Maksudnya "text"?');
    expect(text.indexOf('Kesalahan (1)')).toBeLessThan(text.indexOf('Perlu diperhatikan (1)'));
    expect(text).not.toContain('Terbitkan');
  });

  test('is published only after asking, as the version after the one that was seen', async () => {
    check({});
    centre.answer('POST /instruments?after=2', {
      status: 201,
      body: { code: 'uji', version: 3, findings: [] },
    });
    const event = { venue: 'Balai', unit_name: 'BPSDM', starts_on: '2026-12-01', as: 'survey', version: 2 };
    centre.answer('GET /instruments/uji/events', {
      status: 200,
      body: {
        events: [
          { ...event, id: 'e1', name: 'Angkatan I', ends_on: '2026-12-02' },
          { ...event, id: 'e2', name: 'Sudah lewat', ends_on: '2026-11-02' },
          { ...event, id: 'e3', name: 'Sudah baru', ends_on: '2026-12-02', version: 3 },
        ],
      },
    });
    centre.answer('POST /instruments/uji/3/use', { status: 200, body: { events: 1 } });
    await open(<ImportPage />);
    await give(xlsx('uji.xlsx'));
    expect(screen.text()).toContain('"Umur" (umur) ditambah.');
    await screen.tap('Terbitkan versi 3');
    expect(centre.asked.some(({ path }) => path.includes('after='))).toBe(false);
    await screen.tap('Ya, terbitkan');
    await settle();
    expect(screen.text()).toContain('Versi 3 sudah terbit.');
    expect(screen.text()).toContain('Angkatan I');
    expect(screen.text()).not.toContain('Sudah lewat');
    expect(screen.text()).not.toContain('Sudah baru');
    await screen.tap('Pakai versi baru');
    await settle();
    expect(centre.asked.at(-1)).toMatchObject({ path: '/instruments/uji/3/use', body: '{"events":["e1"]}' });
  });

  test('that somebody overtook says so and keeps the report', async () => {
    check({});
    const refusal = problem(409, 'instrument.changed_meanwhile', { code: 'uji', newest: 3 });
    centre.answer('POST /instruments?after=2', refusal);
    await open(<ImportPage />);
    await give(xlsx('uji.xlsx'));
    await screen.tap('Terbitkan versi 3');
    await screen.tap('Ya, terbitkan');
    await settle();
    expect(screen.find('[role=alert]').dataset.code).toBe('instrument.changed_meanwhile');
    expect(screen.button('Terbitkan versi 3')).toBeDefined();
  });

  test('takes one spreadsheet, with its lists as sheets called like them', async () => {
    await open(<ImportPage />);
    await give(xlsx('a.xlsx'), xlsx('b.xlsx'));
    expect(screen.text()).toContain('Pilih tepat satu berkas .xlsx');
    const chosen = chosenFiles([new File(['name,label\nx,Kota'], 'kota.csv'), xlsx('a.xlsx')]);
    const merged = chosen && (await mergeFiles(chosen.workbook, chosen.lists));
    if (!merged?.ok) throw new Error('not merged');
    const read = readXlsx(new Uint8Array(await merged.value.arrayBuffer()));
    expect(read.ok && read.value.workbook.sheets).toEqual([
      ...workbook.sheets,
      {
        name: 'kota.csv',
        rows: [
          ['name', 'label'],
          ['x', 'Kota'],
        ],
      },
    ]);
  });

  test('can be tried out in the tablet, page by page', async () => {
    check({});
    await open(<ImportPage />);
    await give(xlsx('uji.xlsx'));
    await shows('Mulai');
    await screen.tap('Mulai');
    await shows('Bagaimana mutunya?');
    await shows('Baik');
    await screen.tap('Baik');
    await settle();
    expect(screen.find('.tablet').textContent).not.toContain('Bagaimana mutunya?');
  });
});

describe('the editor', () => {
  beforeEach(() => {
    centre.answer('GET /instruments/uji/2/file', {
      status: 200,
      body: 'not used',
      download: 'uji-2.xlsx',
    });
    const { getFile } = centre.centre;
    centre.centre.getFile = async route => {
      const result = await getFile(route);
      return result.ok ? { ok: true, value: { ...result.value, blob: xlsx('uji-2.xlsx') } } : result;
    };
  });
  const openEditor = async () => {
    await open(<EditPage code="uji" />);
    await settle();
  };
  const write = async (text: string) => {
    await screen.type(screen.find<HTMLTextAreaElement>('[data-name=mutu] textarea'), text);
  };

  test('sends the spreadsheet with the new words and nothing else changed', async () => {
    await openEditor();
    expect(screen.button('Periksa dan terbitkan').disabled).toBe(true);
    await write('Bagaimana mutu pelatihannya?');
    const sent: Blob[] = [];
    centre.centre.postFile = async (_route, file) => {
      sent.push(file);
      return { ok: false, problem: { code: 'server.unavailable', details: {} } };
    };
    await screen.tap('Periksa dan terbitkan');
    await settle();
    const read = readXlsx(new Uint8Array((await sent[0]?.arrayBuffer()) ?? new ArrayBuffer(0)));
    const [survey, ...others] = read.ok ? read.value.workbook.sheets : [];
    expect(others).toEqual(workbook.sheets.slice(1));
    expect(survey?.rows[1]).toEqual([
      'select_one mutu',
      'mutu',
      'Bagaimana mutu pelatihannya?',
      'likert',
      'yes',
    ]);
    expect(survey?.rows.slice(2)).toEqual(workbook.sheets[0]?.rows.slice(2));
  });

  test('offers unpublished work again, and forgets it when told so', async () => {
    await openEditor();
    await write('Setengah jadi');
    screen.end();
    await openEditor();
    expect(screen.text()).toContain('belum terbit dari kunjungan sebelumnya');
    await screen.tap('Lanjutkan');
    expect(screen.find<HTMLTextAreaElement>('[data-name=mutu] textarea').value).toBe('Setengah jadi');
    await screen.tap('Buang perubahan');
    await screen.tap(screen.find('.ask .button--danger'));
    expect(screen.find<HTMLTextAreaElement>('[data-name=mutu] textarea').value).toBe('Bagaimana mutunya?');
    expect(readWork('uji', 2)).toBeNull();
  });

  test('work of an older version is not offered', async () => {
    keepWork('uji', { version: 1, workbook });
    await openEditor();
    expect(screen.text()).not.toContain('belum terbit dari kunjungan sebelumnya');
    forgetWork('uji');
  });
});

test('paper has a place for every answer, blocks for what repeats, and codes for whoever types it in', async () => {
  centre.answer('GET /instruments/uji/3', { status: 200, body: { instrument } });
  await open(<PaperPage code="uji" version="3" />);
  const paper = screen.find('.paper');
  expect(paper.querySelectorAll('.paper-circle')).toHaveLength(2);
  expect([...paper.querySelectorAll('.paper-choices .paper-code')].map(one => one.textContent)).toEqual([
    '1',
    '2',
  ]);
  expect(paper.textContent).toContain('1. Bagaimana mutunya? (wajib)');
  expect(paper.textContent).toContain('2. Umur (lihat syarat)');
  expect(paper.querySelectorAll('.paper-block')).toHaveLength(3);
  expect(paper.querySelector('.paper-block')?.textContent).toContain('1. Namanya');
});

test('paper keeps a question on one page', () => {
  const css = readFileSync('src/app/screens/office/instruments/paper/paper.css', 'utf8');
  expect(/\.paper-question \{[^}]*break-inside: avoid/.test(css)).toBe(true);
});
