// Where a text ends that is longer than its question takes.

/** At most `most` UTF-16 code units, as the browser's `maxlength` counts; never half of a character. */
export const cutText = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
