// Numbers of civil servants, as they are typed, pasted and ruined.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNip, spacedNip } from '../../../src/domain/person/nip.ts';
import { isSameName } from '../../../src/domain/person/same-name.ts';

describe('a NIP', () => {
  it.each([
    ['198504172010011001', 'pns'],
    ['19850417 201001 1 001', 'pns'],
    ['19850417.201001.1.001', 'pns'],
    [' 19850417\u00a0201001 2 999 ', 'pns'],
    ['198402292010122001', 'pns'],
    ['199001012023211001', 'pppk'],
    ['199001012023292123', 'pppk'],
  ])('%s is well-formed: %s', (typed, kind) => {
    const checked = checkNip(typed);
    expect(checked).toMatchObject({ ok: true, value: { kind, warning: null } });
    expect(checked.ok && checked.value.nip).toMatch(/^\d{18}$/);
  });

  it.each([
    ['', 'nip.not_digits'],
    ['1,98504E+17', 'nip.not_digits'],
    ['1.98504E+17', 'nip.not_digits'],
    ['19850417201001I001', 'nip.not_digits'],
    ['١٩٨٥٠٤١٧٢٠١٠٠١١٠٠١', 'nip.not_digits'],
    ['19850417201001100', 'nip.length'],
    ['1985041720100110011', 'nip.length'],
    ['198502292010011001', 'nip.birth_date'],
    ['198513012010011001', 'nip.birth_date'],
    ['198500102010011001', 'nip.birth_date'],
    ['198501002010011001', 'nip.birth_date'],
    ['000001012010011001', 'nip.birth_date'],
    ['198504172010131001', 'nip.appointment'],
    ['198504172010001001', 'nip.appointment'],
    ['198504172010201001', 'nip.appointment'],
    ['198504172010301001', 'nip.appointment'],
    ['198504172010013001', 'nip.sex'],
    ['198504172010010001', 'nip.sex'],
    ['198504172010011000', 'nip.serial'],
  ])('"%s" is refused: %s', (typed, code) => {
    expect(checkNip(typed)).toMatchObject({ ok: false, problem: { code } });
  });

  it('that is too short tells how many digits it has', () => {
    expect(checkNip('1985 0417')).toEqual({
      ok: false,
      problem: { code: 'nip.length', details: { nip: '1985 0417', length: 8 } },
    });
  });

  it.each([
    ['199204172010031001', 17],
    ['199204172010041001', null],
    ['199504172010011001', 14],
    ['200601012023211001', 17],
    ['200501012023211001', null],
  ])('%s warns of an appointment at %s', (nip, age) => {
    expect(checkNip(nip)).toMatchObject({
      ok: true,
      value: { warning: age === null ? null : { code: 'nip.young', details: { nip, age } } },
    });
  });

  it('survives being written in groups, and any spaces or dots between its digits', () => {
    const gap = fc.constantFrom('', ' ', '.', '\u00a0');
    fc.assert(
      fc.property(fc.array(gap, { minLength: 18, maxLength: 18 }), gaps => {
        const nip = '198504172010011001';
        const typed = gaps.map((space, index) => space + nip.charAt(index)).join('');
        expect(checkNip(typed)).toMatchObject({ ok: true, value: { nip } });
      }),
    );
    expect(spacedNip('198504172010011001')).toBe('19850417 201001 1 001');
  });

  it('is refused or accepted for any text, never an exception', () => {
    fc.assert(fc.property(fc.string(), text => void checkNip(text)));
  });
});

it.each([
  ['Dr. Budi Santoso, M.Si.', 'BUDI SANTOSO', true],
  ['Siti Aminah', 'Siti  Aminah, S.Pd', true],
  ['Siti', 'Siti Aminah', true],
  ['Siti Aminah', 'Siti Rahma', false],
  ['Budi', 'Joko', false],
  ['', 'Joko', false],
])('"%s" and "%s" can be one person: %s', (one, other, same) => {
  expect(isSameName(one, other)).toBe(same);
});
