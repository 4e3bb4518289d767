// The event's other forms: opened in the kiosk or page by page, kept, and finished by whoever holds the tablet.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import Event from '../../../../src/app/screens/venue/Event.tsx';
import Form from '../../../../src/app/screens/venue/Form.tsx';
import type { Instrument } from '../../../../src/domain/instrument/definition.ts';
import type { EventRow } from '../../../../src/protocol/feed.ts';
import { EVENT, type FakeTablet, fakeTablet } from '../../fake-tablet.ts';
import { ask, formOf, rich } from '../../sheet/forms.ts';
import { appOn, type Shown, show } from '../../show.tsx';

const quick = formOf([ask('Hadir?', { type: 'text', code: 'hadir' })], {
  code: 'cepat',
  view: 'kiosk',
  title: { id: 'Kuis cepat', en: 'Quick quiz' },
});
const nameOf = ({ code, version, title }: Instrument) => ({ code, version, title });
const eventWith = (...forms: Instrument[]): EventRow => ({ ...EVENT, forms: forms.map(nameOf) });
const KEY = `form:${EVENT.id}:uji`;

let tablet: FakeTablet;
let screen: Shown;

const openEvent = async () => {
  screen = await show(<Event params={{ event: EVENT.id }} />, appOn(tablet));
};
const openForm = async () => {
  screen = await show(<Form params={{ event: EVENT.id, form: 'uji' }} />, appOn(tablet));
  await sheetShown();
};
/** Its widgets come in a chunk, a moment later. */
const sheetShown = () =>
  vi.waitFor(() => expect(screen.root.querySelector('[data-question]')).not.toBeNull());
const field = (key: string) => screen.find<HTMLInputElement>(`[id="q-${key}"]`);
const choose = async (key: string, code: string) => {
  const input = screen.find<HTMLInputElement>(
    `[data-question="${key}"] [data-choice="${code}"] input, [id="q-${key}"] [data-choice="${code}"] input`,
  );
  await screen.tap(input);
  input.dispatchEvent(new globalThis.Event('change', { bubbles: true }));
  await screen.pass(0);
};
const page = () => screen.find('[data-page]').dataset.page;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00') });
  tablet = fakeTablet({ events: [eventWith(rich, quick)] });
  tablet.instruments.push(rich, quick);
});
afterEach(() => {
  screen.end();
  vi.useRealTimers();
});

describe('the event page', () => {
  test('lists the other forms by their titles', async () => {
    await openEvent();
    expect(screen.text()).toContain('Formulir lain');
    expect(screen.text()).toContain('Formulir uji');
    expect(screen.text()).toContain('Kuis cepat');
  });

  test('says nothing of other forms where there are none', async () => {
    tablet = fakeTablet();
    await openEvent();
    expect(screen.text()).not.toContain('Formulir lain');
  });

  test('opens a kiosk’s form in the kiosk, locked', async () => {
    await openEvent();
    screen.app.unlocked.value = true;
    await screen.tap(screen.find('[data-form="cepat"] button'));
    expect(screen.app.kiosk.value).toMatchObject({ event: { id: EVENT.id }, instrument: { code: 'cepat' } });
    expect(screen.app.unlocked.value).toBe(false);
  });

  test('opens any other on a page of its own', async () => {
    await openEvent();
    await screen.tap(screen.find('[data-form="uji"] button'));
    expect(location.pathname).toBe(`/venue/${EVENT.id}/form/uji`);
    expect(screen.app.kiosk.value).toBeNull();
  });

  test('says so where a form has not come yet', async () => {
    tablet.instruments.splice(0);
    await openEvent();
    await screen.tap(screen.find('[data-form="uji"] button'));
    expect(screen.text()).toContain('Formulir ini belum ada di tablet ini');
  });
});

describe('page by page', () => {
  test('nothing is kept before the first answer; then every change, with its page', async () => {
    await openForm();
    expect(page()).toBe('hadir');
    expect(tablet.drafts.size).toBe(0);
    await choose('hadir', 'ya');
    await screen.tap('Lanjut');
    expect(tablet.drafts.get(KEY)).toMatchObject({ at: 'data', beside: true, assignment_id: null });
    expect(screen.text()).toContain('Halaman 2 dari 5');
    expect(screen.text()).toContain('Data diri');
  });

  test('a page with something missing is not left, and the keyboard goes there', async () => {
    await openForm();
    await screen.tap('Lanjut');
    expect(page()).toBe('hadir');
    expect(document.activeElement?.closest('[data-question]')?.getAttribute('data-question')).toBe('hadir');
    expect(screen.root.querySelector('.widget-complaint')).not.toBeNull();
  });

  test('comes back after a power cut to the same page with what was written', async () => {
    await openForm();
    await choose('hadir', 'ya');
    await screen.tap('Lanjut');
    await screen.type(field('kota'), 'Palembang');
    screen.end();
    await openForm();
    expect(page()).toBe('data');
    expect(field('kota').value).toBe('Palembang');
  });

  test('all pages can be seen at a glance, and any be gone to', async () => {
    await openForm();
    await choose('hadir', 'ya');
    await screen.tap('Semua halaman');
    expect(screen.text()).toContain('✓ Terisi');
    await screen.tap('Setuju?');
    expect(page()).toBe('penutup');
    await screen.tap('Kembali');
    expect(page()).toBe('anak');
  });

  test('parts are added and taken out on the way', async () => {
    await openForm();
    await screen.tap('Semua halaman');
    await screen.tap(screen.find('.sheet-overview li:nth-child(4) button'));
    await screen.tap('Tambah anak');
    expect(page()).toBe('anak[2]/sebutan');
    await screen.tap('Hapus anak 2');
    expect(page()).toBe('anak');
    expect(screen.text()).toContain('Sudah diisi: 1');
  });

  test('finishing leads to what is missing, then asks, then is ready for another person', async () => {
    await openForm();
    await choose('hadir', 'ya');
    await screen.tap('Semua halaman');
    await screen.tap('Setuju?');
    await screen.tap('Selesaikan');
    await screen.pass(0);
    expect(page()).toBe('data');
    expect(document.activeElement?.id).toBe('q-nama');
    await screen.type(field('nama'), 'Sri');
    await screen.tap('Semua halaman');
    await screen.tap('Setuju?');
    await screen.tap('Selesaikan');
    expect(tablet.finished).toHaveLength(0);
    await screen.tap('Ya, selesaikan');
    expect(tablet.finished).toMatchObject([{ answers: { hadir: 'ya', nama: 'Sri' }, beside: true }]);
    expect(screen.text()).toContain('Isian selesai');
    await screen.tap('Isi untuk orang lain');
    await sheetShown();
    expect(page()).toBe('hadir');
    expect(screen.root.querySelector('input:checked')).toBeNull();
  });

  test('an answer after "finish" takes the question back', async () => {
    tablet.instruments[2] = { ...rich, nodes: rich.nodes.slice(0, 1), view: 'sheet' };
    await openForm();
    await choose('hadir', 'ya');
    await screen.tap('Selesaikan');
    expect(screen.text()).toContain('Selesaikan isian ini?');
    await choose('hadir', 'tidak');
    expect(screen.text()).not.toContain('Selesaikan isian ini?');
  });
});

test('a half-filled sheet goes on in its own version when a newer one has come', async () => {
  await openForm();
  await choose('hadir', 'ya');
  screen.end();
  const newer = { ...rich, version: 2, title: { id: 'Formulir baru', en: 'New form' } };
  const files = tablet.drafts;
  tablet = fakeTablet({ events: [eventWith(newer)] });
  tablet.instruments.push(rich, newer);
  for (const draft of files.values()) await tablet.saveDraft(draft);
  await openForm();
  expect(screen.text()).toContain('Formulir uji');
  expect(screen.root.querySelector<HTMLInputElement>('input:checked')?.value).toBe('ya');
});
