// Training needs: gap = required - own, priority = sum of gap x importance over people (TNA/AKPK).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/domain/instrument/definition.ts';
import { competenciesOf, needsOf } from '../../../../src/domain/instrument/scoring/needs.ts';
import { around, exact, makeInstrument } from './make-instrument.ts';

const LEVELS = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, tb: null };

const competency = (code: string, at: number, importance = true) => [
  around('group', code),
  { code: `${code}_dituntut`, parent: at, appearance: ['likert', 'needs-required'], scores: LEVELS },
  { code: `${code}_dimiliki`, parent: at, appearance: ['needs-own'], scores: LEVELS },
  ...(importance
    ? [{ code: `${code}_penting`, parent: at, appearance: ['needs-importance'], scores: LEVELS }]
    : []),
];

const tna = makeInstrument('needs', [
  ...competency('melayani', 0),
  ...competency('aplikasi', 4),
  ...competency('bahasa', 8, false),
  around('group', 'profil'),
  { code: 'tanpa_tanda', parent: 11, scores: LEVELS },
]);

const sheet = (
  code: string,
  required: string | null,
  own: string | null,
  importance: string | null,
): Answers => ({
  [`${code}_dituntut`]: required,
  [`${code}_dimiliki`]: own,
  [`${code}_penting`]: importance,
});

const rows = (sheets: readonly Answers[]) =>
  needsOf(tna, sheets).map(({ competency, n, short, meanGap, priority }) => [
    competency.group.code,
    n,
    short,
    exact(meanGap),
    exact(priority),
  ]);

describe('needs', () => {
  it('are the groups that ask what is required and what one has', () => {
    expect(competenciesOf(tna).map(({ group, importance }) => [group.code, importance?.code])).toEqual([
      ['melayani', 'melayani_penting'],
      ['aplikasi', 'aplikasi_penting'],
      ['bahasa', undefined],
    ]);
  });

  it('are ranked by the sum of gap x importance over people', () => {
    expect(
      rows([
        {
          ...sheet('melayani', '4', '3', '5'),
          ...sheet('aplikasi', '5', '1', '3'),
          bahasa_dituntut: '3',
          bahasa_dimiliki: '1',
        },
        { ...sheet('melayani', '4', '4', '5'), ...sheet('aplikasi', '3', '2', '4') },
      ]),
    ).toEqual([
      ['aplikasi', 2, 2, '5/2', '16'],
      ['melayani', 2, 1, '1/2', '5'],
      ['bahasa', 1, 1, '2', '2'],
    ]);
  });

  it('are lowered by those who can do more than their job asks', () => {
    expect(rows([sheet('melayani', '2', '5', '2'), sheet('melayani', '4', '3', '2')])[0]).toEqual([
      'melayani',
      2,
      1,
      '-1',
      '-4',
    ]);
  });

  it('that nobody told come last, also behind a surplus', () => {
    expect(rows([sheet('aplikasi', '2', '5', '2')]).map(([code, n]) => [code, n])).toEqual([
      ['aplikasi', 1],
      ['melayani', 0],
      ['bahasa', 0],
    ]);
  });

  it('leave out a sheet with a blank or “tidak berlaku”, and are null where nothing is left', () => {
    expect(rows([sheet('melayani', '4', null, '5'), sheet('aplikasi', 'tb', '1', '5')])).toEqual([
      ['melayani', 0, 0, null, null],
      ['aplikasi', 0, 0, null, null],
      ['bahasa', 0, 0, null, null],
    ]);
  });

  it('add up: two units together need what both need', () => {
    const level = fc.integer({ min: 1, max: 5 }).map(String);
    const people = fc.array(
      fc.tuple(level, level, level).map(of => sheet('melayani', ...of)),
      { minLength: 1, maxLength: 20 },
    );
    const priority = (sheets: readonly Answers[]): bigint =>
      needsOf(tna, sheets).find(({ competency }) => competency.group.code === 'melayani')?.priority?.num ??
      0n;
    fc.assert(
      fc.property(people, people, (one, other) => {
        expect(priority([...one, ...other])).toBe(priority(one) + priority(other));
      }),
    );
  });
});
