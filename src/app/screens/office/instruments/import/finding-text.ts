// The sentences of the compiler's findings in the language shown; they come with the pages that show findings.
import type { Finding } from '../../../../../authoring/finding.ts';
import indonesian from '../../../../../authoring/finding-sentences/id.ts';
import { placeOf, sentenceOf } from '../../../../../authoring/finding-sentences/sentence.ts';
import { area, language } from '../../../../text/language.ts';

const english = () => import('../../../../../authoring/finding-sentences/en.ts');
const sentences = area(indonesian.sentences, async () => ({ default: (await english()).default.sentences }));
const instead = area(indonesian.INSTEAD, async () => ({ default: (await english()).default.INSTEAD }));

/** What is wrong, and what to do or what happens instead. */
export const findingSentence = (finding: Finding): string =>
  sentenceOf(finding, { sentences: sentences(), INSTEAD: instead() });

/** "Lembar survey, baris 12, kolom relevant". */
export const findingPlace = (finding: Finding): string => placeOf(finding, language());
