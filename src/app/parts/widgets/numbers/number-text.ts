// Numbers as people write them, and as answers hold them: "1.250,5" in Indonesian is 1250.5.
import type { Language } from '../../../../domain/language.ts';

const MARKS = {
  id: { decimal: ',', thousands: '.' },
  en: { decimal: '.', thousands: ',' },
} as const;

export const decimalMark = (language: Language): string => MARKS[language].decimal;

/** What cannot be read as a number comes back as it is, so that the person sees it and the sheet can refuse it. */
export function readNumber(typed: string, language: Language): string {
  const { decimal, thousands } = MARKS[language];
  const bare = typed.replace(/[\s\u00a0\u202f]/g, '').replace(/^[−–]/, '-');
  const grouped = new RegExp(`^[+-]?[1-9]\\d{0,2}(\\${thousands}\\d{3})+(\\${decimal}\\d*)?$`);
  const plain = grouped.test(bare) ? bare.split(thousands).join('') : bare;
  const match = /^([+-]?)(\d*)(?:[.,](\d*))?$/.exec(plain);
  if (!match) return bare;
  const [, sign = '', whole = '', part] = match;
  if (whole === '' && !part) return bare;
  return `${sign === '-' ? '-' : ''}${whole || '0'}${part ? `.${part}` : ''}`;
}

/** A value for the field, without thousands. */
export const writeNumber = (value: string, language: Language): string =>
  value.replace('.', MARKS[language].decimal);
