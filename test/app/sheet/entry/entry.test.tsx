// Typing in sheets from paper: one key a choice, Enter for the rest, one sheet after another, nothing lost on the way.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import Entry from '../../../../src/app/screens/venue/Entry.tsx';
import Event from '../../../../src/app/screens/venue/Event.tsx';
import type { Instrument } from '../../../../src/domain/instrument/definition.ts';
import { EVENT, type FakeTablet, fakeTablet, skm9 } from '../../fake-tablet.ts';
import { appOn, type Shown, show } from '../../show.tsx';
import { ask, formOf, rich } from '../forms.ts';

const KEY = `entry:${EVENT.id}:${skm9.code}`;
const list = {
  steps: Array.from({ length: 12 }, (_, at) => ({ code: `${at + 1}`, label: { id: `L${at + 1}` } })),
};
const mixed = formOf(
  [
    ask('Pilih', { type: 'select_multiple', list: 'steps', code: 'pilih' }),
    ask('Umur', { type: 'integer', code: 'umur' }),
    ask('Catatan saja', { type: 'note', code: 'catatan' }),
    ask('Setuju', { type: 'acknowledge', code: 'setuju' }),
    ask('Nilai', { type: 'range', code: 'nilai', parameters: { start: '0', end: '10' } }),
    ask('Urut', { type: 'rank', list: 'yatidak', code: 'urut' }),
  ],
  { code: 'campur', lists: { ...list, ...formOf([]).lists } },
);
const yesNo = { type: 'select_one', list: 'yatidak', required: true } as const;
const strict = formOf([ask('Satu', { ...yesNo, code: 'satu' }), ask('Dua', { ...yesNo, code: 'dua' })], {
  code: 'wajib',
});

let tablet: FakeTablet;
let screen: Shown;

async function open(form: Instrument): Promise<void> {
  screen = await show(<Entry params={{ event: EVENT.id, form: form.code }} />, appOn(tablet));
  await vi.waitFor(() => expect(document.activeElement?.closest('[data-stop]')).not.toBeNull());
}
const at = () => document.activeElement?.closest<HTMLElement>('[data-stop]')?.dataset.stop;
const press = async (key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  (document.activeElement ?? document.body).dispatchEvent(event);
  await screen.pass(0);
};
const pressAll = async (keys: string) => {
  for (const key of keys) await press(key);
};
const write = (text: string) => screen.type(document.activeElement as HTMLInputElement, text);
const save = async () => {
  await press('Enter', { ctrlKey: true });
  await screen.pass(10);
};
const answers = () => [...tablet.drafts.values()].at(-1)?.answers;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00') });
  const named = [rich, mixed, strict].map(({ code, version, title }) => ({ code, version, title }));
  tablet = fakeTablet({ events: [{ ...EVENT, forms: named }] });
  tablet.instruments.push(rich, mixed, strict);
});
afterEach(() => {
  screen.end();
  vi.useRealTimers();
});

test('the event page leads to it under the survey and under each other form', async () => {
  screen = await show(<Event params={{ event: EVENT.id }} />, appOn(tablet));
  const links = [...screen.root.querySelectorAll('a')].filter(one =>
    one.textContent?.includes('Entri dari kertas'),
  );
  expect(links.map(one => one.getAttribute('href'))).toEqual(
    [skm9, rich, mixed, strict].map(({ code }) => `/venue/${EVENT.id}/entry/${code}`),
  );
});

describe('a survey', () => {
  test('begins at its first question; a key answers and goes on by itself, and each answer is kept', async () => {
    await open(skm9);
    const questions = skm9.nodes.map(({ code }) => code);
    expect(at()).toBe(questions[0]);
    await pressAll('43');
    expect(at()).toBe(questions[2]);
    expect(tablet.drafts.get(KEY)?.answers).toEqual({ [questions[0] ?? '']: '4', [questions[1] ?? '']: '3' });
  });

  test('nine keys and Ctrl+Enter make a record, and an empty sheet is open at its first question', async () => {
    await open(skm9);
    const first = at();
    await pressAll('123412341');
    await save();
    expect(tablet.finished).toHaveLength(1);
    expect(Object.values(tablet.finished[0]?.answers ?? {})).toEqual([...'123412341']);
    expect(tablet.finished[0]).toMatchObject({ key: KEY, event_id: EVENT.id, assignment_id: null });
    expect(tablet.finished[0]).not.toHaveProperty('beside');
    await vi.waitFor(() => expect(at()).toBe(first));
    expect(screen.find('.entry-saved').textContent).toContain('Lembar ke-1 tersimpan');
    expect(screen.root.querySelector('.entry input:checked')).toBeNull();
    await pressAll('111111111');
    await save();
    expect(tablet.finished).toHaveLength(2);
    expect(tablet.finished[1]?.id).not.toBe(tablet.finished[0]?.id);
    await vi.waitFor(() => expect(screen.text()).toContain('Diketik kali ini: 2 lembar'));
  });

  test('0 and Backspace empty an answer; Shift+Enter and the arrow up go back', async () => {
    await open(skm9);
    const first = at();
    await pressAll('43');
    await press('Enter', { shiftKey: true });
    await press('0');
    await press('ArrowUp');
    expect(at()).toBe(first);
    await press('Backspace');
    expect(tablet.drafts.get(KEY)?.answers).toEqual({});
  });

  test('a key that is held down answers one question only', async () => {
    await open(skm9);
    await press('4');
    await press('4', { repeat: true });
    expect(Object.values(tablet.drafts.get(KEY)?.answers ?? {})).toEqual(['4']);
  });

  test('an empty sheet makes no record', async () => {
    await open(skm9);
    await save();
    expect(tablet.finished).toHaveLength(0);
    expect(screen.text()).toContain('Lembar ini masih kosong');
  });

  test('after a power cut it goes on at the first open question', async () => {
    await open(skm9);
    await pressAll('123');
    const next = at();
    screen.end();
    await open(skm9);
    expect(at()).toBe(next);
  });

  test('keys pressed while a sheet is being saved are answers of the next one', async () => {
    const { finalise } = tablet;
    tablet.finalise = async (...given) => {
      await new Promise(resolve => setTimeout(resolve, 500));
      return finalise(...given);
    };
    await open(skm9);
    await pressAll('123412341');
    await save();
    await pressAll('444444444');
    await press('Enter', { ctrlKey: true });
    await pressAll('32');
    expect(tablet.finished).toHaveLength(0);
    await vi.waitFor(() => expect(Object.values(answers() ?? {})).toEqual(['3', '2']), 5000);
    await press('1');
    expect(Object.values(answers() ?? {})).toEqual(['3', '2', '1']);
    const kept = tablet.finished.map(draft => Object.values(draft.answers).join(''));
    expect(kept).toEqual(['123412341', '444444444']);
  });
});

test('what is missing stops it, with the keyboard on the first', async () => {
  await open(strict);
  await press('Enter');
  await pressAll('2');
  await save();
  expect(tablet.finished).toHaveLength(0);
  expect(at()).toBe('satu');
  expect(screen.find('.entry-end').textContent).toContain('Masih ada 1 bagian yang wajib diisi');
  await press('2');
  await save();
  expect(tablet.finished[0]?.answers).toEqual({ satu: 'tidak', dua: 'tidak' });
});

test('a form beside the survey passes over what does not apply and adds parts by +', async () => {
  await open(rich);
  await press('y');
  expect(at()).toBe('nama');
  await press('ArrowUp');
  await press('t');
  expect(at()).toBe('alasan');
  await write('Sakit');
  await press('Enter');
  await write('x');
  await press('Enter');
  expect(screen.text()).toContain('Nama jangan x.');
  await press('ArrowUp');
  await write('Sri');
  await press('Enter');
  await press('Enter');
  await write('Budi');
  await press('Enter');
  await press('+');
  expect(at()).toBe('anak[2]/sebutan');
  await write('Ani');
  await press('Enter');
  await press('Enter');
  await press('2');
  expect(at()).toBe('#save');
  await save();
  expect(tablet.finished[0]).toMatchObject({
    beside: true,
    answers: {
      ...{ hadir: 'tidak', alasan: 'Sakit', nama: 'Sri', penutup: 'tidak' },
      ...{ 'anak[1]/sebutan': 'Budi', 'anak[2]/sebutan': 'Ani' },
    },
  });
});

test('several choices, numbers, a tick, a scale and an order are all typed', async () => {
  await open(mixed);
  await pressAll('310');
  expect(answers()).toMatchObject({ pilih: '3 10' });
  await press('Enter');
  await write('45');
  await press('Enter');
  expect(at()).toBe('setuju');
  await press('1');
  await pressAll('10');
  expect(at()).toBe('urut');
  await pressAll('21');
  expect(at()).toBe('#save');
  await save();
  expect(tablet.finished[0]?.answers).toEqual({
    ...{ pilih: '3 10', umur: '45', setuju: 'OK', nilai: '10', urut: 'tidak ya' },
  });
});
