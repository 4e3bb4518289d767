// One request as it goes on the wire, and how it came about.

/** How a request was made bad; `good` ones must be many too, or nothing behind the first check is tried. */
export const WAYS = [
  'good',
  'value',
  'text',
  'bytes',
  'media',
  'encoding',
  'length',
  'headers',
  'path',
] as const;
export type Way = (typeof WAYS)[number];

export type Ask = {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload: Buffer | null;
};

/** A request's body before it is spoiled: a message that becomes JSON, or bytes. */
export type Body = { readonly media: string; readonly content: unknown | Buffer };
