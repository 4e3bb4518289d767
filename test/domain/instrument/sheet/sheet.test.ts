// What a person enters, and what follows from it: relevance, calculations, defaults, choices and violations.
import { effect } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import { Form, fill, question, valueAt } from './form.ts';

const SIZES = {
  ukuran: [
    { code: 's', label: { id: 'Kecil', en: 'Small' }, columns: { jenis: 'baju' } },
    { code: 'm', label: { id: 'Sedang', en: 'Medium' }, columns: { jenis: 'baju' } },
    { code: '42', columns: { jenis: 'sepatu' } },
  ],
};

describe('relevance', () => {
  const form = () => {
    const made = new Form().ask('punya');
    return made.group(
      'rincian',
      inner =>
        inner.ask('jumlah', 'integer').ask('total', 'calculate', {
          calculation: ['*', inner.$('jumlah'), 2],
        }),
      { relevant: ['=', made.$('punya'), 'ya'] },
    );
  };

  test('an answer that stops being relevant counts as none, and comes back when it is relevant again', () => {
    const sheet = fill(form());
    question(sheet, 'punya').answer('ya');
    question(sheet, 'jumlah').answer('3');
    expect(sheet.submission()).toEqual({ punya: 'ya', jumlah: '3', total: '6' });
    question(sheet, 'punya').answer('tidak');
    expect(sheet.submission()).toEqual({ punya: 'tidak' });
    expect(question(sheet, 'jumlah').raw.value).toBe('3');
    question(sheet, 'punya').answer('ya');
    expect(valueAt(sheet, 'total')).toBe('6');
  });

  test('what lies in a group is relevant only where the group is, whatever it says itself', () => {
    const made = new Form().ask('punya');
    made.group('g', inner => inner.ask('q', 'text', { default: 'x', relevant: ['=', 1, 1] }), {
      relevant: ['=', made.$('punya'), 'ya'],
    });
    const sheet = fill(made);
    expect(valueAt(sheet, 'q')).toBe('');
    question(sheet, 'punya').answer('ya');
    expect(valueAt(sheet, 'q')).toBe('x');
  });

  test('what is not relevant stands in nobody’s way', () => {
    const made = new Form().ask('punya');
    made.ask('jumlah', 'integer', { required: true, relevant: ['=', made.$('punya'), 'ya'] });
    const sheet = fill(made);
    expect(sheet.violations()).toEqual([]);
    question(sheet, 'punya').answer('ya');
    expect(sheet.violations().map(({ key }) => key)).toEqual(['jumlah']);
  });
});

describe('calculations', () => {
  test('one follows another however far the change is away', () => {
    const form = new Form().ask('a', 'integer');
    for (let step = 0; step < 1300; step += 1)
      form.ask(`c${step}`, 'calculate', { calculation: ['+', ['$', step], 1] });
    const sheet = fill(form);
    question(sheet, 'a').answer('1');
    expect(valueAt(sheet, 'c1299')).toBe('1301');
  });

  test('once() keeps what it came to first', () => {
    const form = new Form().ask('a').ask('id', 'calculate', { calculation: ['()', 'once', ['()', 'uuid']] });
    const sheet = fill(form);
    const first = valueAt(sheet, 'id');
    question(sheet, 'a').answer('x');
    expect(valueAt(sheet, 'id')).toBe(first);
    expect(valueAt(fill(form, { answers: sheet.answers() }), 'id')).toBe(first);
  });

  test('what a person enters over a calculation stays until it comes to something else', () => {
    const form = new Form().ask('a', 'integer').ask('b', 'integer', { calculation: ['*', ['$', 0], 2] });
    const sheet = fill(form);
    question(sheet, 'a').answer('2');
    question(sheet, 'b').answer('5');
    expect(valueAt(sheet, 'b')).toBe('5');
    const resumed = fill(form, { answers: sheet.answers() });
    expect(valueAt(resumed, 'b')).toBe('5');
    question(resumed, 'a').answer('3');
    expect(valueAt(resumed, 'b')).toBe('6');
  });

  test('with a trigger it is made when that question changes, and at no other time', () => {
    const form = new Form()
      .ask('a')
      .ask('t')
      .ask('b', 'calculate', { triggers: [1], calculation: ['$', 0] });
    const sheet = fill(form);
    question(sheet, 'a').answer('x');
    expect(valueAt(sheet, 'b')).toBe('');
    question(sheet, 't').answer('1');
    expect(valueAt(sheet, 'b')).toBe('x');
    question(sheet, 'a').answer('y');
    expect(valueAt(sheet, 'b')).toBe('x');
  });

  test('a whole number is cut from a fraction, as ODK does', () => {
    const form = new Form().ask('a', 'calculate', { value_type: 'integer', calculation: ['div', 7, 2] });
    expect(valueAt(fill(form), 'a')).toBe('3');
  });

  test('an instrument that depends on itself is a bug, and throws', () => {
    const form = new Form().ask('a', 'calculate', { calculation: ['$', 1] });
    form.ask('b', 'calculate', { calculation: ['$', 0] });
    expect(() => fill(form).answers()).toThrow();
  });
});

describe('what an answer must be', () => {
  test.each([
    ['integer', '12', null],
    ['integer', '-12', null],
    ['integer', '1.5', 'type'],
    ['decimal', '1.5', null],
    ['decimal', 'abc', 'type'],
    ['date', '2026-02-28', null],
    ['date', '2026-02-30', 'type'],
    ['time', '23:59', null],
    ['time', '24:00', 'type'],
    ['dateTime', '2026-02-28T10:00:00+07:00', null],
    ['geopoint', '-6.2 106.8 0 5', null],
    ['geopoint', '-96.2 106.8', 'type'],
  ] as const)('%s %s: %s', (type, text, expected) => {
    const sheet = fill(new Form().ask('a', type));
    question(sheet, 'a').answer(text);
    expect(question(sheet, 'a').violation.value).toBe(expected);
    expect(question(sheet, 'a').raw.value).toBe(text);
  });

  test('a range ends where the form says', () => {
    const sheet = fill(new Form().ask('a', 'range', { parameters: { start: '1', end: '5' } }));
    question(sheet, 'a').answer('6');
    expect(question(sheet, 'a').violation.value).toBe('range');
  });

  test('a constraint looks at the answer itself, and speaks in the form’s own words', () => {
    const sheet = fill(
      new Form().ask('a', 'integer', {
        constraint: ['<', ['.'], 10],
        constraint_message: { id: 'Terlalu besar', en: 'Too large' },
      }),
    );
    question(sheet, 'a').answer('11');
    expect(question(sheet, 'a').violation.value).toBe('constraint');
    expect(question(sheet, 'a').message.value).toBe('Terlalu besar');
    sheet.speak('en');
    expect(question(sheet, 'a').message.value).toBe('Too large');
    question(sheet, 'a').answer('9');
    expect(question(sheet, 'a').violation.value).toBeNull();
  });

  test('what is read only takes no answer', () => {
    const sheet = fill(new Form().ask('a', 'text', { readonly: true, default: 'tetap' }));
    question(sheet, 'a').answer('lain');
    expect(valueAt(sheet, 'a')).toBe('tetap');
  });

  test('a default may be computed, and is entered once', () => {
    const form = new Form()
      .ask('a', 'text', { default: 'x' })
      .ask('b', 'text', { default: ['()', 'concat', ['$', 0], '!'] });
    const sheet = fill(form);
    question(sheet, 'a').answer('y');
    expect(valueAt(sheet, 'b')).toBe('x!');
  });
});

describe('choices', () => {
  const form = () =>
    new Form(SIZES).ask('jenis').ask('ukuran', 'select_multiple', {
      list: 'ukuran',
      choice_filter: ['=', ['col', 'jenis'], ['$', 0]],
    });

  test('a chosen code that is not offered any more counts as not chosen, and comes back with the offer', () => {
    const sheet = fill(form());
    question(sheet, 'jenis').answer('baju');
    question(sheet, 'ukuran').answer('m s');
    expect(valueAt(sheet, 'ukuran')).toBe('s m');
    question(sheet, 'jenis').answer('sepatu');
    expect(question(sheet, 'ukuran').choices.value.map(({ row }) => row.code)).toEqual(['42']);
    expect(valueAt(sheet, 'ukuran')).toBe('');
    expect(question(sheet, 'ukuran').violation.value).toBeNull();
    question(sheet, 'jenis').answer('baju');
    expect(valueAt(sheet, 'ukuran')).toBe('s m');
  });

  test('a filter that asks for its own answer follows it', () => {
    const own = new Form(SIZES).ask('u', 'select_one', {
      list: 'ukuran',
      choice_filter: ['or', ['=', ['col', 'jenis'], 'sepatu'], ['=', ['col', 'name'], ['.']]],
    });
    const sheet = fill(own);
    const codes = () => question(sheet, 'u').choices.value.map(({ row }) => row.code);
    expect(codes()).toEqual(['42']);
    question(sheet, 'u').answer('m');
    expect(codes()).toEqual(['m', '42']);
    expect(valueAt(sheet, 'u')).toBe('m');
  });

  test('a code of no list stands in the way', () => {
    const sheet = fill(form());
    question(sheet, 'ukuran').answer('xl');
    expect(question(sheet, 'ukuran').violation.value).toBe('choice');
  });

  test('labels follow the language, and a choice without one shows its code', () => {
    const sheet = fill(new Form(SIZES).ask('u', 'select_one', { list: 'ukuran' }));
    const labels = () => question(sheet, 'u').choices.value.map(({ label }) => label);
    expect(labels()).toEqual(['Kecil', 'Sedang', '42']);
    sheet.speak('en');
    expect(labels()).toEqual(['Small', 'Medium', '42']);
    sheet.speak('xx');
    expect(sheet.language.value).toBe('en');
  });

  test('the same seed gives the same order, and without one the order stays for the whole filling', () => {
    const seeded = new Form(SIZES).ask('u', 'select_one', { list: 'ukuran', randomize: { seed: 42 } });
    const codes = (sheet: ReturnType<typeof fill>) =>
      question(sheet, 'u').choices.value.map(({ row }) => row.code);
    expect(codes(fill(seeded))).toEqual(codes(fill(seeded)));
    const free = fill(new Form(SIZES).ask('u', 'select_one', { list: 'ukuran', randomize: {} }));
    const before = codes(free);
    free.speak('en');
    expect(codes(free)).toEqual(before);
  });
});

test('a label pipes in answers and follows them, and only them', () => {
  const form = new Form().ask('nama').ask('lain');
  form.ask('sapa', 'note', { label: { id: ['Halo ', ['$', 0], '!'] } });
  const sheet = fill(form);
  const seen: string[] = [];
  const stop = effect(() => void seen.push(question(sheet, 'sapa').label.value));
  question(sheet, 'nama').answer('Sari');
  question(sheet, 'lain').answer('x');
  stop();
  expect(seen).toEqual(['Halo !', 'Halo Sari!']);
});

test('text is kept composed, whichever keyboard wrote it', () => {
  const sheet = fill(new Form().ask('a'));
  question(sheet, 'a').answer('e\u0301');
  expect(valueAt(sheet, 'a')).toBe('\u00e9');
});
