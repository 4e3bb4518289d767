// Repeats: instances that come and go, by hand or by a count, and what others see of them.
import { describe, expect, test } from 'vitest';
import { Form, fill, question, repeat, valueAt } from './form.ts';

const family = () => {
  const form = new Form().ask('awalan');
  form.repeat('anak', inner =>
    inner
      .ask('nama')
      .ask('umur', 'integer', { default: '1' })
      .ask('urutan', 'calculate', {
        calculation: ['()', 'concat', inner.$('awalan'), ['position', inner.at('anak')]],
      }),
  );
  return form
    .ask('jumlah', 'calculate', { calculation: ['()', 'count', ['$*', form.at('anak')]] })
    .ask('total', 'calculate', { calculation: ['()', 'sum', ['$*', form.at('umur')]] });
};

describe('an open repeat', () => {
  test('begins with one instance, with its defaults', () => {
    const sheet = fill(family());
    expect(repeat(sheet, 'anak').instances.value).toHaveLength(1);
    expect(valueAt(sheet, 'anak[1]/umur')).toBe('1');
    expect(valueAt(sheet, 'jumlah')).toBe('1');
  });

  test('what sums it up follows each instance added, answered and removed', () => {
    const sheet = fill(family());
    repeat(sheet, 'anak').add();
    question(sheet, 'anak[2]/umur').answer('7');
    expect([valueAt(sheet, 'jumlah'), valueAt(sheet, 'total')]).toEqual(['2', '8']);
    repeat(sheet, 'anak').remove(0);
    expect([valueAt(sheet, 'jumlah'), valueAt(sheet, 'total')]).toEqual(['1', '7']);
  });

  test('after a removal later instances move up with their answers, keys and places', () => {
    const sheet = fill(family());
    question(sheet, 'awalan').answer('k');
    repeat(sheet, 'anak').add();
    question(sheet, 'anak[2]/nama').answer('Tari');
    const kept = question(sheet, 'anak[2]/nama');
    expect(valueAt(sheet, 'anak[2]/urutan')).toBe('k2');
    repeat(sheet, 'anak').remove(0);
    expect(kept.key).toBe('anak[1]/nama');
    expect(valueAt(sheet, 'anak[1]/urutan')).toBe('k1');
    expect(sheet.find('anak[2]/nama')).toBeNull();
    expect(sheet.submission()).toMatchObject({ 'anak[1]/nama': 'Tari' });
  });

  test('one that was emptied stays empty in the draft', () => {
    const sheet = fill(family());
    repeat(sheet, 'anak').remove(0);
    const resumed = fill(family(), { answers: sheet.answers() });
    expect(repeat(resumed, 'anak').instances.value).toEqual([]);
    expect(valueAt(resumed, 'total')).toBe('0');
  });

  test('a running total reads the instance before', () => {
    const form = new Form();
    form.repeat('baris', inner => {
      inner.ask('n', 'integer');
      const before: ['-', ['position', number], number] = ['-', ['position', 0], 1];
      inner.ask('saldo', 'calculate', {
        calculation: ['+', ['$', 1], ['()', 'if', ['>', ['position', 0], 1], ['at', 2, [before]], 0]],
      });
    });
    const sheet = fill(form);
    for (let added = 0; added < 3; added += 1) repeat(sheet, 'baris').add();
    for (const place of [1, 2, 3, 4]) question(sheet, `baris[${place}]/n`).answer('10');
    expect(valueAt(sheet, 'baris[4]/saldo')).toBe('40');
  });

  test('an instance may be out of relevance by itself', () => {
    const form = new Form();
    form.repeat('r', inner => inner.ask('q', 'text', { default: 'x' }), {
      relevant: ['<', ['position', 0], 2],
    });
    const sheet = fill(form);
    repeat(sheet, 'r').add();
    expect(sheet.submission()).toEqual({ 'r[1]/q': 'x' });
    expect(repeat(sheet, 'r').relevant.value).toBe(true);
  });

  test('what is out of relevance is not counted', () => {
    const form = new Form();
    form.repeat('r', inner => inner.ask('q'), { relevant: ['<', ['position', 0], 3] });
    form.ask('n', 'calculate', { calculation: ['()', 'count', ['$*', 0]] });
    const sheet = fill(form);
    for (let added = 0; added < 3; added += 1) repeat(sheet, 'r').add();
    expect(valueAt(sheet, 'n')).toBe('2');
  });
});

describe('a counted repeat', () => {
  const counted = () => {
    const form = new Form().ask('berapa', 'integer');
    return form.repeat('r', inner => inner.ask('q'), { count: form.$('berapa') });
  };

  test('has as many instances as the form counts, and takes no other', () => {
    const sheet = fill(counted());
    expect(repeat(sheet, 'r').isOpen).toBe(false);
    question(sheet, 'berapa').answer('2');
    repeat(sheet, 'r').add();
    repeat(sheet, 'r').remove(0);
    expect(repeat(sheet, 'r').instances.value).toHaveLength(2);
  });

  test('a number corrected by way of a smaller one loses no answer, also over a resumed draft', () => {
    const sheet = fill(counted());
    question(sheet, 'berapa').answer('3');
    question(sheet, 'r[3]/q').answer('tiga');
    question(sheet, 'berapa').answer('1');
    expect(sheet.submission()).toEqual({ berapa: '1' });
    const resumed = fill(counted(), { answers: sheet.answers() });
    question(resumed, 'berapa').answer('12');
    expect(valueAt(resumed, 'r[3]/q')).toBe('tiga');
  });

  test.each(['', 'abc', '-1'])('%j counts none', text => {
    const sheet = fill(counted());
    question(sheet, 'berapa').answer(text);
    expect(repeat(sheet, 'r').instances.value).toEqual([]);
  });

  test('a count that is cleared on the way to another changes nothing yet', () => {
    const sheet = fill(counted());
    question(sheet, 'berapa').answer('2');
    question(sheet, 'berapa').answer('');
    expect(repeat(sheet, 'r').instances.value).toHaveLength(2);
  });

  test('a count may follow from what is answered in it: one more whenever the last asks for one', () => {
    const form = new Form().repeat('r', inner => inner.ask('lagi'), {
      count: [
        '()',
        'max',
        1,
        [
          '()',
          'if',
          ['=', ['at', 1, [['()', 'count', ['$*', 0]]]], 'ya'],
          ['+', ['()', 'count', ['$*', 0]], 1],
          0,
        ],
        ['()', 'count', ['$*', 0]],
      ],
    });
    const sheet = fill(form);
    expect(repeat(sheet, 'r').instances.value).toHaveLength(1);
    question(sheet, 'r[1]/lagi').answer('ya');
    expect(repeat(sheet, 'r').instances.value).toHaveLength(2);
    question(sheet, 'r[2]/lagi').answer('ya');
    expect(repeat(sheet, 'r').instances.value).toHaveLength(3);
  });

  test('a slip of the finger does not stop the tablet', () => {
    const sheet = fill(counted());
    question(sheet, 'berapa').answer('999999999');
    expect(repeat(sheet, 'r').instances.value.length).toBeLessThanOrEqual(1000);
  });
});

test('in nested repeats a question finds its own instance, and a summary all of them', () => {
  const form = new Form();
  form.repeat('kelas', outer =>
    outer
      .ask('guru')
      .repeat('murid', inner =>
        inner.ask('nilai', 'integer').ask('milik', 'calculate', { calculation: ['$', 1] }),
      )
      .ask('jumlah', 'calculate', { calculation: ['()', 'sum', ['$*', 3]] }),
  );
  form.ask('semua', 'calculate', { calculation: ['()', 'sum', ['$*', 3]] });
  const sheet = fill(form);
  repeat(sheet, 'kelas').add();
  repeat(sheet, 'kelas[2]/murid').add();
  question(sheet, 'kelas[1]/guru').answer('Bu Ani');
  question(sheet, 'kelas[2]/guru').answer('Pak Budi');
  question(sheet, 'kelas[1]/murid[1]/nilai').answer('1');
  question(sheet, 'kelas[2]/murid[1]/nilai').answer('10');
  question(sheet, 'kelas[2]/murid[2]/nilai').answer('100');
  expect(valueAt(sheet, 'kelas[2]/murid[2]/milik')).toBe('Pak Budi');
  expect([valueAt(sheet, 'kelas[1]/jumlah'), valueAt(sheet, 'kelas[2]/jumlah')]).toEqual(['1', '110']);
  expect(valueAt(sheet, 'semua')).toBe('111');
});

test('after the end nothing follows any more', () => {
  const form = new Form().ask('a').ask('b', 'text', { triggers: [0], calculation: ['$', 0] });
  const sheet = fill(form);
  sheet.end();
  question(sheet, 'a').answer('x');
  expect(question(sheet, 'b').raw.value).toBe('');
});
