// Which language the screens speak, and how a screen gets its texts: Indonesian is always there, English comes as a chunk.
import { signal } from '@preact/signals';
import type { Language, Texts } from '../../domain/language.ts';

type Entry = string | ((...values: never[]) => string);
export type Dictionary = { readonly [key: string]: Entry };
/** The same keys with the same parameters; a missing translation or a wrong placeholder does not compile. */
export type Translation<D extends Dictionary> = {
  readonly [K in keyof D]: D[K] extends (...values: infer V) => string ? (...values: V) => string : string;
};
/** Texts of one part of the app; call it while rendering, so that the screen follows a change of language. */
export type Area<D extends Dictionary> = () => Translation<D>;

const STORED = 'lembar.language';
const stored = (): Language => (globalThis.localStorage?.getItem(STORED) === 'en' ? 'en' : 'id');

const shown = signal<Language>('id');
/** What will be shown once its texts have come: an area that comes meanwhile is to bring them too. */
let wanted: Language = 'id';
const loaders: (() => Promise<void>)[] = [];

/** The language that is on the screen now. */
export const language = (): Language => shown.value;

/** The one text of an instrument or a result in the language shown. */
export const inLanguage = (texts: Texts): string => texts[shown.value];

/** Makes an area of texts; `english` is a dynamic import of the translation, in the precache like every chunk. */
export function area<D extends Dictionary>(
  id: D,
  english: () => Promise<{ default: Translation<D> }>,
): Area<D> {
  const en = signal<Translation<D> | null>(null);
  const load = async () => {
    en.value ??= (await english()).default;
  };
  loaders.push(load);
  if (wanted === 'en') void load();
  return () => (shown.value === 'en' && en.value ? en.value : (id as unknown as Translation<D>));
}

/** Resolves when every area that is loaded by now has its texts in the language that is shown, or about to be. */
export async function textsReady(): Promise<void> {
  if (wanted === 'en') await Promise.all(loaders.map(load => load()));
}

/** Loads what is missing, then shows it everywhere at once and remembers it for this browser. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  await textsReady();
  shown.value = language;
  document.documentElement.lang = language;
  globalThis.localStorage?.setItem(STORED, language);
}

/** At start: the language chosen last on this browser. */
export const speakAsBefore = (): Promise<void> => speak(stored());
