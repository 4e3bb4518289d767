// How values are computed, compared and turned into one another, over a filled form with repeats.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../../src/domain/instrument/evaluate/evaluate.ts';
import { toText } from '../../../../src/domain/instrument/evaluate/value.ts';
import { ask, newPaper, scopeAt } from '../../../authoring/expression/paper.ts';

describe('values', () => {
  test.each([
    [1, '1'],
    [-0, '0'],
    [1.5, '1.5'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [-2.5e-10, '-0.00000000025'],
    [Number.NaN, 'NaN'],
    [true, 'true'],
    [[], ''],
  ])('the text of %s', (value, text) => expect(toText(value)).toBe(text));

  test.each([
    ["'' = 0", false],
    ["'' != 0", true],
    ["'1' = '1.0'", false],
    ["'1' = 1.0", true],
    ["' 2 ' = 2", true],
    ['0.1 + 0.2 = 0.3', true],
    ["'' < 1", false],
    ["'10' > '9'", true],
    ["true() = 'false'", true],
    ['1 div 0', Number.POSITIVE_INFINITY],
    ['-7 mod 3', -1],
    ["'a' + 1", Number.NaN],
    ['1 and 0 or 1', true],
    ["number('1e3')", 1000],
    ["number('0x10')", Number.NaN],
  ])('%s', (text, value) => expect(ask(text)).toBe(value));
});

const paper = newPaper({
  desa: 'Suka',
  batas: '2',
  anak: [
    { nama: 'Ani', umur: '7', nilai: [{ angka: '1' }, { angka: '2' }] },
    { nama: 'Budi', umur: '', nilai: [{ angka: '4' }] },
    { nama: 'Cici', umur: '9', nilai: [] },
  ],
  akhir: '',
});

describe('repeats', () => {
  test.each([
    ['${nama}', {}, 'Ani'],
    ['${nama}', { on: 'umur', in: { anak: 2 } }, 'Budi'],
    ['../nama', { on: 'umur', in: { anak: 3 } }, 'Cici'],
    ['count(${anak})', { on: 'nama', in: { anak: 2 } }, 3],
    ['count(${umur})', {}, 3],
    ['count-non-empty(${umur})', {}, 2],
    ['sum(${umur})', {}, 16],
    ['max(${umur})', {}, 9],
    ["join(' ', ${nama})", {}, 'Ani Budi Cici'],
    ['sum(${angka})', {}, 7],
    ['sum(${angka})', { on: 'nama', in: { anak: 1 } }, 3],
    ['sum(${angka})', { on: 'nama', in: { anak: 3 } }, 0],
    ['position(..)', { on: 'nama', in: { anak: 2 } }, 2],
    ['indexed-repeat(${nama}, ${anak}, ${batas})', {}, 'Budi'],
    ['indexed-repeat(${nama}, ${anak}, 4)', {}, ''],
    ['indexed-repeat(${nama}, ${anak}, position(..) - 1)', { on: 'umur', in: { anak: 2 } }, 'Ani'],
    ['indexed-repeat(${angka}, ${anak}, 1, ${nilai}, 2)', {}, '2'],
    ['sum(indexed-repeat(${angka}, ${anak}, 1))', {}, 3],
    ['count(/data/anak[umur > 6])', {}, 2],
    ["sum(/data/anak[nama = 'Ani']/nilai/angka)", {}, 3],
    ['sum-if(${umur}, ${umur} > 8)', {}, 9],
    ["join-if('+', ${nama}, ${umur} != '')", {}, 'Ani+Cici'],
    [
      'string(/data/anak[position() = position(current()/..) - 1]/nama)',
      { on: 'umur', in: { anak: 2 } },
      'Ani',
    ],
    ["${nama} = 'Ani'", {}, true],
  ])('%s at %j', (text, standing, value) => expect(ask(text, paper, standing)).toBe(value));

  test.each([
    ['/data/anak[2]/nama', 'Budi'],
    ['/data/anak[position() = /data/batas]/nama', 'Budi'],
    ['/data/anak[last()]/nama', 'Cici'],
  ])('%s is one instance', (text, value) => {
    expect(ask(`string(${text})`, paper)).toBe(value);
  });
});

describe('lists', () => {
  const wilayah = [
    { code: 'sby', label: { id: 'Surabaya' }, columns: { provinsi: 'jatim', penduduk: '2.9' } },
    { code: 'mlg', label: { id: 'Malang' }, columns: { provinsi: 'jatim', penduduk: '0.8' } },
    { code: 'bdg', label: { id: 'Bandung' }, columns: { provinsi: 'jabar', penduduk: '2.4' } },
  ];
  const form = newPaper({ kota: 'mlg', prov: 'jatim' }, { wilayah });

  test.each([
    ["string(instance('wilayah')/root/item[name = ${kota}]/label)", 'Malang'],
    ["count(instance('wilayah')/root/item[provinsi = ${prov}])", 2],
    ["sum(instance('wilayah')/root/item[provinsi = ${prov}]/penduduk)", 3.7],
    ["string(instance('wilayah')/root/item[3]/name)", 'bdg'],
    ["string(instance('wilayah')/root/item[position() = 3]/name)", 'bdg'],
    ["string(instance('wilayah')/root/item[provinsi = 'jatim'][2]/name)", 'mlg'],
    ["string(pulldata('wilayah', 'penduduk', 'name', ${kota}))", '0.8'],
    ["string(pulldata('wilayah', 'penduduk', 'name', 'x'))", ''],
    ["string(pulldata('wilayah', 'constructor', 'name', 'sby'))", ''],
    ["instance('wilayah')/root/item/provinsi = 'jabar'", true],
    [
      "join(' ', randomize(instance('wilayah')/root/item/name, 7))",
      expect.stringMatching(/^(?=.*sby)(?=.*mlg)(?=.*bdg)/),
    ],
  ])('%s', (text, value) => {
    const asked = ask(text, form);
    expect(typeof asked === 'number' ? Math.round(asked * 1e9) / 1e9 : asked).toEqual(value);
  });

  test('a choice filter is asked of each row', () => {
    const filter = ['=', ['col', 'provinsi'], ['$', 1]] as const;
    const kept = wilayah.filter(row => evaluate(filter, scopeAt(form), {}, row));
    expect(kept.map(({ code }) => code)).toEqual(['sby', 'mlg']);
  });
});

test('what this build does not know has no value, and nothing throws', () => {
  const scope = scopeAt(paper);
  expect(evaluate(['unsupported', 'x()'], scope, {})).toBe('');
  expect(evaluate(['()', 'today'], scope, {})).toBe('');
  expect(evaluate(['()', 'toString'], scope, {})).toBe('');
  expect(evaluate(['col', 'a'], scope, {})).toBe('');
  expect(evaluate(['rows', 'tiada', null, 'a'], scope, {})).toEqual([]);
});
