// One screen after another: what is on each, and what stays the same while answers change.
import { describe, expect, test } from 'vitest';
import { pagesOf } from '../../../../src/domain/instrument/sheet/pages.ts';
import type { Sheet } from '../../../../src/domain/instrument/sheet/sheet.ts';
import { Form, fill, question, repeat } from './form.ts';

const pages = (sheet: Sheet) =>
  pagesOf(sheet).value.map(page =>
    page.kind === 'repeat'
      ? `${page.key}?`
      : `${page.key}: ${page.questions.map(({ key }) => key).join(' ')}`,
  );

describe('pages', () => {
  test('a question or a note is a page; what only computes is none', () => {
    const form = new Form().ask('a').ask('n', 'note').ask('c', 'calculate', { calculation: 1 });
    expect(pages(fill(form))).toEqual(['a: a', 'n: n']);
  });

  test('a field-list is one page with all that is in it; an ordinary group divides into its questions', () => {
    const form = new Form()
      .group('g', inner => inner.ask('a').group('h', deeper => deeper.ask('b')), {
        appearance: ['field-list'],
      })
      .group('k', inner => inner.ask('c').ask('d'));
    expect(pages(fill(form))).toEqual(['g: a b', 'c: c', 'd: d']);
  });

  test('only what is relevant, and the keys of the others stay', () => {
    const form = new Form().ask('a');
    form.ask('b', 'text', { relevant: ['=', ['$', 0], 'ya'] }).ask('c');
    const sheet = fill(form);
    const followed = pagesOf(sheet);
    expect(followed.value.map(({ key }) => key)).toEqual(['a', 'c']);
    question(sheet, 'a').answer('ya');
    expect(followed.value.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  test('a field-list without anything relevant is no page', () => {
    const form = new Form().ask('a');
    form.group('g', inner => inner.ask('b', 'text', { relevant: ['=', ['$', 0], 'ya'] }), {
      appearance: ['field-list'],
    });
    expect(pages(fill(form))).toEqual(['a: a']);
  });

  test('an open repeat: each instance, then whether there is one more', () => {
    const sheet = fill(new Form().repeat('r', inner => inner.ask('a').ask('b')));
    repeat(sheet, 'r').add();
    expect(pages(sheet)).toEqual([
      'r[1]/a: r[1]/a',
      'r[1]/b: r[1]/b',
      'r[2]/a: r[2]/a',
      'r[2]/b: r[2]/b',
      'r?',
    ]);
    repeat(sheet, 'r').remove(0);
    repeat(sheet, 'r').remove(0);
    expect(pages(sheet)).toEqual(['r?']);
  });

  test('a counted repeat does not ask for one more; as a field-list an instance is a page', () => {
    const form = new Form().repeat('r', inner => inner.ask('a').ask('b'), {
      count: 2,
      appearance: ['field-list'],
    });
    expect(pages(fill(form))).toEqual(['r[1]: r[1]/a r[1]/b', 'r[2]: r[2]/a r[2]/b']);
  });

  test('a repeat in a field-list comes after its page', () => {
    const form = new Form().group(
      'g',
      inner =>
        inner
          .ask('a')
          .repeat('r', deeper => deeper.ask('b'))
          .ask('c'),
      {
        appearance: ['field-list'],
      },
    );
    expect(pages(fill(form))).toEqual(['g: a c', 'r[1]/b: r[1]/b', 'r?']);
  });

  test('the heading is the nearest group that has a label', () => {
    const form = new Form().group('g', inner => inner.group('h', deeper => deeper.ask('a')), {
      label: { id: 'Bagian' },
    });
    expect(pagesOf(fill(form)).value[0]?.group?.label.value).toBe('Bagian');
  });
});
