// The months in the language of the screens.
import { language } from '../../../text/language.ts';

const names = new Map<string, readonly string[]>();

export function monthNames(): readonly string[] {
  const locale = language() === 'id' ? 'id-ID' : 'en-GB';
  const known = names.get(locale);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const made = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 15)));
  names.set(locale, made);
  return made;
}
