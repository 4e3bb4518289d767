// A whole sheet on one page: sections, numbers, rules, parts that come and go, the form's languages.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import Observation from '../../../src/app/screens/supervisor/Observation.tsx';
import { speak } from '../../../src/app/text/language.ts';
import type { Instrument } from '../../../src/domain/instrument/definition.ts';
import { assignment, type FakeTablet, fakeTablet } from '../fake-tablet.ts';
import { appOn, type Shown, show } from '../show.tsx';
import { ask, formOf, rich } from './forms.ts';

const KEY = 'observation:a1';
/** The same one after a restart. */
let tablet: FakeTablet = fakeTablet();
let screen: Shown;

async function open(instrument: Instrument): Promise<void> {
  if (!tablet.instruments.includes(instrument)) {
    tablet = fakeTablet({ assignments: [assignment('a1', '2026-11-26', { instrument })] });
    tablet.instruments.push(instrument);
  }
  screen = await show(<Observation params={{ assignment: 'a1' }} />, appOn(tablet));
  await vi.waitFor(() => expect(screen.text()).toContain('Selesaikan'));
}
const field = (key: string) => screen.find<HTMLInputElement>(`[id="q-${key}"]`);
const choose = async (key: string, code: string) => {
  const input = screen.find<HTMLInputElement>(`[data-question="${key}"] [data-choice="${code}"] input`);
  await screen.tap(input);
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.pass(0);
};
const headings = () =>
  [...screen.root.querySelectorAll('h2, h3')].map(heading => heading.textContent?.replace(/ \(.*\)/, ''));

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00') });
  tablet = fakeTablet();
});
afterEach(async () => {
  screen.end();
  vi.useRealTimers();
  await speak('id');
});

test('groups are sections; questions are numbered as they are asked, anew in each part', async () => {
  await open(rich);
  expect(headings()).toEqual([
    '1. Hadir?',
    'Data diri',
    '2. Nama',
    '3. Kota',
    'anak 1',
    '1. Sebutan',
    '4. Setuju?',
  ]);
  await choose('hadir', 'tidak');
  expect(headings().slice(0, 4)).toEqual(['1. Hadir?', '2. Mengapa?', 'Data diri', '3. Nama']);
});

test('what became needless is not asked and stands in nobody’s way, and comes back as it was', async () => {
  await open(rich);
  await choose('hadir', 'tidak');
  await screen.type(field('alasan'), 'Sakit');
  await choose('hadir', 'ya');
  expect(screen.root.querySelector('[id="q-alasan"]')).toBeNull();
  await choose('hadir', 'tidak');
  expect(field('alasan').value).toBe('Sakit');
});

test('a wrong answer is told when it is left, a missing one when finishing is tried', async () => {
  await open(rich);
  await choose('hadir', 'ya');
  const leave = async () => {
    field('nama').dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await screen.pass(0);
  };
  await leave();
  expect(screen.text()).not.toContain('perlu dijawab');
  await screen.type(field('nama'), 'x');
  await leave();
  expect(screen.text()).toContain('Nama jangan x.');
  await screen.tap('Selesaikan');
  expect(screen.text()).toContain('Masih ada 1 bagian yang perlu diperiksa');
  expect(document.activeElement?.id).toBe('q-nama');
  await screen.type(field('nama'), 'Sri');
  await screen.tap('Selesaikan');
  await screen.tap('Ya, selesaikan');
  expect(tablet.finished[0]?.answers).toEqual({ hadir: 'ya', nama: 'Sri' });
});

describe('parts', () => {
  test('are added, and taken out again: the later ones move up with their answers', async () => {
    await open(rich);
    await screen.tap('Tambah anak');
    await screen.tap('Tambah anak');
    await screen.type(field('anak[1]/sebutan'), 'Budi');
    await screen.type(field('anak[3]/sebutan'), 'Ani');
    await screen.tap('Hapus anak 2');
    expect(field('anak[2]/sebutan').value).toBe('Ani');
    expect(tablet.drafts.get(KEY)?.answers).toMatchObject({
      'anak[1]/sebutan': 'Budi',
      'anak[2]/sebutan': 'Ani',
    });
  });

  test('with something in them are asked about first', async () => {
    await open(rich);
    await screen.type(field('anak[1]/sebutan'), 'Budi');
    await screen.tap('Hapus anak 1');
    expect(field('anak[1]/sebutan').value).toBe('Budi');
    await screen.tap('Ya, hapus');
    expect(screen.root.querySelector('[data-part]')).toBeNull();
  });

  test('that were all taken out stay so after a restart', async () => {
    await open(rich);
    await screen.tap('Hapus anak 1');
    screen.end();
    await open(rich);
    expect(screen.root.querySelector('[data-part]')).toBeNull();
  });
});

test('the form follows the app’s language where it has it', async () => {
  await open(rich);
  await screen.tap('English');
  await vi.waitFor(() => expect(screen.text()).toContain('Hadir? (en)'));
  expect(tablet.drafts.size).toBe(0);
});

test('files lie with the draft under names that tell nothing', async () => {
  await open(formOf([ask('Rekaman', { type: 'audio', code: 'rekaman' })]));
  const input = await vi.waitFor(() => screen.find<HTMLInputElement>('input[type="file"]'));
  const file = new File(['suara'], 'REC_20261122_083104.WEBM', { type: 'audio/webm' });
  Object.defineProperty(input, 'files', { value: [file] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(tablet.drafts.get(KEY)?.answers.rekaman).toBeDefined());
  const name = tablet.drafts.get(KEY)?.answers.rekaman ?? '';
  expect(name).toMatch(/^id-\d+\.webm$/);
  expect(await tablet.files.get(name)?.text()).toBe('suara');
});
