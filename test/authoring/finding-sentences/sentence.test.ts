// That every finding is said in both languages, with its details and its place.
import { describe, expect, it } from 'vitest';
import { FINDING_CODES, FINDING_DETAILS, FINDING_INSTEAD } from '../../../src/authoring/finding-codes.ts';
import english from '../../../src/authoring/finding-sentences/en.ts';
import indonesian from '../../../src/authoring/finding-sentences/id.ts';
import { placeOf, sentenceOf } from '../../../src/authoring/finding-sentences/sentence.ts';

describe.each([
  ['Indonesian', indonesian],
  ['English', english],
])('findings in %s', (_, words) => {
  it.each(FINDING_CODES)('%s is whole sentences without a hole', code => {
    const details = Object.fromEntries(FINDING_DETAILS[code].map(name => [name, `<${name}>`]));
    const sentence = sentenceOf({ code, details }, words);
    expect(sentence).toMatch(/[.?]$/);
    expect(sentence).not.toContain('undefined');
    expect(sentence.length).toBeGreaterThan(20);
  });

  it.each(FINDING_INSTEAD)('what is not supported says what happens instead: %s', instead => {
    const said = sentenceOf({ code: 'type.unsupported', details: { type: 'x', instead } }, words);
    expect(said.endsWith(words.INSTEAD[instead])).toBe(true);
  });

  it('says no more than the code of a finding that it does not know', () => {
    expect(sentenceOf({ code: 'from.the_future', details: {} }, words)).toBe('from.the_future');
    expect(sentenceOf({ code: 'constructor', details: {} }, words)).toBe('constructor');
  });
});

it('names a similar word only where there is one', () => {
  const of = (similar: string) =>
    sentenceOf({ code: 'type.unknown', details: { type: 'txt', similar } }, indonesian);
  expect(of('text')).toContain('Maksudnya "text"?');
  expect(of('')).not.toContain('Maksudnya');
});

it.each([
  [{ sheet: 'survey', row: 12, column: 'relevant' }, 'Lembar survey, baris 12, kolom relevant'],
  [{ sheet: 'survey', row: null, column: null }, 'Lembar survey'],
  [{ sheet: null, row: null, column: null }, 'Seluruh berkas'],
])('says where: %o', (place, said) => expect(placeOf(place, 'id')).toBe(said));
