// How few answers may be shown: a class of twelve must not learn who said what.

/** Results of an anonymous instrument appear from this many answers on, unless the agency has set another number. */
export const LEAST_SHOWN = 5;
/** Below it no setting goes: of two, each knows the other's answer. */
const LEAST_EVER = 3;

/** The number that holds, from the agency's setting as text; LEAST_SHOWN where it is none. */
export function leastShown(setting: string | null): number {
  const least = setting === null ? LEAST_SHOWN : Number(setting);
  return Number.isSafeInteger(least) ? Math.max(least, LEAST_EVER) : LEAST_SHOWN;
}

/** True where a figure made of `n` answers must be held back. Nothing to hide at 0: it is shown as zero. */
export const isSuppressed = (n: number, least: number = LEAST_SHOWN): boolean => n > 0 && n < least;

export type Held = {
  /** Everything but the number of responses. */
  readonly all: boolean;
  /** Codes of questions whose figures are held back. */
  readonly questions: ReadonlySet<string>;
  /** Figures made of several questions: beside those that are shown they would give away the one that is not. */
  readonly joint: boolean;
};

/** What to hold back of an anonymous survey: `answered` is how many answered each question, by its code. */
export function heldBack(responses: number, answered: ReadonlyMap<string, number>, least: number): Held {
  const all = isSuppressed(responses, least);
  const questions = new Set(
    [...answered].filter(([, n]) => all || isSuppressed(n, least)).map(([code]) => code),
  );
  return { all, questions, joint: questions.size > 0 };
}

/** Of what everybody may know about each other. */
export const NOTHING_HELD: Held = { all: false, questions: new Set(), joint: false };
