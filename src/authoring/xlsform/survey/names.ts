// What questions, groups and repeats may be called: as XML elements are, for every other tool reads them so.

const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_.\-·]*$/u;

export const isName = (text: string): boolean => NAME.test(text);

/** The standard keeps it for itself. */
export const RESERVED_NAME = 'meta';

/** A name written with blanks, as it would be without; null where that does not make it one. */
export const withoutBlanks = (text: string): string | null => {
  const joined = text.replace(/\s+/g, '_');
  return joined !== text && isName(joined) ? joined : null;
};
