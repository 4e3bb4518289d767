// Workbooks that nobody means well with: each ends in a clear refusal or a report, within a bounded time.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${name} is how a form refers to a question
import { describe, expect, it } from 'vitest';
import type { Cell, Workbook } from '../../../src/authoring/workbook.ts';
import { type Compiled, compile } from '../../../src/authoring/xlsform/compile.ts';
import { MAX_FINDINGS } from '../../../src/authoring/xlsform/report.ts';

const SURVEY: Cell[] = ['type', 'name', 'label', 'relevant', 'calculation'];

const compileRows = (rows: readonly (readonly Cell[])[], more: Workbook['sheets'] = []): Compiled =>
  compile({ sheets: [{ name: 'survey', rows: [SURVEY, ...rows] }, ...more] }, { version: 1 });

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const codesOf = ({ findings }: Compiled): string[] => findings.map(({ code }) => code);

/** Far more than it takes here, far less than a person would wait. */
const SOON_MS = 20_000;

describe('hostile workbooks', () => {
  it('refuses a hundred thousand questions', { timeout: SOON_MS }, () => {
    const compiled = compileRows(many(100_000, index => ['text', `q${index}`, 'Q']));
    expect(compiled.instrument).toBeNull();
    expect(codesOf(compiled)).toContain('survey.too_large');
  });

  it('takes a list of a hundred thousand choices', { timeout: SOON_MS }, () => {
    const rows = [
      ['list_name', 'name', 'label'],
      ...many(99_999, index => ['desa', `d${index}`, `Desa ${index}`]),
    ];
    const { instrument } = compileRows([['select_one desa', 'a', 'A']], [{ name: 'choices', rows }]);
    expect(instrument?.lists.desa).toHaveLength(99_999);
  });

  it('keeps a bounded number of findings and counts the rest', { timeout: SOON_MS }, () => {
    const { instrument, findings } = compileRows(many(50_000, index => ['nonsense', `q${index}`, 'Q']));
    expect(instrument).toBeNull();
    expect(findings).toHaveLength(MAX_FINDINGS + 1);
    expect(findings.at(-1)).toMatchObject({
      level: 'error',
      code: 'findings.more',
      details: { left: 48_000 },
    });
  });

  it('refuses ten thousand groups in one another', { timeout: SOON_MS }, () => {
    const compiled = compileRows(many(10_000, index => ['begin group', `g${index}`, 'G']));
    expect(codesOf(compiled)).toEqual(['group.too_deep']);
  });

  it('compiles a chain of thousands of calculations', { timeout: SOON_MS }, () => {
    const { instrument } = compileRows(
      many(5000, index => ['calculate', `q${index}`, '', '', index === 0 ? '1' : `\${q${index - 1}} + 1`]),
    );
    expect(instrument?.nodes).toHaveLength(5000);
  });

  it('refuses a circle through thousands of calculations', { timeout: SOON_MS }, () => {
    const compiled = compileRows(
      many(5000, index => ['calculate', `q${index}`, '', '', `\${q${(index + 1) % 5000}} + 1`]),
    );
    expect(codesOf(compiled)).toContain('cycle');
  });

  it('refuses an expression of a hundred thousand brackets', { timeout: SOON_MS }, () => {
    const compiled = compileRows([['text', 'a', 'A', '('.repeat(30_000)]]);
    expect(compiled.instrument).toBeNull();
    expect(codesOf(compiled)[0]).toMatch(/^expression\./);
  });

  it('refuses labels that pipe in millions of answers', { timeout: SOON_MS }, () => {
    const compiled = compileRows(many(5000, index => ['text', `q${index}`, '${q0}'.repeat(5000)]));
    expect(codesOf(compiled)).toEqual(['expressions.too_many']);
  });

  it('looks at a long list once, however many questions choose from it', { timeout: SOON_MS }, () => {
    const rows = [
      ['list_name', 'name', 'label', 'kec'],
      ...many(20_000, index => ['desa', `d${index}`, 'Desa', `${index % 9}`]),
    ];
    const questions = many(2000, index => ['select_multiple desa', `q${index}`, 'Q', "kec = '1'"]);
    const survey = { name: 'survey', rows: [['type', 'name', 'label', 'choice_filter'], ...questions] };
    expect(
      compile({ sheets: [survey, { name: 'choices', rows }] }, { version: 1 }).instrument?.nodes,
    ).toHaveLength(2000);
  });

  it('compares a code that repeats without end only once a row', { timeout: SOON_MS }, () => {
    const rows = [['list_name', 'name', 'label'], ...many(50_000, index => ['l', 'same', `Label ${index}`])];
    const compiled = compileRows([['select_one l', 'a', 'A']], [{ name: 'choices', rows }]);
    expect(codesOf(compiled)).toContain('choice.duplicate');
  });

  it('refuses a cell that no spreadsheet program can hold', () => {
    expect(codesOf(compileRows([['text', 'a', 'x'.repeat(1_000_000)]]))).toContain('cell.too_long');
  });

  it('leaves out characters that cannot be seen, and says so', () => {
    const compiled = compileRows([['te\u0000xt', 'a\u0007', 'A\u0000']]);
    expect(codesOf(compiled)).toEqual([
      'cell.control_characters',
      'cell.control_characters',
      'cell.control_characters',
    ]);
    expect(compiled.instrument?.nodes[0]).toMatchObject({ name: 'a', label: { default: 'A' } });
  });

  it('refuses a name longer than an answer key can hold', () => {
    expect(codesOf(compileRows([['text', 'a'.repeat(300), 'A']]))).toEqual(['name.invalid']);
  });

  it.each([
    ['no sheets', { sheets: [] }],
    ['an empty survey', { sheets: [{ name: 'survey', rows: [] }] }],
    ['headings only', { sheets: [{ name: 'survey', rows: [SURVEY] }] }],
    [
      'numbers and truths for text',
      {
        sheets: [
          {
            name: 'survey',
            rows: [
              [1, true, 2],
              [true, 3, false],
            ],
          },
        ],
      },
    ],
    [
      'names of object parts',
      {
        sheets: [
          {
            name: 'survey',
            rows: [
              ['__proto__', 'constructor'],
              ['toString', 'x'],
            ],
          },
        ],
      },
    ],
  ] satisfies [string, Workbook][])('refuses %s', (_, workbook) => {
    const { instrument, findings } = compile(workbook, { version: 1 });
    expect(instrument).toBeNull();
    expect(findings.some(({ level }) => level === 'error')).toBe(true);
  });

  it('is not led astray by names that every object has', () => {
    const choices = {
      name: 'choices',
      rows: [
        ['list_name', 'name', 'label', '__proto__'],
        ['__proto__', 'constructor', 'C', 'x'],
        ['toString', 'valueOf', 'V', ''],
      ],
    };
    const { instrument } = compileRows(
      [
        ['select_one __proto__', 'constructor', 'A'],
        ['select_one toString', 'hasOwnProperty', 'B'],
      ],
      [choices],
    );
    expect(instrument?.nodes.map(node => node.code)).toEqual(['constructor', 'hasOwnProperty']);
    expect(Object.keys(instrument?.lists ?? {})).toEqual(['__proto__', 'toString']);
  });
});
