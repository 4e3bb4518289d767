// What of a questionnaire must be held back: by the survey's rule where it is anonymous, nothing where it is not.
import { type Held, heldBack, NOTHING_HELD } from '../../../domain/anonymity/suppression.ts';

/** `answered`: how many are behind each figure of those that are shown together, by any name. */
export type Hold = (answered: Iterable<readonly [string, number]>) => Held;

export const holdFor =
  (
    { isAnonymous, responses }: { readonly isAnonymous: boolean; readonly responses: number },
    least: number,
  ): Hold =>
  answered =>
    isAnonymous ? heldBack(responses, new Map(answered), least) : NOTHING_HELD;
