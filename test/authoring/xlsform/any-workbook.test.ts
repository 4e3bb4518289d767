// Whatever cells a workbook holds, the compiler ends in an instrument or in errors, and in the same ones each time.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${name} is how a form refers to a question
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FINDING_DETAILS, type FindingCode } from '../../../src/authoring/finding-codes.ts';
import type { Workbook } from '../../../src/authoring/workbook.ts';
import { compile } from '../../../src/authoring/xlsform/compile.ts';

const word = (...words: string[]) => fc.constantFrom(...words);

const type = word(
  'text',
  'integer',
  'select_one l',
  'select_multiple l or_other',
  'rank l',
  'range',
  'note',
  'calculate',
  'start',
  'deviceid',
  'begin group',
  'end group',
  'begin repeat',
  'end repeat',
  'select_one ${a}',
  'select_one_from_file f.csv',
  'csv-external',
  'begin loop over l',
  'image',
  '',
  'Text',
  'set form title',
);
const name = word('a', 'b', 'c', 'A', 'a b', 'meta', '__proto__', '');
const expression = word(
  '',
  '${a} = 1',
  '${b} + ${c}',
  'null',
  '../x',
  'count(${a})',
  "pulldata('f', 'x', 'y', ${a})",
  "instance('l')/root/item[name = ${a}]/label",
  '. > ‘x’',
  'now()',
  'yes',
  'no',
  '(((',
  'position(..)',
);
const label = fc.oneof(
  word('', 'L', 'Halo ${a}', '${nobody}', '**x** ${b}'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const row = fc.tuple(
  type,
  name,
  label,
  expression,
  expression,
  expression,
  expression,
  word('', 'start=0 end=5', 'seed=1', 'x'),
  word('', '${a}', '${a},${b}', 'a'),
);

const HEADINGS = [
  'type',
  'name',
  'label',
  'relevant',
  'calculation',
  'default',
  'choice_filter',
  'parameters',
  'trigger',
];

const workbook: fc.Arbitrary<Workbook> = fc
  .record({
    survey: fc.array(row, { maxLength: 12 }),
    choices: fc.array(
      fc.tuple(
        word('l', 'm', ''),
        word('x', 'y', 'x y', ''),
        label,
        fc.oneof(fc.integer(), fc.boolean(), fc.string()),
      ),
      { maxLength: 4 },
    ),
    own: fc.array(
      fc.tuple(
        word('kind', 'view', 'anonymous', 'scoring', 'notice', 'nonsense'),
        word('survey', 'yes', 'kiosk', 'Baca'),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ survey, choices, own }) => ({
    sheets: [
      { name: 'survey', rows: [HEADINGS, ...survey] },
      { name: 'choices', rows: [['list_name', 'name', 'label', 'score'], ...choices] },
      { name: '_lembar', rows: [['setting', 'value'], ...own] },
    ],
  }));

it('ends in an instrument or in errors, never in a throw, with every detail that its codes promise', () => {
  fc.assert(
    fc.property(workbook, given => {
      const { instrument, findings } = compile(given, { version: 1 });
      expect(instrument === null).toBe(findings.some(({ level }) => level === 'error'));
      for (const { code, details } of findings)
        expect(
          FINDING_DETAILS[code as FindingCode].filter(
            key => !Object.hasOwn(details, key) && key !== 'similar' && key !== 'instead',
          ),
        ).toEqual([]);
      const codes = instrument?.nodes.map(node => node.code) ?? [];
      expect(new Set(codes).size).toBe(codes.length);
      expect(compile(given, { version: 1 })).toEqual({ instrument, findings });
    }),
    { numRuns: 500 },
  );
});
