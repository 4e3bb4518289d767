// The kiosk on forms beyond one scale after another: pages that come and go, rules, parts that repeat, languages, files.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import Kiosk from '../../../../src/app/screens/kiosk/Kiosk.tsx';
import { speak } from '../../../../src/app/text/language.ts';
import type { Instrument } from '../../../../src/domain/instrument/definition.ts';
import { EVENT, type FakeTablet, fakeTablet } from '../../fake-tablet.ts';
import { ask, formOf, rich } from '../../sheet/forms.ts';
import { appOn, type Shown, show } from '../../show.tsx';

const NEXT = 1000;
let tablet: FakeTablet;
let screen: Shown;

async function open(instrument: Instrument, beginning = true): Promise<void> {
  if (!tablet.instruments.includes(instrument)) tablet.instruments.push(instrument);
  const app = appOn(tablet);
  app.kiosk.value = await tablet.lockKiosk(EVENT.id, instrument);
  screen = await show(<Kiosk />, app);
  await vi.waitFor(() => expect(screen.root.querySelector('[data-stage]')).not.toBeNull());
  if (beginning) await go('Mulai');
}
async function go(target: string | HTMLElement): Promise<void> {
  await screen.tap(target);
  await screen.pass(NEXT);
}
const choose = (code: string) => go(screen.find(`[data-choice="${code}"]`));
const field = (key: string) => screen.find<HTMLInputElement>(`[id="q-${key}"]`);
const write = (key: string, text: string) => screen.type(field(key), text);
const page = () => screen.find('main').dataset.page;
/** The chunk of what is seldom asked comes a moment later. */
const waitFor = (words: string) => vi.waitFor(() => expect(screen.text()).toContain(words));
const answers = () => tablet.drafts.get('kiosk')?.answers;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00') });
  tablet = fakeTablet();
});
afterEach(async () => {
  screen.end();
  vi.useRealTimers();
  await speak('id');
});

describe('pages', () => {
  test('that an answer makes needless are passed by, and come where it makes them needed', async () => {
    await open(rich);
    await choose('ya');
    expect(page()).toBe('data');
    await go('Kembali');
    await choose('tidak');
    expect(page()).toBe('alasan');
  });

  test('with several questions have "Lanjut", and keep every letter meanwhile', async () => {
    await open(rich);
    await choose('ya');
    await waitFor('Kota');
    await write('nama', 'Sri');
    expect(answers()).toMatchObject({ hadir: 'ya', nama: 'Sri' });
    await go('Lanjut');
    expect(page()).toBe('anak[1]/sebutan');
  });

  test('are come back to after a restart, with what was written on them', async () => {
    await open(rich);
    await choose('ya');
    await waitFor('Kota');
    await write('kota', 'Palembang');
    screen.end();
    await open(rich, false);
    await waitFor('Kota');
    expect(page()).toBe('data');
    expect(field('kota').value).toBe('Palembang');
  });

  test('of a draft of an earlier build are found by their number', async () => {
    await tablet.saveDraft({
      ...{ key: 'kiosk', id: 'filling-1', instrument: { code: 'uji', version: 1 }, event_id: EVENT.id },
      ...{ assignment_id: null, answers: { hadir: 'tidak' }, step: 2, touched_at: Date.now() },
    });
    await open(rich, false);
    expect(page()).toBe('alasan');
  });

  test('are counted where they ask something', async () => {
    await open(formOf([ask('Selamat datang', { type: 'note', code: 'salam' }), ...rich.nodes.slice(0, 1)]));
    expect(screen.text()).toContain('1 dari 1');
    await go('Lanjut');
    expect(screen.text()).toContain('1 dari 1');
    expect(page()).toBe('hadir');
  });
});

describe('a rule of the form', () => {
  test('stops going on, in its own words, until the answer fits', async () => {
    await open(rich);
    await choose('ya');
    await waitFor('Kota');
    await write('nama', 'x');
    await go('Lanjut');
    expect(page()).toBe('data');
    expect(screen.text()).toContain('Nama jangan x.');
    await write('nama', 'Sri');
    await go('Lanjut');
    expect(page()).toBe('anak[1]/sebutan');
  });

  test('that a later answer breaks leads back to its page at the end', async () => {
    const form = formOf([
      ask('Berapa?', { type: 'text', code: 'awal', constraint: ['!=', ['.'], ['$', 1]] }),
      ask('Dan?', { type: 'text', code: 'akhir' }),
    ]);
    await open(form);
    await write('awal', '5');
    await go('Lanjut');
    await write('akhir', '5');
    await go('Kirim');
    expect(page()).toBe('awal');
    expect(tablet.finished).toHaveLength(0);
    await write('awal', '4');
    await go('Lanjut');
    await go('Kirim');
    expect(tablet.finished[0]?.answers).toEqual({ awal: '4', akhir: '5' });
  });

  test('a text of blanks is no answer', async () => {
    await open(rich);
    await choose('tidak');
    await write('alasan', '   ');
    await go('Lanjut');
    expect(page()).toBe('alasan');
    expect(screen.root.querySelector('[role="alert"]:not(.hidden-visually)')).not.toBeNull();
  });
});

describe('what may be left out', () => {
  test('says "Lewati" while it is blank, and is nothing to whoever counts', async () => {
    await open(formOf([ask('Saran', { type: 'text', code: 'saran' }), ...rich.nodes.slice(0, 1)]));
    expect(screen.button('Lewati')).toBeDefined();
    await write('saran', 'Baik');
    expect(screen.text()).not.toContain('Lewati');
    await write('saran', '');
    await go('Lewati');
    await choose('ya');
    expect(tablet.finished[0]?.answers).toEqual({ hadir: 'ya' });
  });

  test('what must be answered has no way round', async () => {
    await open(rich);
    expect(screen.text()).not.toContain('Lewati');
  });
});

describe('parts that repeat', () => {
  const toPart = async () => {
    await open(rich);
    await choose('ya');
    await waitFor('Kota');
    await write('nama', 'Sri');
    await go('Lanjut');
  };

  test('are added one after another, and each has its own answers', async () => {
    await toPart();
    await write('anak[1]/sebutan', 'Budi');
    await go('Lanjut');
    await waitFor('Masih ada anak lagi?');
    await go('Tambah anak');
    expect(page()).toBe('anak[2]/sebutan');
    await write('anak[2]/sebutan', 'Ani');
    await go('Lanjut');
    await waitFor('Sudah diisi: 2');
    await go('Tidak, lanjut');
    await choose('ya');
    expect(tablet.finished[0]?.answers).toMatchObject({
      'anak[1]/sebutan': 'Budi',
      'anak[2]/sebutan': 'Ani',
    });
  });

  test('are taken out again, with a question first where something is in them', async () => {
    await toPart();
    await write('anak[1]/sebutan', 'Budi');
    await waitFor('Hapus anak 1');
    await go('Hapus anak 1');
    expect(screen.text()).toContain('Hapus anak 1 beserta isinya?');
    await go('Batal');
    expect(field('anak[1]/sebutan').value).toBe('Budi');
    await go('Hapus anak 1');
    await go('Ya, hapus');
    await waitFor('Masih ada anak lagi?');
    expect(answers()).not.toHaveProperty('anak[1]/sebutan');
  });
});

describe('languages', () => {
  const foreign = formOf([ask('Nama', { type: 'text', code: 'nama', label: { id: 'Nama', ar: 'الاسم' } })], {
    languages: [
      { code: 'id', name: 'Indonesia' },
      { code: 'ar', name: 'العربية' },
    ],
  });
  const change = async (code: string) => {
    const select = screen.find<HTMLSelectElement>('.sheet-language select');
    select.value = code;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.pass(NEXT);
  };

  test('are changed in mid-sheet, from right to left too, and no answer changes', async () => {
    await open(foreign);
    await write('nama', 'Sri');
    await change('ar');
    expect(screen.text()).toContain('الاسم');
    expect(screen.find('main').dir).toBe('rtl');
    expect(field('nama').value).toBe('Sri');
    expect(tablet.drafts.get('kiosk')?.language).toBe('ar');
  });

  test('come back with a restart, and end with their person', async () => {
    await open(foreign);
    await change('ar');
    screen.end();
    await open(foreign, false);
    expect(screen.text()).toContain('الاسم');
    await go(screen.find('.kiosk-head button'));
    await go('Mulai');
    expect(screen.text()).toContain('Nama');
  });

  test('of the app change its own words as well', async () => {
    await open(rich);
    await change('en');
    await waitFor('Hadir? (en)');
    await waitFor('Cancel');
  });
});

test('another form than the survey says so in its draft, the survey does not', async () => {
  await open(rich);
  expect(tablet.drafts.get('kiosk')?.beside).toBe(true);
  screen.end();
  tablet.drafts.clear();
  const survey = tablet.instruments[0];
  if (survey) await open(survey);
  expect(tablet.drafts.get('kiosk')).not.toHaveProperty('beside');
});

test('nothing of one person’s sheet is alive for the next', async () => {
  await open(rich);
  await choose('tidak');
  await write('alasan', 'rahasia');
  await screen.pass(91_000);
  await go('Tidak, hapus');
  await go('Mulai');
  expect(answers()).toEqual({});
  await choose('tidak');
  expect(field('alasan').value).toBe('');
});
