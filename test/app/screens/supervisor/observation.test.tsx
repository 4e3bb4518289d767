// The supervisor's list and sheet: drafts kept, nothing finished while something required is missing.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dueState } from '../../../../src/app/screens/supervisor/due.ts';
import Observation from '../../../../src/app/screens/supervisor/Observation.tsx';
import Supervisor from '../../../../src/app/screens/supervisor/Supervisor.tsx';
import { assignment, type FakeTablet, fakeTablet, observation } from '../../fake-tablet.ts';
import { appOn, type Shown, show } from '../../show.tsx';

let tablet: FakeTablet;
let screen: Shown;
const PARAMS = { assignment: 'a1' };
const KEY = 'observation:a1';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00') });
  tablet = fakeTablet({
    assignments: [
      assignment('a1', '2026-11-26'),
      assignment('a2', '2026-11-20'),
      assignment('a3', '2026-11-01', { observed_on: '2026-10-30' }),
      assignment('a4', '2026-11-19', { supervisor_name: 'Drs. Bahri' }),
    ],
  });
});
afterEach(() => {
  screen.end();
  vi.useRealTimers();
});

/** Its widgets come in a chunk, a moment later. */
const sheetShown = () => vi.waitFor(() => expect(screen.root.querySelector('textarea')).not.toBeNull());

describe('the sheet', () => {
  const choose = async (question: string, choice: string) => {
    const input = screen.find<HTMLInputElement>(
      `[data-question="${question}"] [data-choice="${choice}"] input`,
    );
    await screen.tap(input);
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.pass(500);
  };
  const write = async (question: string, text: string) => {
    await screen.type(screen.find<HTMLTextAreaElement>(`[data-question="${question}"] textarea`), text);
    await screen.pass(500);
  };
  const open = async () => {
    screen = await show(<Observation params={PARAMS} />, appOn(tablet));
    await sheetShown();
  };
  const fillIn = async () => {
    for (const question of ['sikap', 'komunikasi', 'ketepatan', 'keluhan']) await choose(question, '3');
    await write('bukti', 'Menyapa setiap warga di loket 2 pada 18 November.');
    await choose('rekomendasi', 'pendampingan');
  };

  test('is kept at every change, and says when', async () => {
    await open();
    expect(tablet.drafts.size).toBe(0);
    await choose('sikap', '4');
    expect(tablet.drafts.get(KEY)?.answers).toEqual({ sikap: '4' });
    expect(screen.text()).toContain('Tersimpan di perangkat ini 09.00');
  });

  test('comes back after a power cut with what was filled in, as the same filling', async () => {
    await open();
    await choose('sikap', '4');
    await write('bukti', 'Tersenyum');
    const id = tablet.drafts.get(KEY)?.id;
    screen.end();
    await open();
    expect(screen.find<HTMLTextAreaElement>('textarea').value).toBe('Tersenyum');
    await choose('komunikasi', '2');
    expect(tablet.drafts.get(KEY)).toMatchObject({
      id,
      answers: { sikap: '4', bukti: 'Tersenyum', komunikasi: '2' },
    });
  });

  test('keeps a text to the last letter when the screen is left while it is typed', async () => {
    await open();
    await screen.type(screen.find<HTMLTextAreaElement>('[data-question="bukti"] textarea'), 'Setengah kal');
    screen.end();
    await vi.advanceTimersByTimeAsync(0);
    expect(tablet.drafts.get(KEY)?.answers).toEqual({ bukti: 'Setengah kal' });
  });

  test('does not finish while something required is missing, and leads to the first of it', async () => {
    await open();
    await choose('sikap', '3');
    await choose('ketepatan', '3');
    await screen.tap('Selesaikan');
    expect(screen.text()).toContain('Masih ada 4 bagian yang wajib diisi');
    expect(screen.text()).not.toContain('Ya, selesaikan');
    expect(document.activeElement?.closest('[data-question]')?.getAttribute('data-question')).toBe(
      'komunikasi',
    );
    expect(tablet.finished).toHaveLength(0);
  });

  test('a text of spaces only counts as missing', async () => {
    await open();
    await fillIn();
    await write('bukti', '   ');
    await screen.tap('Selesaikan');
    expect(screen.text()).toContain('Masih ada 1 bagian yang wajib diisi');
  });

  test('asks before it finishes, then is done and cannot be filled in again', async () => {
    await open();
    await fillIn();
    await screen.tap('Selesaikan');
    expect(tablet.finished).toHaveLength(0);
    await screen.tap('Ya, selesaikan');
    expect(tablet.finished).toHaveLength(1);
    expect(tablet.finished[0]).toMatchObject({
      assignment_id: 'a1',
      answers: { sikap: '3', rekomendasi: 'pendampingan' },
    });
    expect(screen.text()).toContain('Observasi selesai');
    expect(screen.root.querySelector('textarea')).toBeNull();
  });
});

describe('a phone with too little room', () => {
  const open = async () => {
    tablet.room = false;
    screen = await show(<Observation params={PARAMS} />, appOn(tablet));
    await screen.pass(0);
  };

  test('begins no new sheet, says what to do, and begins once there is room', async () => {
    await open();
    expect(screen.text()).toContain('Penyimpanan perangkat ini hampir penuh');
    expect(screen.root.querySelector('textarea')).toBeNull();
    tablet.room = true;
    await screen.pass(60_000);
    await sheetShown();
  });

  test('goes on with a sheet that was begun', async () => {
    await tablet.saveDraft({
      ...{ key: KEY, id: 'filling-1', instrument: { code: 'observasi', version: 1 }, event_id: 'event-1' },
      ...{ assignment_id: 'a1', answers: { bukti: 'Ramah' }, step: 0, touched_at: Date.now() },
    });
    tablet.instrument = async () => observation;
    await open();
    await sheetShown();
    expect(screen.find<HTMLTextAreaElement>('textarea').value).toBe('Ramah');
  });
});

describe('the list', () => {
  test('groups by supervisor on a shared tablet; what is still to do comes first, by due date', async () => {
    screen = await show(<Supervisor />, appOn(tablet));
    const ids = [...screen.root.querySelectorAll('[data-assignment]')].map(card =>
      card.getAttribute('data-assignment'),
    );
    expect(ids).toEqual(['a4', 'a2', 'a1', 'a3']);
    expect(screen.text()).toContain('Drs. Bahri');
    expect(screen.text()).toContain('Lewat 3 hari');
    expect(screen.text()).toContain('Selesai 30 Oktober 2026');
  });

  test.each([
    ['2026-11-20', { kind: 'overdue', days: 3 }],
    ['2026-11-23', { kind: 'soon', days: 0 }],
    ['2026-11-30', { kind: 'soon', days: 7 }],
    ['2026-12-01', { kind: 'later', days: 8 }],
    ['2027-11-23', { kind: 'later', days: 365 }],
  ])('due %s, seen on 23 November 2026, is %j', async (due, state) => {
    screen = await show(null, appOn(tablet));
    expect(dueState({ ...assignment('a', due), state: 'due' }, '2026-11-23')).toEqual(state);
  });
});
