// How browsers say that there is no room: by quota, or by a disk that took no file or no row.

export const isFull = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'QuotaExceededError' ||
    // Chromium 156 on a full disk: a Blob that did not fit, and a row that did not.
    (error.name === 'DataError' && /write blobs/i.test(error.message)) ||
    (error.name === 'UnknownError' && /NO_SPACE/.test(error.message)) ||
    causesOf(error).some(isFull));

/** Dexie wraps one error, or gathers those of many rows. */
const causesOf = (error: Error & { inner?: unknown; failures?: unknown[] }): unknown[] => [
  error.inner,
  ...(error.failures ?? []),
];
