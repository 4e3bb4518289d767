// The kiosk, one person after another, as they see it.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import Kiosk from '../../../../src/app/screens/kiosk/Kiosk.tsx';
import { skm9 } from '../../../../src/domain/instrument/shipped/skm9.ts';
import { type FakeTablet, fakeTablet } from '../../fake-tablet.ts';
import { appOn, type Shown, show } from '../../show.tsx';

/** Longer than the chosen answer shows and the next question settles. */
const NEXT = 1000;
const CODES = skm9.questions.map(question => question.code);

let tablet: FakeTablet;
let screen: Shown;

async function openKiosk(): Promise<Shown> {
  const app = appOn(tablet);
  app.kiosk.value = await tablet.lockKiosk('event-1');
  return show(<Kiosk />, app);
}
const choice = (code: string) => screen.find(`[data-choice="${code}"]`);
const shownQuestion = () => screen.root.querySelector('[data-question]')?.getAttribute('data-question');
async function answer(code: string): Promise<void> {
  await screen.tap(choice(code));
  await screen.pass(NEXT);
}
async function begin(): Promise<void> {
  await screen.tap('Mulai');
  await screen.pass(NEXT);
}

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00') });
  tablet = fakeTablet();
  await tablet.setPin('1234');
  screen = await openKiosk();
});
afterEach(() => {
  screen.end();
  vi.useRealTimers();
});

describe('a person fills in the survey', () => {
  test('the notice comes before the first question, and nothing is kept until someone starts', () => {
    expect(screen.text()).toContain('Nama, NIP, dan jam mengisi tidak dicatat');
    expect(tablet.drafts.size).toBe(0);
  });

  test('nine answers and a suggestion become one finished sheet, then the tablet is ready for the next person', async () => {
    await begin();
    for (const [index] of CODES.slice(0, 9).entries()) {
      expect(screen.text()).toContain(`${index + 1} dari 9`);
      await answer(String((index % 4) + 1));
    }
    await screen.type(screen.find('textarea'), 'Waktunya ditambah.');
    await screen.tap('Kirim');
    await screen.pass(NEXT);
    expect(screen.text()).toContain('Terima kasih');
    const answers = CODES.map(code => tablet.finished[0]?.answers[code]);
    expect(answers).toEqual(['1', '2', '3', '4', '1', '2', '3', '4', '1', 'Waktunya ditambah.']);
    await screen.pass(6000);
    expect(screen.text()).toContain('Mulai');
    expect(tablet.finished).toHaveLength(1);
  });

  test('"does not apply" is kept as no answer', async () => {
    await begin();
    await screen.tap('Tidak berlaku');
    await screen.pass(NEXT);
    expect(tablet.drafts.get('kiosk')?.answers).toEqual({ persyaratan: null });
    expect(shownQuestion()).toBe('prosedur');
  });

  test('"back" shows the question before with its answer marked, and another tap changes it', async () => {
    await begin();
    await answer('2');
    await screen.tap('Kembali');
    await screen.pass(NEXT);
    expect(choice('2').getAttribute('aria-pressed')).toBe('true');
    await answer('4');
    expect(tablet.drafts.get('kiosk')?.answers).toEqual({ persyaratan: '4' });
  });

  test('the browser’s back button stays inside and goes to the question before', async () => {
    await begin();
    await answer('2');
    dispatchEvent(new PopStateEvent('popstate'));
    await screen.pass(NEXT);
    expect(shownQuestion()).toBe('persyaratan');
  });

  test('a digit on a keyboard answers too', async () => {
    await begin();
    dispatchEvent(new KeyboardEvent('keydown', { key: '3' }));
    await screen.pass(NEXT);
    expect(tablet.drafts.get('kiosk')?.answers).toEqual({ persyaratan: '3' });
  });
});

describe('a second tap', () => {
  test.each([0, 50, 150, 190, 300, 450])(
    '%i ms after the first does not answer the next question',
    async ms => {
      await begin();
      await screen.tap(choice('1'));
      await screen.pass(ms);
      await screen.tap(choice('4'));
      dispatchEvent(new KeyboardEvent('keydown', { key: '4' }));
      await screen.pass(NEXT);
      expect(tablet.drafts.get('kiosk')?.answers).toEqual({ persyaratan: '1' });
      expect(shownQuestion()).toBe('prosedur');
    },
  );

  test('pressed before the question had settled and released after it does not answer', async () => {
    await begin();
    await screen.tap(choice('1'));
    await screen.pass(200);
    dispatchEvent(new Event('pointerdown'));
    await screen.pass(NEXT);
    choice('4').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    await screen.pass(NEXT);
    expect(shownQuestion()).toBe('prosedur');
    dispatchEvent(new Event('pointerdown'));
    choice('4').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    await screen.pass(NEXT);
    expect(shownQuestion()).toBe('waktu');
  });

  test('on "start" or "send" begins or sends one sheet', async () => {
    const start = screen.button('Mulai');
    await screen.tap(start);
    await screen.tap(start);
    await screen.pass(NEXT);
    for (const _ of CODES.slice(0, 9)) await answer('3');
    const send = screen.button('Kirim');
    send.click();
    send.click();
    await screen.pass(NEXT);
    expect(tablet.finished).toHaveLength(1);
  });
});

describe('a tablet that stops in the middle', () => {
  test('comes back to the same question with the earlier answers and the same identity', async () => {
    await begin();
    await answer('2');
    await answer('3');
    const id = tablet.drafts.get('kiosk')?.id;
    screen.end();
    screen = await openKiosk();
    expect(shownQuestion()).toBe('waktu');
    await answer('4');
    expect(tablet.drafts.get('kiosk')).toMatchObject({
      id,
      answers: { persyaratan: '2', prosedur: '3', waktu: '4' },
    });
  });

  test('keeps a text that was being typed', async () => {
    await begin();
    for (const _ of CODES.slice(0, 9)) await answer('3');
    await screen.type(screen.find('textarea'), 'Ruang terlalu panas');
    screen.end();
    screen = await openKiosk();
    expect(screen.find<HTMLTextAreaElement>('textarea').value).toBe('Ruang terlalu panas');
  });

  test('asks first whether the person is still there when the sheet is older than the idle time', async () => {
    await begin();
    await answer('2');
    screen.end();
    await vi.advanceTimersByTimeAsync(91_000);
    screen = await openKiosk();
    expect(screen.text()).toContain('Masih mengisi?');
    expect(screen.root.querySelector('[data-choice]')).toBeNull();
  });

  test('goes on only when the answer is durable', async () => {
    await begin();
    let keep = () => {};
    tablet.saveDraft = () =>
      new Promise<void>(resolve => {
        keep = resolve;
      });
    await screen.tap(choice('1'));
    await screen.pass(NEXT);
    expect(shownQuestion()).toBe('persyaratan');
    keep();
    await screen.pass(NEXT);
    expect(shownQuestion()).toBe('prosedur');
  });

  test('says so when the tablet can no longer keep an answer', async () => {
    await begin();
    tablet.saveDraft = () => Promise.reject(new Error('QuotaExceededError'));
    await screen.tap(choice('1'));
    await screen.pass(NEXT);
    expect(screen.app.failure.value?.message).toBe('QuotaExceededError');
  });
});

describe('a tablet left alone', () => {
  test('asks after 90 s, clears 20 s later, and shows the next person nothing', async () => {
    await begin();
    await answer('2');
    await screen.pass(90_000);
    expect(screen.text()).toContain('Masih mengisi?');
    await screen.pass(21_000);
    expect(screen.text()).toContain('Mulai');
    expect(tablet.drafts.size).toBe(0);
    expect(tablet.finished).toHaveLength(0);
    await begin();
    expect(screen.root.querySelector('[aria-pressed="true"]')).toBeNull();
    expect(tablet.drafts.get('kiosk')?.answers).toEqual({});
  });

  test('goes on with the same question after a touch', async () => {
    await begin();
    await answer('2');
    await screen.pass(91_000);
    await screen.tap('Ya, lanjutkan');
    await screen.pass(NEXT);
    expect(shownQuestion()).toBe('prosedur');
    await screen.pass(80_000);
    expect(shownQuestion()).toBe('prosedur');
  });

  test('takes any touch as a sign of a person', async () => {
    await begin();
    await screen.pass(80_000);
    dispatchEvent(new Event('pointerdown'));
    await screen.pass(80_000);
    expect(shownQuestion()).toBe('persyaratan');
  });

  test('clears when told "no", and a typed text does not come back', async () => {
    await begin();
    for (const _ of CODES.slice(0, 9)) await answer('3');
    await screen.type(screen.find('textarea'), 'rahasia');
    await screen.pass(91_000);
    await screen.tap('Tidak, hapus');
    await screen.pass(NEXT);
    expect(tablet.drafts.size).toBe(0);
    await begin();
    for (const _ of CODES.slice(0, 9)) await answer('3');
    expect(screen.find<HTMLTextAreaElement>('textarea').value).toBe('');
  });

  test('takes the next person only when everything of the last one is gone from the disk', async () => {
    await begin();
    await answer('2');
    let drop = () => {};
    tablet.dropDraft = () =>
      new Promise<void>(resolve => {
        drop = resolve;
      });
    await screen.pass(91_000);
    await screen.tap('Tidak, hapus');
    await screen.pass(NEXT);
    const start = () => screen.find<HTMLButtonElement>('.kiosk-begin button');
    expect(start().disabled).toBe(true);
    drop();
    await screen.pass(NEXT);
    expect(start().disabled).toBe(false);
  });

  test('asks nobody on the notice', async () => {
    await screen.pass(600_000);
    expect(screen.text()).toContain('Mulai');
  });

  test('is not kept open for ever by a clock that was set back', async () => {
    await begin();
    vi.setSystemTime(new Date('2020-01-01T00:00:00'));
    await screen.pass(92_000);
    expect(screen.text()).toContain('Masih mengisi?');
  });
});

describe('a tab out of sight', () => {
  const see = async (state: 'hidden' | 'visible') => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
    await screen.pass(0);
  };
  afterEach(() => vi.restoreAllMocks());

  test('clears nothing however long it is away, asks at its return, and clears 20 s later', async () => {
    await begin();
    await answer('2');
    await see('hidden');
    await screen.pass(3 * 3_600_000);
    expect(tablet.drafts.get('kiosk')?.answers).toEqual({ persyaratan: '2' });
    await see('visible');
    expect(screen.text()).toContain('Masih mengisi?');
    expect(screen.root.querySelector('[data-choice]')).toBeNull();
    await screen.pass(21_000);
    expect(screen.text()).toContain('Mulai');
    expect(tablet.drafts.size).toBe(0);
  });

  test('that had asked "still there?" clears at its return', async () => {
    await begin();
    await answer('2');
    await screen.pass(91_000);
    await see('hidden');
    await screen.pass(60_000);
    expect(tablet.drafts.size).toBe(1);
    await see('visible');
    expect(tablet.drafts.size).toBe(0);
  });

  test('for a moment goes on with the same question', async () => {
    await begin();
    await answer('2');
    await see('hidden');
    await screen.pass(60_000);
    await see('visible');
    expect(shownQuestion()).toBe('prosedur');
  });
});

describe('a tablet with too little room', () => {
  const lookAgain = () => screen.pass(60_000);

  test('starts no new sheet and tells staff what to do, until there is room again', async () => {
    tablet.room = false;
    await lookAgain();
    await vi.waitFor(() => expect(screen.text()).toContain('Penyimpanan perangkat ini hampir penuh'));
    expect(screen.text()).not.toContain('Mulai');
    await screen.tap('Petugas');
    expect(screen.text()).toContain('PIN petugas');
    await screen.tap('Batal');
    tablet.room = true;
    await lookAgain();
    expect(screen.text()).toContain('Mulai');
  });

  test('lets a sheet that was begun go on to its end', async () => {
    await begin();
    tablet.room = false;
    await answer('2');
    expect(shownQuestion()).toBe('prosedur');
    for (const _ of CODES.slice(1, 9)) await answer('3');
    await screen.tap('Kirim');
    await screen.pass(NEXT);
    expect(tablet.finished).toHaveLength(1);
  });

  test('of which nothing is known is used as before', async () => {
    tablet.hasRoom = () => Promise.reject(new Error('no estimate'));
    await lookAgain();
    expect(screen.text()).toContain('Mulai');
  });
});

describe('leaving', () => {
  const press = async (digits: string) => {
    for (const digit of digits) await screen.tap(digit);
    await screen.tap('Lanjut');
  };

  test('needs the facilitator’s PIN, and a wrong one says how long to wait', async () => {
    await screen.tap('Petugas');
    await press('9999');
    expect(screen.text()).toContain('Tunggu 30 detik');
    expect(screen.app.kiosk.value).not.toBeNull();
    await screen.pass(31_000);
    await press('1234');
    expect(screen.app.kiosk.value).toBeNull();
    expect(screen.app.unlocked.value).toBe(true);
  });

  test('is forgotten when a participant opened it by mistake', async () => {
    await screen.tap('Petugas');
    await screen.pass(46_000);
    expect(screen.text()).toContain('Mulai');
  });
});
