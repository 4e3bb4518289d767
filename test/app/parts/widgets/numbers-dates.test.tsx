// Numbers, days and times, as people write them and as answers hold them.
// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDay, readTime, writeDay, writeTime } from '../../../../src/app/parts/widgets/dates/date-text.ts';
import { readNumber, writeNumber } from '../../../../src/app/parts/widgets/numbers/number-text.ts';
import { speak } from '../../../../src/app/text/language.ts';
import type { QuestionNode } from '../../../../src/domain/instrument/definition.ts';
import { instrumentOf, question, questionOf } from './instrument-of.ts';
import { showWidgets, takeAway } from './show-widget.tsx';

const one = (type: QuestionNode['type'], ...appearance: string[]) =>
  instrumentOf([question('q', { type, label: { id: 'Berapa?' }, appearance })]);

beforeEach(() => speak('id'));
afterEach(takeAway);

describe('a number as it is written', () => {
  test.each([
    ['3,5', 'id', '3.5'],
    ['3.5', 'id', '3.5'],
    ['1.250', 'id', '1250'],
    ['1.250,75', 'id', '1250.75'],
    ['0.125', 'id', '0.125'],
    ['1,250', 'en', '1250'],
    ['1,250.75', 'en', '1250.75'],
    ['3,5', 'en', '3.5'],
    ['1 250 000', 'id', '1250000'],
    ['−7', 'id', '-7'],
    ['+7', 'id', '7'],
    [',5', 'id', '0.5'],
    ['3,', 'id', '3'],
    ['-', 'id', '-'],
    ['12 ekor', 'id', '12ekor'],
    ['1.2.3', 'id', '1.2.3'],
    ['', 'id', ''],
  ] as const)('%s in %s is %s', (typed, language, value) => {
    expect(readNumber(typed, language)).toBe(value);
  });

  test('what is shown of a value reads as that value again', () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 }).map(whole => String(whole / 100));
    fc.assert(
      fc.property(amount, fc.constantFrom('id' as const, 'en' as const), (value, language) => {
        const shown = writeNumber(value, language);
        // Three digits behind a mark would be thousands; hundredths never have three.
        expect(readNumber(shown, language)).toBe(value);
      }),
    );
  });
});

describe('a number', () => {
  test('is tapped on large keys in the kiosk, with a comma only where fractions are asked for', async () => {
    const screen = await showWidgets(one('decimal'), { look: 'kiosk' });
    for (const key of ['1', '2', 'Koma', '5']) await screen.tap(key);
    expect([screen.raw('q'), screen.find<HTMLInputElement>('input').value]).toEqual(['12.5', '12,5']);
    await screen.tap('Hapus satu angka');
    expect(screen.find<HTMLInputElement>('input').value).toBe('12,');
    await screen.tap('Ganti tanda');
    expect(screen.raw('q')).toBe('-12');
    const whole = await showWidgets(one('integer'), { look: 'kiosk' });
    expect(() => whole.button('Koma')).toThrow();
  });

  test('asks for no system keyboard in the kiosk, and for the one with digits elsewhere', async () => {
    const kiosk = await showWidgets(one('integer'), { look: 'kiosk' });
    expect(kiosk.find<HTMLInputElement>('input').inputMode).toBe('none');
    const page = await showWidgets(one('decimal'));
    expect(page.find<HTMLInputElement>('input').inputMode).toBe('decimal');
  });

  test('what is no number stays to be seen and stands in the way', async () => {
    const screen = await showWidgets(one('integer'));
    await screen.type(screen.find<HTMLInputElement>('input'), 'banyak');
    expect(screen.find<HTMLInputElement>('input').value).toBe('banyak');
    expect(questionOf(screen.sheet, 'q').violation.value).toBe('type');
  });

  test('changed by the sheet itself it is shown anew', async () => {
    const screen = await showWidgets(one('integer'));
    await screen.type(screen.find<HTMLInputElement>('input'), '12');
    questionOf(screen.sheet, 'q').answer('40');
    await screen.arrive();
    expect(screen.find<HTMLInputElement>('input').value).toBe('40');
  });
});

describe('a day', () => {
  test.each([
    ['2026-11-03', { year: '2026', month: '11', day: '3' }],
    ['-02-', { year: '', month: '2', day: '' }],
    ['', { year: '', month: '', day: '' }],
  ])('%s is read in parts and written back', (value, parts) => {
    expect(readDay(value)).toEqual(parts);
    expect(writeDay(parts)).toBe(value);
  });

  test('in the kiosk is given in three parts, and stands in the way until it is whole', async () => {
    const screen = await showWidgets(one('date'), { look: 'kiosk' });
    const part = (name: string) => screen.find<HTMLSelectElement>(`[id="q-q-${name}"]`);
    await screen.type(part('day'), '31');
    await screen.type(part('month'), '2');
    expect(questionOf(screen.sheet, 'q').violation.value).toBe('type');
    await screen.type(part('year'), '2026');
    expect([screen.raw('q'), questionOf(screen.sheet, 'q').violation.value]).toEqual(['2026-02-31', 'type']);
    await screen.type(part('day'), '28');
    expect([screen.raw('q'), questionOf(screen.sheet, 'q').violation.value]).toEqual(['2026-02-28', null]);
  });

  test('each part is named by the question and its own word', async () => {
    const screen = await showWidgets(one('date'), { look: 'kiosk' });
    const ids = screen.find('[id="q-q-month"]').getAttribute('aria-labelledby')?.split(' ') ?? [];
    expect(ids.map(id => document.getElementById(id)?.textContent)).toEqual(['Berapa?', 'Bulan']);
  });

  test.each([
    ['month-year', { month: '10', year: '2026' }, '2026-10-01'],
    ['year', { year: '2026' }, '2026-01-01'],
  ])('as %s is kept as its first day', async (appearance, parts, value) => {
    const screen = await showWidgets(one('date', appearance));
    for (const [name, text] of Object.entries(parts))
      await screen.type(screen.find<HTMLInputElement>(`[id="q-q-${name}"]`), text);
    expect(screen.raw('q')).toBe(value);
    expect(screen.root.querySelector('[id="q-q-day"]')).toBeNull();
  });

  test('on a page is the browser’s own field', async () => {
    const screen = await showWidgets(one('date'), { answers: { q: '2026-11-23' } });
    expect(screen.find<HTMLInputElement>('input[type=date]').value).toBe('2026-11-23');
  });
});

test.each(['date', 'time'] as const)(
  'a %s filled in by half stands in the way, and emptied it does not',
  async type => {
    const screen = await showWidgets(one(type));
    const field = screen.find<HTMLInputElement>('input');
    const leave = (badInput: boolean) => {
      Object.defineProperty(field, 'validity', { value: { badInput }, configurable: true });
      field.dispatchEvent(new FocusEvent('blur'));
    };
    leave(true);
    expect(questionOf(screen.sheet, 'q').violation.value).toBe('type');
    leave(false);
    expect([screen.raw('q'), questionOf(screen.sheet, 'q').violation.value]).toEqual(['', null]);
  },
);

describe('a time', () => {
  test.each([
    [{ hour: '9', minute: '5' }, 420, '09:05:00.000+07:00'],
    [{ hour: '23', minute: '59' }, -210, '23:59:00.000-03:30'],
    [{ hour: '09', minute: '' }, 420, '09:'],
    [{ hour: '', minute: '' }, 420, ''],
  ])('%o is written with its zone', (parts, offset, value) => {
    expect(writeTime(parts, offset)).toBe(value);
  });

  test('half given is not lost and stands in the way', async () => {
    const screen = await showWidgets(one('time'), { look: 'kiosk' });
    await screen.type(screen.find<HTMLSelectElement>('[id="q-q-minute"]'), '30');
    expect(readTime(screen.raw('q'))).toEqual({ hour: '', minute: '30' });
    expect(questionOf(screen.sheet, 'q').violation.value).toBe('type');
    await screen.type(screen.find<HTMLSelectElement>('[id="q-q-hour"]'), '07');
    expect(screen.raw('q')).toMatch(/^07:30:00\.000[+-]/);
    expect(questionOf(screen.sheet, 'q').violation.value).toBeNull();
  });

  test('with its day is one answer', async () => {
    const screen = await showWidgets(one('dateTime'));
    for (const [name, text] of Object.entries({
      day: '3',
      month: '2',
      year: '2026',
      hour: '08',
      minute: '15',
    }))
      await screen.type(screen.find<HTMLSelectElement>(`[id="q-q-${name}"]`), text);
    expect(screen.raw('q')).toMatch(/^2026-02-03T08:15:00\.000[+-]\d\d:\d\d$/);
    expect(questionOf(screen.sheet, 'q').violation.value).toBeNull();
  });
});
