// Text from anywhere made fit to be stored and shown in both engines; the raw record keeps what was really typed.

/** Without NUL (which ends a text in SQLite and is refused by PostgreSQL), half surrogates marked, ends trimmed. */
export const cleanText = (text: string): string =>
  text
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
