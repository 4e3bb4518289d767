// That the plain editor changes what it is told to, and that every other cell and column stays as it was.
import { describe, expect, it } from 'vitest';
import { addLanguage } from '../../../src/authoring/edit/add-language.ts';
import { addQuestion, freeName } from '../../../src/authoring/edit/add-question.ts';
import {
  moveChoice,
  moveItem,
  removeQuestion,
  setRequired,
  setText,
} from '../../../src/authoring/edit/change.ts';
import { readForm } from '../../../src/authoring/edit/read-form.ts';
import type { Cell, Workbook } from '../../../src/authoring/workbook.ts';
import { compile } from '../../../src/authoring/xlsform/compile.ts';

const workbook: Workbook = {
  sheets: [
    {
      name: 'survey',
      rows: [
        [
          'type',
          'name',
          'label::Bahasa Indonesia (id)',
          'catatan',
          'hint::Bahasa Indonesia (id)',
          'required',
          'relevant',
        ],
        ['text', 'nama', 'Nama Anda', 'jangan diubah'],
        ['begin_group', 'diri', 'Tentang Anda'],
        ['integer', 'umur', 'Umur', 7, 'Dalam tahun', 'yes'],
        [],
        ['', '', '', 'sebuah catatan'],
        ['select_one ya_tidak', 'setuju', 'Setuju?', true, '', '', `\${umur} > 17`],
        ['end_group'],
        ['note', 'akhir', 'Terima kasih'],
      ],
    },
    {
      name: 'choices',
      rows: [
        ['list_name', 'name', 'label::Bahasa Indonesia (id)', 'kode pos'],
        ['ya_tidak', 'ya', 'Ya', 1],
        ['lain', 'x', 'X', 2],
        ['ya_tidak', 'tidak', 'Tidak', 3],
      ],
    },
    {
      name: 'settings',
      rows: [
        ['form_title', 'form_id'],
        ['Contoh', 'contoh'],
      ],
    },
    {
      name: 'lain-lain',
      rows: [
        ['apa', 'saja'],
        [1, true],
      ],
    },
  ],
};

const rowsOf = (of: Workbook, sheet: string): readonly (readonly Cell[])[] =>
  of.sheets.find(one => one.name === sheet)?.rows ?? [];
const names = (of: Workbook): string[] => readForm(of).items.map(item => item.name);
const compiles = (of: Workbook): boolean => compile(of, { version: 1 }).instrument !== null;

describe('a form is read for editing', () => {
  it('with its groups, lists and words', () => {
    const { languages, items, choices } = readForm(workbook);
    expect(languages).toEqual(['Bahasa Indonesia (id)']);
    expect(items.map(({ name, depth, row, lastRow }) => [name, depth, row, lastRow])).toEqual([
      ['nama', 0, 2, 2],
      ['diri', 0, 3, 8],
      ['umur', 1, 4, 4],
      ['setuju', 1, 7, 7],
      ['akhir', 0, 9, 9],
    ]);
    expect(items[2]).toMatchObject({ isRequired: true, parent: 3 });
    expect(items[3]).toMatchObject({ isRequired: false, list: 'ya_tidak' });
    expect(choices.get('ya_tidak')?.map(({ row, name }) => [row, name])).toEqual([
      [2, 'ya'],
      [4, 'tidak'],
    ]);
  });

  it.each([
    ['no sheet', { sheets: [] }],
    ['an empty survey', { sheets: [{ name: 'survey', rows: [] }] }],
    [
      'a group that is never closed',
      {
        sheets: [
          {
            name: 'survey',
            rows: [
              ['type', 'name'],
              ['begin_group', 'a'],
            ],
          },
        ],
      },
    ],
    ['a close without a group', { sheets: [{ name: 'survey', rows: [['type', 'name'], ['end_group']] }] }],
  ])('also where it is broken: %s', (_, broken: Workbook) => {
    expect(() => readForm(broken)).not.toThrow();
    expect(
      addQuestion(broken, { type: 'text', label: {}, choices: [], isRequired: false, after: 0 }),
    ).toBeDefined();
  });
});

describe('words', () => {
  it('go into their cell and nowhere else', () => {
    const changed = setText(workbook, { sheet: 'survey', row: 4, column: 3 }, 'Berapa umur Anda?');
    expect(rowsOf(changed, 'survey')[3]).toEqual([
      'integer',
      'umur',
      'Berapa umur Anda?',
      7,
      'Dalam tahun',
      'yes',
    ]);
    const others = rowsOf(changed, 'survey').filter((_, index) => index !== 3);
    expect(others).toEqual(rowsOf(workbook, 'survey').filter((_, index) => index !== 3));
    expect(changed.sheets.slice(1)).toEqual(workbook.sheets.slice(1));
  });

  it('that are emptied leave the row as long as its last cell', () => {
    const hint = { sheet: 'survey', row: 2, column: 5 };
    const filled = setText(workbook, hint, 'Nama lengkap');
    expect(setText(filled, hint, '')).toEqual(workbook);
  });
});

describe('order', () => {
  it('a question passes a whole group, and comes back', () => {
    const down = moveItem(workbook, 2, 'down');
    expect(names(down)).toEqual(['diri', 'umur', 'setuju', 'nama', 'akhir']);
    expect(moveItem(down, 8, 'up')).toEqual(workbook);
    expect(compiles(down)).toBe(true);
  });

  it('comments between two questions stay between them', () => {
    const changed = moveItem(workbook, 7, 'up');
    expect(names(changed)).toEqual(['nama', 'diri', 'setuju', 'umur', 'akhir']);
    expect(rowsOf(changed, 'survey')[5]).toEqual(['', '', '', 'sebuah catatan']);
  });

  it.each([
    [2, 'up'],
    [4, 'up'],
    [7, 'down'],
    [9, 'down'],
  ] as const)('nothing leaves its group or the form (row %i, %s)', (row, direction) =>
    expect(moveItem(workbook, row, direction)).toEqual(workbook),
  );

  it('a choice passes the next one of its list, not of another', () => {
    const changed = moveChoice(workbook, 2, 'down');
    expect(rowsOf(changed, 'choices').slice(1)).toEqual([
      ['ya_tidak', 'tidak', 'Tidak', 3],
      ['lain', 'x', 'X', 2],
      ['ya_tidak', 'ya', 'Ya', 1],
    ]);
    expect(moveChoice(changed, 4, 'up')).toEqual(workbook);
    expect(moveChoice(workbook, 3, 'up')).toEqual(workbook);
  });
});

describe('required', () => {
  it('is said in the column that is there', () => {
    const changed = setRequired(workbook, 2, true);
    expect(rowsOf(changed, 'survey')[1]).toEqual(['text', 'nama', 'Nama Anda', 'jangan diubah', '', 'yes']);
    expect(setRequired(changed, 2, false)).toEqual(workbook);
  });

  it('or in a new last column', () => {
    const without: Workbook = {
      sheets: [
        {
          name: 'survey',
          rows: [
            ['type', 'name', 'label'],
            ['text', 'a', 'A'],
          ],
        },
      ],
    };
    expect(rowsOf(setRequired(without, 2, true), 'survey')).toEqual([
      ['type', 'name', 'label', 'required'],
      ['text', 'a', 'A', 'yes'],
    ]);
    expect(setRequired(without, 2, false)).toBe(without);
  });
});

it('a question is removed with its row alone; a group is not', () => {
  const changed = removeQuestion(workbook, 7);
  expect(names(changed)).toEqual(['nama', 'diri', 'umur', 'akhir']);
  expect(rowsOf(changed, 'choices')).toEqual(rowsOf(workbook, 'choices'));
  expect(removeQuestion(workbook, 3)).toBe(workbook);
  expect(removeQuestion(workbook, 8)).toBe(workbook);
});

describe('a translation', () => {
  it('adds empty columns at the end, once', () => {
    const changed = addLanguage(workbook, 'English (en)');
    expect(rowsOf(changed, 'survey')[0]?.slice(7)).toEqual(['label::English (en)', 'hint::English (en)']);
    expect(rowsOf(changed, 'choices')[0]?.slice(4)).toEqual(['label::English (en)']);
    expect(rowsOf(changed, 'survey').slice(1)).toEqual(rowsOf(workbook, 'survey').slice(1));
    expect(addLanguage(changed, 'English (en)')).toEqual(changed);
    expect(readForm(changed).languages).toEqual(['Bahasa Indonesia (id)', 'English (en)']);
    expect(compiles(changed)).toBe(true);
  });
});

describe('a new question', () => {
  const label = { 'Bahasa Indonesia (id)': 'Apa kesan Anda?' };
  const text = { type: 'text', label, choices: [], isRequired: true, after: 4 } as const;

  it('comes where it is wanted, with a name of its own', () => {
    const changed = addQuestion(workbook, text);
    expect(names(changed)).toEqual(['nama', 'diri', 'umur', 'apa_kesan_anda', 'setuju', 'akhir']);
    expect(rowsOf(changed, 'survey')[4]).toEqual([
      'text',
      'apa_kesan_anda',
      'Apa kesan Anda?',
      '',
      '',
      'yes',
    ]);
    expect(names(addQuestion(changed, text))).toContain('apa_kesan_anda_2');
    expect(compiles(changed)).toBe(true);
  });

  it.each(['select_one', 'select_multiple', 'scale'] as const)('of type %s brings its list', type => {
    const choices = ['Baik sekali', 'Baik sekali', 'Kurang'].map(one => ({ 'Bahasa Indonesia (id)': one }));
    const changed = addQuestion(workbook, { ...text, type, choices, after: 0 });
    const list = readForm(changed)
      .choices.get('apa_kesan_anda')
      ?.map(choice => choice.name);
    expect(list).toEqual(type === 'scale' ? ['1', '2', '3'] : ['baik_sekali', 'baik_sekali_2', 'kurang']);
    expect(rowsOf(changed, 'choices').slice(0, 4)).toEqual(rowsOf(workbook, 'choices'));
    expect(compiles(changed)).toBe(true);
  });

  it('makes the sheet of choices where there is none', () => {
    const plain: Workbook = {
      sheets: [
        {
          name: 'survey',
          rows: [
            ['type', 'name', 'label'],
            ['text', 'a', 'A'],
          ],
        },
      ],
    };
    const changed = addQuestion(plain, {
      ...text,
      type: 'select_one',
      label: { '': 'Pilih' },
      choices: [{ '': 'Ya' }],
    });
    expect(rowsOf(changed, 'choices')).toEqual([
      ['list_name', 'name', 'label'],
      ['pilih', 'ya', 'Ya'],
    ]);
    expect(compiles(changed)).toBe(true);
  });

  it.each([
    ['Umur (tahun)?', 'umur_tahun'],
    ['1. Nama', 'nama'],
    ['Où?', 'ou'],
    ['你好', 'pertanyaan'],
  ])('is called after its words: %s', (words, name) => {
    expect(freeName(words, new Set())).toBe(name);
    expect(freeName(words, new Set([name, `${name}_2`]))).toBe(`${name}_3`);
  });
});
