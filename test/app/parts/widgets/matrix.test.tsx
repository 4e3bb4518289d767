// Questions that make one table together, and the families that an instrument needs.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faceSteps } from '../../../../src/app/parts/widgets/basic/face-steps.ts';
import { dirOf } from '../../../../src/app/parts/widgets/direction.ts';
import { familiesOf } from '../../../../src/app/parts/widgets/families.ts';
import { hasMarkdown } from '../../../../src/app/parts/widgets/has-markdown.ts';
import { hasMatrix } from '../../../../src/app/parts/widgets/matrix/MatrixLater.tsx';
import { runsOf } from '../../../../src/app/parts/widgets/runs.ts';
import { speak } from '../../../../src/app/text/language.ts';
import type { GroupNode, Node, QuestionNode } from '../../../../src/domain/instrument/definition.ts';
import { instrumentOf, question, rows, sheetOf } from './instrument-of.ts';
import { showWidgets, takeAway } from './show-widget.tsx';

const lists = { setuju: rows({ t: 'Tidak', y: 'Ya' }), lain: rows({ a: 'A' }) };
const group = (...appearance: string[]): GroupNode => ({
  kind: 'group',
  name: 'g',
  code: 'g',
  parent: -1,
  appearance,
});
const row = (code: string, token: string, more: Partial<QuestionNode> = {}) =>
  question(code, {
    type: 'select_one',
    list: 'setuju',
    label: { id: `Baris ${code}` },
    parent: 0,
    ...(token && { appearance: [token] }),
    ...more,
  });
const shapeOf = (nodes: readonly Node[]) =>
  runsOf(sheetOf(instrumentOf(nodes, lists)).questions()).map(run =>
    run.kind === 'one' ? run.question.key : [run.heading?.key ?? null, ...run.rows.map(one => one.key)],
  );

beforeEach(() => speak('id'));
afterEach(takeAway);

describe('a table is made of', () => {
  const note = question('n', { type: 'note', parent: 0 });
  test.each<[string, readonly Node[], unknown]>([
    [
      'a label and its rows',
      [group(), row('h', 'label'), row('a', 'list-nolabel'), row('b', 'list-nolabel')],
      [['h', 'a', 'b']],
    ],
    [
      'all selects of a table-list',
      [group('table-list'), note, row('a', ''), row('b', '')],
      ['n', [null, 'a', 'b']],
    ],
    [
      'rows without a heading',
      [group(), row('a', 'list-nolabel'), row('b', 'list-nolabel')],
      [[null, 'a', 'b']],
    ],
    ['nothing, where a heading has no rows', [group(), row('h', 'label'), note], ['h', 'n']],
    ['nothing, where there is one row alone', [group(), row('a', 'list-nolabel')], ['a']],
    [
      'rows of one list only',
      [group(), row('h', 'label'), row('a', 'list-nolabel'), row('b', 'list-nolabel', { list: 'lain' })],
      [['h', 'a'], 'b'],
    ],
    [
      'two tables, where a second heading comes',
      [group(), row('h', 'label'), row('a', 'list-nolabel'), row('i', 'label'), row('b', 'list-nolabel')],
      [
        ['h', 'a'],
        ['i', 'b'],
      ],
    ],
  ])('%s', (_, nodes, wanted) => {
    expect(shapeOf(nodes)).toEqual(wanted);
  });
});

describe('a table', () => {
  const nodes = [
    group(),
    row('h', 'label'),
    row('a', 'list-nolabel', { required: true }),
    row('b', 'list-nolabel'),
  ];

  test('has a row for each question, each a group of its own name with named choices', async () => {
    const screen = await showWidgets(instrumentOf(nodes, lists));
    const groups = [...screen.root.querySelectorAll('[role=radiogroup]')];
    const names = groups.map(
      one => document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent,
    );
    expect(names).toEqual(['Baris a', 'Baris b']);
    expect([...(groups[0]?.querySelectorAll('label') ?? [])].map(one => one.textContent)).toEqual([
      'Tidak',
      'Ya',
    ]);
  });

  test('a tap answers its own row, and what is not required can be cleared', async () => {
    const screen = await showWidgets(instrumentOf(nodes, lists));
    for (const key of ['a', 'b']) await screen.tap(screen.find(`[data-question="${key}"] [data-choice="y"]`));
    expect([screen.raw('a'), screen.raw('b')]).toEqual(['y', 'y']);
    await screen.tap('Kosongkan');
    expect([screen.raw('a'), screen.raw('b')]).toEqual(['y', '']);
  });

  test('says at its row what is missing', async () => {
    const screen = await showWidgets(instrumentOf(nodes, lists), { complaining: true });
    const alerts = [...screen.root.querySelectorAll('[role=alert]')].map(one => one.textContent);
    expect(alerts).toEqual(['Pertanyaan ini perlu dijawab.', '']);
  });
});

describe('what an instrument needs', () => {
  test('is nothing beyond the first bundle for a plain survey', () => {
    const nodes = [
      row('a', 'kiosk-smileys'),
      question('t', { type: 'text' }),
      question('n', { type: 'note' }),
    ];
    expect([...familiesOf(nodes, 'kiosk')]).toEqual([]);
    expect([...familiesOf(nodes, null)]).toEqual(['options']);
    expect(hasMatrix(nodes)).toBe(false);
  });

  test.each<[Partial<QuestionNode> & Pick<QuestionNode, 'type'>, string[]]>([
    [{ type: 'decimal' }, ['numbers']],
    [{ type: 'dateTime' }, ['dates']],
    [{ type: 'select_multiple' }, ['multiple']],
    [{ type: 'select_multiple', appearance: ['minimal'] }, ['picking']],
    [{ type: 'select_one', appearance: ['autocomplete'] }, ['picking']],
    [{ type: 'rank' }, ['scales']],
    [{ type: 'geoshape' }, ['geo']],
    [{ type: 'video' }, ['media']],
    [{ type: 'barcode' }, ['scan']],
    [{ type: 'text', readonly: true }, ['fixed']],
    [{ type: 'note', calculation: 'x' }, ['fixed']],
    [{ type: 'calculate', calculation: 'x' }, []],
  ])('%o', (given, wanted) => {
    expect([...familiesOf([question('q', given)], null)]).toEqual(wanted);
  });
});

test.each<[string, Partial<QuestionNode>, boolean]>([
  ['plain words', { label: { id: 'Nama lengkap?' } }, false],
  ['a mark in a label', { label: { id: 'Nama', en: '**Name**' } }, true],
  ['a mark around what is piped in', { label: { id: ['Halo **', ['$', 0], '**'] } }, true],
  ['a mark in a hint', { hint: { id: 'baris\nbaris' } }, true],
  ['a mark in a message', { constraint_message: { id: '_salah_' } }, true],
])('%s: whether the markdown is loaded', (_, more, wanted) => {
  expect(hasMarkdown(instrumentOf([question('q', { type: 'text', ...more })], lists))).toBe(wanted);
});

test('a mark in a choice loads the markdown too', () => {
  expect(hasMarkdown(instrumentOf([], { l: rows({ a: '*A*' }) }))).toBe(true);
});

test.each([
  ['ar', 'rtl'],
  ['fa-IR', 'rtl'],
  ['ms-Arab', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['العربية', 'rtl'],
  ['id', 'ltr'],
  ['default', 'ltr'],
  ['Français', 'ltr'],
])('%s is written %s', (code, wanted) => {
  expect(dirOf(code)).toBe(wanted);
});

test.each([
  [
    [1, 2, 3, 4],
    [0, 1, 2, 3],
  ],
  [
    [4, 3, 2, 1],
    [3, 2, 1, 0],
  ],
  [
    [1, 2, 3, 4, 5],
    [0, 1, 1.5, 2, 3],
  ],
  [
    [undefined, 0, 10],
    [null, 0, 3],
  ],
  [
    [undefined, undefined, undefined],
    [0, 1.5, 3],
  ],
  [
    [1, 2, 3, 4, 5, 6],
    [null, null, null, null, null, null],
  ],
])('choices that count %j have the faces %j', (scores, faces) => {
  const offered = scores.map((score, index) => ({
    row: { code: `${index}`, ...(score !== undefined && { score }) },
    label: '',
  }));
  expect(faceSteps(offered)).toEqual(faces);
});
