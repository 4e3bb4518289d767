// Which way a form's language is written: forms name their languages themselves, by tag or in words.

const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);
const OWN_LETTERS = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/u;

/** Of `FormLanguage.code`: `ar`, `ms-Arab`, or a name in its own letters. */
export function dirOf(code: string): 'ltr' | 'rtl' {
  const [language, ...subtags] = code.toLowerCase().split(/[-_]/);
  if (subtags.includes('latn') || subtags.includes('cyrl')) return 'ltr';
  const isRight =
    RIGHT_TO_LEFT.has(language ?? '') ||
    subtags.some(subtag => subtag === 'arab' || subtag === 'hebr') ||
    OWN_LETTERS.test(code);
  return isRight ? 'rtl' : 'ltr';
}
