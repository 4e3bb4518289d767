// NIP of a PNS and NI PPPK: 18 digits that a spreadsheet ruins and a typist mistypes. There is no check digit.
import { isDay } from '../calendar/day.ts';
import { accepted, type Problem, type Result, refused } from '../result.ts';

export type NipProblem = Problem<
  'nip.not_digits' | 'nip.length' | 'nip.birth_date' | 'nip.appointment' | 'nip.sex' | 'nip.serial'
>;

export type CheckedNip = {
  /** 18 digits; always text, since it exceeds 2^53. */
  readonly nip: string;
  readonly kind: 'pns' | 'pppk';
  /** Well-formed, but worth a look: appointed before the age of 18. */
  readonly warning: Problem<'nip.young'> | null;
};

/**
 * PNS: birth YYYYMMDD, appointment YYYYMM, sex 1/2, serial 001-999. PPPK: birth YYYYMMDD, year YYYY, 21-29, sex, serial.
 * Spaces and dots do not matter; anything else that is no digit (`1,98765E+17`) is refused.
 */
export function checkNip(typed: string): Result<CheckedNip, NipProblem> {
  const nip = typed.replace(/[\s.]/g, '');
  const details = { nip: typed.trim().slice(0, 40) };
  if (!/^\d+$/.test(nip)) return refused('nip.not_digits', details);
  if (nip.length !== 18) return refused('nip.length', { ...details, length: nip.length });
  if (!isBirthDate(nip)) return refused('nip.birth_date', details);
  const month = Number(nip.slice(12, 14));
  const kind = month >= 1 && month <= 12 ? 'pns' : month >= 21 && month <= 29 ? 'pppk' : null;
  if (!kind) return refused('nip.appointment', details);
  if (!/[12]/.test(nip.charAt(14))) return refused('nip.sex', details);
  if (nip.endsWith('000')) return refused('nip.serial', details);
  const age = ageAtAppointment(nip, kind);
  return accepted({ nip, kind, warning: age < 18 ? { code: 'nip.young', details: { nip, age } } : null });
}

const isBirthDate = (nip: string): boolean =>
  nip >= '1900' && isDay(`${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`);

/** In whole years. The day of appointment is not in the number (nor a PPPK's month): the doubt is theirs. */
function ageAtAppointment(nip: string, kind: CheckedNip['kind']): number {
  const years = Number(nip.slice(8, 12)) - Number(nip.slice(0, 4));
  const beforeBirthday = kind === 'pns' && Number(nip.slice(12, 14)) < Number(nip.slice(4, 6));
  return beforeBirthday ? years - 1 : years;
}

/** As it is written on paper: `19850417 201001 1 001`. */
export const spacedNip = (nip: string): string =>
  [nip.slice(0, 8), nip.slice(8, 14), nip.slice(14, 15), nip.slice(15)].join(' ');
