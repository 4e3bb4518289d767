// Enrolment as typed, pasted or followed from a link, and the PIN after it.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import Enrol from '../../../../src/app/screens/enrol/Enrol.tsx';
import { codeInLink, readCode } from '../../../../src/app/screens/enrol/enrolment-code.ts';
import { speak } from '../../../../src/app/text/language.ts';
import { type FakeTablet, fakeTablet } from '../../fake-tablet.ts';
import { appOn, type Shown, show } from '../../show.tsx';

describe('a code', () => {
  test.each([
    ['ABCD-2345', { kind: 'complete', code: 'ABCD2345' }],
    ['  abcd – 2345 ', { kind: 'complete', code: 'ABCD2345' }],
    ['abcd2345', { kind: 'complete', code: 'ABCD2345' }],
    ['ABCD-23', { kind: 'incomplete', length: 6 }],
    ['', { kind: 'incomplete', length: 0 }],
    ['ABCD-234O', { kind: 'symbols' }],
    ['ABCD-234!', { kind: 'symbols' }],
    ['ABCD-23456', { kind: 'incomplete', length: 9 }],
  ])('typed as "%s" is read as %j', (typed, read) => {
    expect(readCode(typed)).toEqual(read);
  });

  test('is found in a link', () => {
    expect(codeInLink('#code=ABCD-2345')).toBe('ABCD-2345');
    expect(codeInLink('')).toBe('');
  });
});

describe('enrolling', () => {
  let tablet: FakeTablet;
  let screen: Shown;
  const input = () => screen.find<HTMLInputElement>('input');
  const submit = async () => {
    screen.find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await screen.pass(0);
  };
  const press = async (digits: string) => {
    for (const digit of digits) await screen.tap(digit);
    await screen.tap('Lanjut');
  };
  beforeEach(async () => {
    vi.useFakeTimers();
    history.replaceState(null, '', '/enrol#code=abcd-2345');
    tablet = fakeTablet();
    const app = appOn(tablet);
    app.enrolment.value = null;
    screen = await show(<Enrol />, app);
  });
  afterEach(() => {
    screen.end();
    vi.useRealTimers();
  });

  test('the window is named after the screen, and after the PIN when it asks for one', async () => {
    expect(document.title).toBe('Daftarkan perangkat · Lembar');
    await submit();
    expect(document.title).toBe('Buat PIN petugas · Lembar');
  });

  test('takes the code of the link, and leaves none of it in the address', () => {
    expect(input().value).toBe('abcd-2345');
    expect(location.href).not.toContain('abcd');
  });

  test('a refused code is explained, and what was typed stays', async () => {
    await screen.type(input(), 'wxyz-9999');
    await submit();
    expect(screen.text()).toContain('Kode tidak dikenal');
    expect(input().value).toBe('wxyz-9999');
  });

  test('an unfinished code is not sent', async () => {
    const asked = vi.spyOn(tablet, 'enrol');
    await screen.type(input(), 'abcd');
    await submit();
    expect(screen.text()).toContain('baru 4 yang diisi');
    expect(asked).not.toHaveBeenCalled();
  });

  test('what is wrong with a code is told in the language that is chosen afterwards', async () => {
    await screen.type(input(), 'abcd');
    await submit();
    await act(() => speak('en'));
    expect(screen.text()).toContain('4 entered so far');
    expect(screen.text()).not.toContain('baru 4');
    await act(() => speak('id'));
  });

  test('a shared tablet then chooses a PIN, twice the same', async () => {
    await submit();
    await press('12');
    expect(screen.text()).toContain('sedikitnya 4 angka');
    await press('1234');
    await press('4321');
    expect(screen.text()).toContain('Kedua PIN tidak sama');
    await press('1234');
    await press('1234');
    expect(await tablet.checkPin('1234')).toEqual({ ok: true });
    expect(screen.app.enrolment.value?.label).toBe('Tablet 1');
    expect(location.pathname).toBe('/');
  });
});
