// What the compiler refuses or puts right, with the place and the code that it tells.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${name} is how a form refers to a question
import { describe, expect, it } from 'vitest';
import { compileTable, told } from './form.ts';

const CHOICES = '| choices |\n| | list_name | name | label |\n| | yn | y | Ya |\n| | yn | n | Tidak |';

/** Rows of the survey under the headings, and the one finding that they must bring. */
const HARD_ROWS: readonly (readonly [title: string, table: string, finding: string])[] = [
  ['a type that nobody knows', '| | type | name | label |\n| | txt | a | A |', 'error type.unknown 2 type'],
  ['a type in capitals', '| | type | name | label |\n| | Text | a | A |', 'repair type.written 2 type'],
  [
    'a type with a non-breaking space',
    '| | type | name | label |\n| | select_one\u00a0yn | a | A |',
    'repair type.written 2 type',
  ],
  [
    'a row with a name and no type',
    '| | type | name | label |\n| | text | a | A |\n| | | b | B |',
    'error type.missing 3 type',
  ],
  [
    'a row of notes to oneself',
    '| | type | name | label | hint |\n| | text | a | A | |\n| | | | | remember |',
    'warning row.comment 3',
  ],
  ['a question without a name', '| | type | name | label |\n| | text | | A |', 'error name.missing 2 name'],
  ['a name with a sign', '| | type | name | label |\n| | text | a@b | A |', 'error name.invalid 2 name'],
  ['a name with a blank', '| | type | name | label |\n| | text | a b | A |', 'repair name.blanks 2 name'],
  ['the reserved name', '| | type | name | label |\n| | text | meta | A |', 'error name.reserved 2 name'],
  [
    'one name twice in a group',
    '| | type | name | label |\n| | text | a | A |\n| | text | a | B |',
    'error name.duplicate 3 name',
  ],
  [
    'names that differ by capitals',
    '| | type | name | label |\n| | text | a | A |\n| | text | A | B |',
    'warning name.differs_by_case 3 name',
  ],
  [
    'a group that is not closed',
    '| | type | name | label |\n| | begin group | g | G |\n| | text | a | A |',
    'error group.unclosed 2 type',
  ],
  [
    'an end without a beginning',
    '| | type | name | label |\n| | text | a | A |\n| | end repeat | | |',
    'error group.unopened 3 type',
  ],
  [
    'a list that is not there',
    '| | type | name | label |\n| | select_one yno | a | A |',
    'error choices.missing 2 type',
  ],
  [
    'a question without words',
    '| | type | name | label |\n| | integer | a | |',
    'error label.missing 2 label',
  ],
  [
    'a calculation of nothing',
    '| | type | name | calculation |\n| | calculate | a | |',
    'error calculation.missing 2 calculation',
  ],
  [
    'a reference to nobody',
    '| | type | name | label | relevant |\n| | text | a | A | ${b} = 1 |',
    'error reference.unknown 2 relevant',
  ],
  [
    'a reference to nobody in a label',
    '| | type | name | label |\n| | text | a | Halo ${b} |',
    'error reference.unknown 2 label',
  ],
  [
    'a broken expression',
    '| | type | name | label | constraint |\n| | text | a | A | . > ( |',
    'error expression.broken 2 constraint',
  ],
  [
    'curly quotation marks',
    '| | type | name | label | relevant |\n| | text | a | A | |\n| | text | b | B | ${a} = ‘x’ |',
    'repair expression.repaired 3 relevant',
  ],
  [
    'values in a circle',
    '| | type | name | calculation |\n| | calculate | a | ${b} + 1 |\n| | calculate | b | ${a} + 1 |',
    'error cycle 2 name',
  ],
  [
    'a trigger that is no question',
    '| | type | name | label | trigger | calculation |\n| | text | a | A | 6 | now() |',
    'error trigger.malformed 2 trigger',
  ],
  [
    'parameters without a value',
    '| | type | name | label | parameters |\n| | range | a | A | start |',
    'error parameters.malformed 2 parameters',
  ],
  [
    'a parameter that the type has not',
    '| | type | name | label | parameters |\n| | range | a | A | stop=9 |',
    'error parameter.unknown 2 parameters',
  ],
  [
    'a step of nothing',
    '| | type | name | label | parameters |\n| | range | a | A | start=0 end=10 step=0 |',
    'error range.step_zero 2 parameters',
  ],
  [
    'a file that is not in the workbook',
    '| | type | name | label |\n| | select_one_from_file desa.csv | a | A |',
    'error list.file_missing 2 type',
  ],
  [
    'a file that nobody looks up in',
    '| | type | name | label |\n| | csv-external | desa | |\n| | text | a | A |',
    'warning list.file_missing 2 name',
  ],
  [
    'two columns of one meaning',
    '| | type | name | value | label |\n| | text | a | b | A |',
    'error column.duplicate 1 value',
  ],
  [
    'a comment column',
    '| | type | name | label | catatan |\n| | text | a | A | ingat |',
    'warning column.unknown 1 catatan',
  ],
  [
    'a column of another tool',
    '| | type | name | label | save_to |\n| | text | a | A | p |',
    'unsupported column.foreign 1 save_to',
  ],
  [
    'a function of another tool',
    '| | type | name | calculation |\n| | calculate | a | device-info() |',
    'unsupported expression.unsupported 2 calculation',
  ],
];

describe('hard rows', () => {
  it.each(HARD_ROWS)('tells of %s', (_, table, finding) => {
    const { instrument, findings } = compileTable(`| survey |\n${table}\n${CHOICES}`);
    expect(told(findings)).toEqual([finding]);
    expect(instrument === null).toBe(finding.startsWith('error'));
  });
});

describe('choices', () => {
  const survey = '| survey |\n| | type | name | label |\n| | select_one l | a | A |\n| choices |\n';

  it('leaves out a row that is there twice, and says so', () => {
    const { instrument, findings } = compileTable(
      `${survey}| | list_name | name | label |\n| | l | a | A |\n| | l | a | A |`,
    );
    expect(told(findings)).toEqual(['repair choice.repeated 3 name']);
    expect(instrument?.lists.l).toHaveLength(1);
  });

  it('refuses one name for two labels', () => {
    const { findings } = compileTable(
      `${survey}| | list_name | name | label |\n| | l | a | A |\n| | l | a | B |`,
    );
    expect(told(findings)).toEqual(['error choice.duplicate 3 name']);
  });

  it('keeps one name for two rows that a filter tells apart', () => {
    const { instrument } = compileTable(
      `${survey}| | list_name | name | label | kab |\n| | l | a | A | 1 |\n| | l | a | B | 2 |`,
    );
    expect(instrument?.lists.l?.map(row => row.columns)).toEqual([{ kab: '1' }, { kab: '2' }]);
  });

  it('refuses a code with a blank only where several codes are kept together', () => {
    const list = '| choices |\n| | list_name | name | label |\n| | l | a b | A |';
    const of = (type: string): string[] =>
      told(compileTable(`| survey |\n| | type | name | label |\n| | ${type} l | a | A |\n${list}`).findings);
    expect(of('select_one')).toEqual([]);
    expect(of('select_multiple')).toEqual(['error choice.blank_in_name 2 type']);
  });
});

describe('sheets', () => {
  it('refuses a workbook without a survey, and names the sheet that was meant', () => {
    const { instrument, findings } = compileTable(
      '| surveys |\n| | type | name | label |\n| | text | a | A |',
    );
    expect(instrument).toBeNull();
    expect(findings[0]).toMatchObject({
      code: 'sheet.missing',
      details: { sheet: 'survey', similar: 'surveys' },
    });
  });

  it('finds sheets and columns whatever their capitals and blanks', () => {
    const { instrument, findings } = compileTable(
      '| Survey |\n| | Type | NAME | Label | Constraint Message | Read Only |\n| | text | a | A | Salah | yes |',
    );
    expect(findings).toEqual([]);
    expect(instrument?.nodes[0]).toMatchObject({ constraint_message: { default: 'Salah' }, readonly: true });
  });
});
