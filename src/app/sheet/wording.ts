// Which of a form's own languages a reader of the app's language is given, and what a wording says before there is a sheet.
import type { Instrument, Wording } from '../../domain/instrument/definition.ts';
import { LANGUAGES, type Language } from '../../domain/language.ts';
import { language } from '../text/language.ts';

/** The form's language that is the app's (`id`, `id-ID`), else the form's first. */
export function formLanguage({ languages }: Pick<Instrument, 'languages'>): string {
  const wanted = language();
  return (languages.find(({ code }) => appLanguage(code) === wanted) ?? languages[0])?.code ?? '';
}

/** The language of the app that a language of a form is, or null. */
export function appLanguage(code: string): Language | null {
  const [primary] = code.toLowerCase().split(/[-_]/);
  return LANGUAGES.find(one => one === primary) ?? null;
}

/** In the reader's language, else in the one that is there; what is piped in is left out. For titles and notices. */
export function plainWording(wording: Wording, code: string): string {
  const template = wording[code] ?? Object.values(wording)[0] ?? '';
  return typeof template === 'string' ? template : template.filter(part => typeof part === 'string').join('');
}

/** The same for a form of which only the title is known. */
export function titleOf(title: Wording): string {
  const codes = Object.keys(title);
  return plainWording(title, formLanguage({ languages: codes.map(code => ({ code, name: code })) }));
}
