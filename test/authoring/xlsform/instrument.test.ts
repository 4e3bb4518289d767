// What an instrument is made of: types, wordings, rules, lists and our own sheets, as written in a table.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${name} is how a form refers to a question
import { describe, expect, it } from 'vitest';
import { compileTable, instrumentOf, questionOf, told } from './form.ts';

describe('languages', () => {
  const md = `
    | survey |
    | | type | name | label::English (en) | label::Bahasa Indonesia (id) | hint::English (en) |
    | | text | a | Name | Nama | As on your card |
    | settings |
    | | form_title | form_id | default_language |
    | | Form | Form One | Bahasa Indonesia (id) |`;

  it('come from the columns, the chosen one first, with their codes', () => {
    const { instrument, findings } = compileTable(md);
    expect(instrument?.languages).toEqual([
      { code: 'id', name: 'Bahasa Indonesia' },
      { code: 'en', name: 'English' },
    ]);
    expect(instrument?.nodes[0]?.label).toEqual({ id: 'Nama', en: 'Name' });
    expect(told(findings)).toEqual(['warning language.missing 1 hint', 'repair form.code 2 form_id']);
    expect(instrument?.code).toBe('form-one');
  });

  it('is one without a name where the form names none', () => {
    expect(questionOf('| survey |\n| | type | name | label |\n| | text | a | A |', 'a').label).toEqual({
      default: 'A',
    });
  });
});

describe('questions', () => {
  it('have their rules resolved to nodes', () => {
    const md = `
      | survey |
      | | type | name | label | relevant | required | constraint | readonly | default |
      | | integer | umur | Umur | | yes | . > 0 | | |
      | | text | nama | Halo \${umur} | \${umur} >= 17 | \${umur} > 20 | | no | Budi |`;
    expect(questionOf(md, 'umur')).toEqual({
      kind: 'question',
      name: 'umur',
      code: 'umur',
      parent: -1,
      type: 'integer',
      label: { default: 'Umur' },
      required: true,
      constraint: ['>', ['.'], 0],
    });
    expect(questionOf(md, 'nama')).toMatchObject({
      label: { default: ['Halo ', ['$', 0]] },
      relevant: ['>=', ['$', 0], 17],
      required: ['>', ['$', 0], 20],
      default: 'Budi',
    });
    expect(questionOf(md, 'nama').readonly).toBeUndefined();
  });

  it('are calculations where nobody sees them, and keep their type', () => {
    const md = '| survey |\n| | type | name | calculation |\n| | integer | a | 1 + 1 |';
    expect(questionOf(md, 'a')).toMatchObject({
      type: 'calculate',
      value_type: 'integer',
      calculation: ['+', 1, 1],
    });
  });

  it('ask for words behind "Lainnya" in a question of its own', () => {
    const md = `
      | survey |
      | | type | name | label |
      | | select_one l or_other | a | A |
      | choices |
      | | list_name | name | label |
      | | l | x | X |`;
    const { nodes, lists } = instrumentOf(md);
    expect(nodes.map(node => node.code)).toEqual(['a', 'a_other']);
    expect(nodes[1]).toMatchObject({ type: 'text', relevant: ['()', 'selected', ['$', 0], 'other'] });
    expect(lists.l?.map(row => row.code)).toEqual(['x', 'other']);
  });

  it('choose from a sheet that stands for a file', () => {
    const md = `
      | survey |
      | | type | name | label | choice_filter |
      | | select_one_from_file desa.csv | a | A | kec = '1' |
      | _desa.csv |
      | | name | label | kec |
      | | d1 | Desa Satu | 1 |`;
    const { lists, nodes } = instrumentOf(md);
    expect(lists.desa).toEqual([
      { code: 'd1', label: { default: 'Desa Satu' }, columns: { label: 'Desa Satu', kec: '1' } },
    ]);
    expect(nodes[0]).toMatchObject({ list: 'desa', choice_filter: ['=', ['col', 'kec'], '1'] });
  });

  it('lie in repeats that count or that a person adds to', () => {
    const md = `
      | survey |
      | | type | name | label | repeat_count |
      | | integer | n | N | |
      | | begin repeat | anak | Anak | \${n} |
      | | text | nama | Nama | |
      | | end repeat | | | |`;
    expect(instrumentOf(md).nodes.slice(1)).toMatchObject([
      { kind: 'repeat', code: 'anak', count: ['$', 0] },
      { kind: 'question', code: 'nama', parent: 1 },
    ]);
  });
});

describe('our own sheets', () => {
  const own = (anonymous: string): string => `
    | survey |
    | | type | name | label::Bahasa Indonesia (id) | calculation |
    | | start | mulai | | |
    | | calculate | jam | | now() |
    | | select_multiple l | a | A | |
    | | text | saran | Saran | |
    | choices |
    | | list_name | name | label::Bahasa Indonesia (id) |
    | | l | x | X |
    | | l | none | Tidak ada |
    | _lembar |
    | | setting | value | value::Bahasa Indonesia (id) |
    | | kind | observation | |
    | | scoring | levels | |
    | | anonymous | ${anonymous} | |
    | | title | | Judul |
    | | notice | | Baca dulu |
    | | notice_version | 3 | |
    | _choices |
    | | list_name | name | score | exclusive |
    | | l | x | 2 | |
    | | l | none | | yes |
    | _questions |
    | | name | max_length |
    | | saran | 500 |`;

  it('say what a form is for and what its choices count', () => {
    const instrument = instrumentOf(own('no'));
    expect(instrument).toMatchObject({
      kind: 'observation',
      view: 'sheet',
      anonymous: false,
      scoring: 'levels',
      title: { id: 'Judul' },
      notice: { version: 3, text: { id: 'Baca dulu' } },
    });
    expect(instrument.lists.l?.map(row => row.score)).toEqual([2, undefined]);
    expect(instrument.nodes[2]).toMatchObject({ exclusive: ['none'] });
    expect(instrument.nodes[3]).toMatchObject({ max_length: 500 });
    expect(instrument.nodes[0]).toMatchObject({ default: ['()', 'now'], value_type: 'dateTime' });
  });

  it('keep no time finer than the day where nobody is named', () => {
    const { instrument, findings } = compileTable(own('yes'));
    expect(JSON.stringify(instrument)).not.toContain('"now"');
    expect(instrument?.nodes[1]).toMatchObject({ calculation: ['()', 'today'] });
    expect(told(findings)).toEqual([
      'unsupported anonymous.metadata 2 type',
      'unsupported anonymous.time 3 calculation',
    ]);
  });

  it('refuse a setting, a choice and a question that are not there', () => {
    const md = own('no')
      .replace('| kind |', '| kid |')
      .replace('| l | x | 2', '| l | y | 2')
      .replace('| saran | 500', '| sarab | 500');
    expect(told(compileTable(md).findings)).toEqual([
      'error choice.unknown 2 name',
      'error setting.unknown 2 setting',
      'error reference.unknown 2 name',
    ]);
  });
});
