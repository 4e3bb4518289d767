// What the centre and the tablet accept as answers to a version, question by question and key by key.
import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../../src/domain/instrument/check-answers.ts';
import type { Answers, Instrument, Node, QuestionNode } from '../../../src/domain/instrument/definition.ts';
import { upgrade } from '../../../src/domain/instrument/older.ts';
import { observation } from '../../../src/domain/instrument/shipped/observation.ts';

const question = (code: string, rest: Partial<QuestionNode> = {}): QuestionNode => ({
  kind: 'question',
  name: code,
  code,
  parent: -1,
  type: 'text',
  ...rest,
});

const instrument = (...nodes: readonly Node[]): Instrument => ({
  format: 2,
  code: 'uji',
  version: 1,
  kind: 'form',
  view: 'page',
  anonymous: false,
  scoring: 'none',
  languages: [{ code: 'id', name: 'Bahasa Indonesia' }],
  title: { id: 'Uji' },
  notice: null,
  nodes,
  lists: { ya_tidak: [{ code: 'ya' }, { code: 'tidak' }, { code: 'ragu' }] },
  needs: [],
});

const outcome = (made: Instrument, answers: Answers) => {
  const checked = checkAnswers(made, answers);
  return checked.ok ? 'fine' : checked.problem.code;
};

describe('a value', () => {
  const lists = { list: 'ya_tidak' };
  it.each<[Partial<QuestionNode>, readonly string[], readonly string[]]>([
    [{ type: 'integer' }, ['0', '-12', '007'], ['1.5', 'abc', '1e3', ' 1', '9'.repeat(16)]],
    [{ type: 'decimal' }, ['0', '-1.25', '.5', '2e3'], ['1,5', 'NaN', 'Infinity', '1e999', '']],
    [{ type: 'select_one', ...lists }, ['ya'], ['Ya', 'ya tidak', 'other']],
    [{ type: 'select_one', ...lists, or_other: true }, ['ya', 'other'], ['lain']],
    [{ type: 'select_multiple', ...lists }, ['ya', 'ragu ya'], ['ya ya', 'ya  tidak', 'ya lain']],
    [{ type: 'rank', ...lists }, ['ragu ya tidak'], ['ragu ragu', 'satu']],
    [{ type: 'range', parameters: { start: '0', end: '10' } }, ['0', '10', '5'], ['11', '-1', 'x']],
    [{ type: 'range', parameters: { start: '5', end: '-5' } }, ['-5', '5'], ['6']],
    [{ type: 'range' }, ['1', '10'], ['0', '11']],
    [{ type: 'date' }, ['2024-02-29'], ['2023-02-29', '2024-2-9', '2024-02-29T08:00']],
    [{ type: 'time' }, ['08:30', '23:59:59.999+07:00'], ['24:00', '8:30']],
    [{ type: 'dateTime' }, ['2026-11-22T08:30:00.000+07:00'], ['2026-11-22', '2026-11-31T08:30']],
    [{ type: 'geopoint' }, ['-7.25 112.75', '-7.25 112.75 12 4.5'], ['-7.25', '91 0', '0 181', '0 0 0 0 0']],
    [{ type: 'geotrace' }, ['0 0; 1 1;'], ['0 0; x']],
    [{ type: 'image' }, ['foto 1.jpg'], ['../foto.jpg', 'a\\b', 'x'.repeat(256)]],
    [{ type: 'acknowledge' }, ['OK'], ['ok', 'yes']],
  ])('of %j is taken or refused by its own form', (rest, good, bad) => {
    const made = instrument(question('q', rest));
    for (const answer of good) expect([answer, outcome(made, { q: answer })]).toEqual([answer, 'fine']);
    for (const answer of bad.filter(Boolean))
      expect([answer, outcome(made, { q: answer })]).toEqual([answer, 'answer.out_of_range']);
  });

  it('longer than its question allows is refused', () => {
    expect(outcome(instrument(question('q', { max_length: 3 })), { q: 'abcd' })).toBe('answer.too_long');
    expect(outcome(instrument(question('q')), { q: 'a'.repeat(2001) })).toBe('answer.too_long');
    expect(outcome(instrument(question('q')), { q: 'a'.repeat(2000) })).toBe('fine');
  });

  it('is taken against the whole list, whatever a filter would leave of it', () => {
    const filtered = question('q', {
      type: 'select_one',
      list: 'ya_tidak',
      choice_filter: ['=', ['col', 'x'], 'y'],
    });
    expect(outcome(instrument(filtered), { q: 'ragu' })).toBe('fine');
  });
});

describe('a key', () => {
  const repeat = (code: string, parent: number): Node => ({ kind: 'repeat', name: code, code, parent });
  const family = instrument(
    repeat('anak', -1),
    question('nama', { parent: 0 }),
    repeat('sekolah', 0),
    question('kelas', { parent: 2, type: 'integer' }),
    question('catatan'),
    question('pesan', { type: 'note' }),
  );

  it.each([
    ['catatan', 'fine'],
    ['anak[1]/nama', 'fine'],
    ['anak[12]/nama', 'fine'],
    ['nama', 'answer.unknown_question'],
    ['anak[0]/nama', 'answer.unknown_question'],
    ['anak[01]/nama', 'answer.unknown_question'],
    ['anak[1]', 'answer.unknown_question'],
    ['anak[1]/nama[1]', 'answer.unknown_question'],
    ['catatan[1]', 'answer.unknown_question'],
    ['anak[1]/kelas', 'answer.unknown_question'],
    ['pesan', 'answer.unknown_question'],
    ['__proto__', 'answer.unknown_question'],
    ['', 'answer.unknown_question'],
  ])('%s: %s', (key, expected) => {
    expect(outcome(family, Object.fromEntries([[key, 'x']]))).toBe(expected);
  });

  it('with an open place belongs to no question', () => {
    expect(outcome(family, { 'anak[]/nama': 'x' })).toBe('answer.unknown_question');
  });

  it('of a repeat is kept in the order of its instances, behind the questions before it', () => {
    const checked = checkAnswers(family, {
      catatan: '',
      'anak[10]/nama': 'Sepuluh',
      'anak[2]/nama': 'Dua',
      'anak[2]/sekolah[1]/kelas': '3',
    });
    expect(checked.ok && Object.entries(checked.value)).toEqual([
      ['anak[2]/nama', 'Dua'],
      ['anak[10]/nama', 'Sepuluh'],
      ['anak[2]/sekolah[1]/kelas', '3'],
      ['catatan', null],
    ]);
  });
});

describe('a required question', () => {
  const asked = question('q', { required: true });
  it.each<[string, readonly Node[], string]>([
    ['must be answered', [asked], 'answer.required'],
    ['may be blank where it may be irrelevant', [{ ...asked, relevant: ['=', ['$', 0], 'x'] }], 'fine'],
    [
      'may be blank where it is required by a rule only',
      [{ ...asked, required: ['=', ['$', 0], 'x'] }],
      'fine',
    ],
    [
      'may be blank in a group that may be irrelevant',
      [
        { kind: 'group', name: 'g', code: 'g', parent: -1, relevant: false },
        { ...asked, parent: 0 },
      ],
      'fine',
    ],
    [
      'must be answered in a group that always is relevant',
      [
        { kind: 'group', name: 'g', code: 'g', parent: -1 },
        { ...asked, parent: 0 },
      ],
      'answer.required',
    ],
    [
      'may be blank in a repeat, which may have no instance',
      [
        { kind: 'repeat', name: 'r', code: 'r', parent: -1 },
        { ...asked, parent: 0 },
      ],
      'fine',
    ],
  ])('%s', (_title, nodes, expected) => {
    expect(outcome(instrument(...nodes), {})).toBe(expected);
  });
});

it('a question may have any name that a form may give it', () => {
  const made = instrument(question('constructor', { required: true }), question('__proto__'));
  expect(outcome(made, {})).toBe('answer.required');
  const checked = checkAnswers(made, JSON.parse('{"constructor":"CV Maju","__proto__":"x"}'));
  expect(checked.ok && Object.entries(checked.value)).toEqual([
    ['constructor', 'CV Maju'],
    ['__proto__', 'x'],
  ]);
});

it('an observation of the first builds gives an entry to every question, in order', () => {
  const checked = checkAnswers(upgrade(observation), {
    rekomendasi: 'cukup',
    keluhan: '4',
    sikap: '1',
    komunikasi: '2',
    ketepatan: '3',
    bukti: 'Loket 2',
  });
  expect(checked.ok && Object.entries(checked.value)).toEqual([
    ['sikap', '1'],
    ['komunikasi', '2'],
    ['ketepatan', '3'],
    ['keluhan', '4'],
    ['bukti', 'Loket 2'],
    ['rekomendasi', 'cukup'],
    ['catatan', null],
  ]);
});
