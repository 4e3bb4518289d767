// Labels of a recorded form: written out, from its translations, or with values piped in.

import type { FormLanguage, Template, Wording } from '../../../../src/domain/instrument/definition.ts';
import type { Expression, Operation } from '../../../../src/domain/instrument/expression.ts';
import { childNamed, childrenNamed, type Element, localName } from './xml.ts';

type Segment = Exclude<Template, string>[number];
/** Of an XPath expression, as it stands where the label does. */
export type Compile = (text: string) => Expression;

export type Words = {
  readonly languages: readonly FormLanguage[];
  wordingOf(label: Element | undefined, compile: Compile): Wording | undefined;
  wordingById(id: string, compile: Compile): Wording | undefined;
};

export function readWords(model: Element): Words {
  const itext = childNamed(model, 'itext');
  const translations = itext ? childrenNamed(itext, 'translation') : [];
  translations.sort((a, b) => Number('default' in b.attributes) - Number('default' in a.attributes));
  const languages = translations.map(({ attributes: { lang = '' } }) => ({ code: lang, name: lang }));
  if (languages.length === 0) languages.push({ code: 'default', name: 'default' });
  const wordingById = (id: string, compile: Compile): Wording | undefined => {
    const wordings = translations.flatMap(translation => {
      const value = valueIn(translation, id);
      return value ? [[translation.attributes.lang ?? '', templateOf(value, compile)] as const] : [];
    });
    return wordings.length > 0 ? Object.fromEntries(wordings) : undefined;
  };
  const wordingOf = (label: Element | undefined, compile: Compile): Wording | undefined => {
    const id = label?.attributes.ref?.match(/^jr:itext\(\s*['"](.*)['"]\s*\)$/)?.[1];
    if (id !== undefined) return wordingById(id, compile);
    if (!label) return undefined;
    if (label.attributes.ref !== undefined)
      return { [languages[0]?.code ?? '']: segment(compile(label.attributes.ref)) };
    return { [languages[0]?.code ?? '']: templateOf(label, compile) };
  };
  return { languages, wordingOf, wordingById };
}

/** The long form, where a text has others too (`form="short"`). */
function valueIn(translation: Element, id: string): Element | undefined {
  const text = childrenNamed(translation, 'text').find(({ attributes }) => attributes.id === id);
  const values = text ? childrenNamed(text, 'value') : [];
  return values.find(({ attributes }) => attributes.form === undefined) ?? values[0];
}

function templateOf(element: Element, compile: Compile): Template {
  const parts = element.content.flatMap((part): Segment[] => {
    if (typeof part === 'string') return [part.replace(/\s+/g, ' ')];
    return localName(part) === 'output'
      ? segment(compile(part.attributes.value ?? part.attributes.ref ?? ''))
      : [];
  });
  const first = parts[0];
  const last = parts.at(-1);
  if (typeof first === 'string') parts[0] = first.trimStart();
  if (typeof last === 'string') parts[parts.length - 1] = String(parts.at(-1)).trimEnd();
  return parts.every(part => typeof part === 'string') ? parts.join('') : parts;
}

const segment = (expression: Expression): Segment[] =>
  typeof expression === 'object' ? [expression as Operation] : [String(expression)];
