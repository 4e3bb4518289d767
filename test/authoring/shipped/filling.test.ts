// What ships works when it is filled in: a trainer each by name, words that follow the role, rules that hold.
import { expect, it } from 'vitest';
import { checkAnswers } from '../../../src/domain/instrument/check-answers.ts';
import type { Answers } from '../../../src/domain/instrument/definition.ts';
import { ALL_FUNCTIONS } from '../../../src/domain/instrument/evaluate/all.ts';
import { createSheet } from '../../../src/domain/instrument/sheet/create-sheet.ts';
import type { LiveQuestion, Sheet } from '../../../src/domain/instrument/sheet/sheet.ts';
import { instrumentOf, SHIPPED, type Shipped } from './shipped-forms.ts';

const AT = Date.UTC(2026, 10, 22, 3);

const open = (code: Shipped, answers: Answers = {}): Sheet =>
  createSheet(instrumentOf(code), {
    answers,
    functions: ALL_FUNCTIONS,
    surroundings: { now: () => AT, random: () => 0.5, offsetAt: () => 420, newId: () => 'satu' },
  });

function find(sheet: Sheet, key: string): LiveQuestion {
  const found = sheet.find(key);
  if (found?.kind !== 'question') throw new Error(`no question ${key}`);
  return found;
}

it('pengajar asks of each trainer of the list, by the name in the reader’s language', () => {
  const sheet = open('pengajar');
  const repeat = sheet.find('pengajar');
  expect(repeat?.kind === 'repeat' && repeat.instances.value.length).toBe(3);
  const second = sheet.find('pengajar[2]/penilaian');
  expect(second?.label.value).toBe('Pengajar 2');
  sheet.speak('en');
  expect(second?.label.value).toBe('Trainer 2');
  expect(repeat?.kind === 'repeat' && repeat.isOpen).toBe(false);
});

it('pengajar asks for cooperation only where more than one taught', () => {
  const sheet = open('pengajar');
  const cooperation = find(sheet, 'pengajar[1]/kerja_sama');
  expect(cooperation.relevant.value).toBe(false);
  find(sheet, 'pengajar[1]/beregu').answer('ya');
  expect(cooperation.relevant.value).toBe(true);
  expect(find(sheet, 'pengajar[2]/kerja_sama').relevant.value).toBe(false);
});

it('narasumber asks of each speaker of the list', () => {
  expect(open('narasumber').find('narasumber[2]/penilaian')?.label.value).toBe('Narasumber 2');
});

it('pascapelatihan speaks to the alumnus as “Saudara”, and of the alumnus by name to everybody else', () => {
  const sheet = open('pascapelatihan', { peran: 'alumni', alumni: 'Melati' });
  const asked = find(sheet, 'terap_pengetahuan');
  expect(asked.label.value).toBe(
    'Seberapa sering pengetahuan dari pelatihan dipakai oleh Saudara dalam pekerjaan?',
  );
  find(sheet, 'peran').answer('atasan');
  expect(asked.label.value).toBe(
    'Seberapa sering pengetahuan dari pelatihan dipakai oleh Melati dalam pekerjaan?',
  );
  sheet.speak('en');
  expect(asked.label.value).toBe('How often is the knowledge from the training used at work by Melati?');
});

it.each(['pascapelatihan', 'observasi-rtl'] as const)(
  '%s takes “tidak ada hambatan” by itself only',
  code => {
    const sheet = open(code);
    const obstacles = find(sheet, 'hambatan');
    expect(obstacles.node.exclusive).toEqual(['tidak_ada']);
    obstacles.answer('waktu tidak_ada');
    expect(obstacles.violation.value).toBe('constraint');
    obstacles.answer('tidak_ada');
    expect(obstacles.violation.value).toBeNull();
    obstacles.answer('waktu lainnya');
    expect(find(sheet, 'hambatan_lain').violation.value).toBe('required');
  },
);

it('rtl takes as many commitments as there are, none of which ends before it starts', () => {
  const sheet = open('rtl');
  const repeat = sheet.find('komitmen');
  if (repeat?.kind !== 'repeat') throw new Error('no repeat');
  expect(repeat.isOpen).toBe(true);
  repeat.add();
  find(sheet, 'komitmen[2]/mulai').answer('2026-12-01');
  const end = find(sheet, 'komitmen[2]/selesai');
  end.answer('2026-11-30');
  expect(end.violation.value).toBe('constraint');
  end.answer('2026-12-01');
  expect(end.violation.value).toBeNull();
  find(sheet, 'komitmen[1]/selesai').answer('2026-11-30');
  expect(find(sheet, 'komitmen[1]/selesai').violation.value).toBeNull();
});

it('observasi-rtl asks for evidence of what was done, and for the reason of what was not', () => {
  const sheet = open('observasi-rtl');
  const asked = (status: string): string[] => {
    find(sheet, 'butir[1]/status').answer(status);
    return ['bukti', 'alasan'].filter(code => find(sheet, `butir[1]/${code}`).relevant.value);
  };
  expect(['belum', 'berjalan', 'selesai', 'dihentikan'].map(asked)).toEqual([
    ['alasan'],
    ['bukti'],
    ['bukti'],
    ['alasan'],
  ]);
});

it('prapasca keeps its questions’ codes whatever order the choices are shown in', () => {
  const question = find(open('prapasca'), 'soal01');
  expect(question.choices.value.map(({ row }) => row.code).toSorted()).toEqual(['a', 'b', 'c', 'd']);
});

it.each(SHIPPED)('%s: what its sheet holds is what the centre accepts', code => {
  const sheet = open(code);
  for (const question of sheet.questions()) question.answer(anAnswerTo(question));
  for (const question of sheet.questions())
    if (question.value.value === '') question.answer(anAnswerTo(question));
  expect(sheet.violations().map(({ key, violation }) => [key, violation.value])).toEqual([]);
  expect(checkAnswers(sheet.instrument, sheet.submission())).toMatchObject({ ok: true });
});

function anAnswerTo({ node, choices }: LiveQuestion): string | null {
  if (node.list) return choices.value[0]?.row.code ?? null;
  if (node.type === 'range' || node.type === 'integer') return '5';
  if (node.type === 'date') return '2026-12-01';
  return node.type === 'note' || node.type === 'calculate' ? null : 'Contoh';
}
