// The numbers and media types that device and server must agree on; free of any package so that the tablet carries little.

/** 2: sealed records, a nonce with each push. What speaks 1 is still answered. */
export const PROTO = 2;
export const PROTOS = [1, 2] as const;
/** What pulled rows look like; a device that knows an older one asks for a page of a newer app first. */
export const FEED_SCHEMA = 2;
/** 1: builds that cannot read instruments of format 2, which are kept from them. A device that learns 2 fetches all anew. */
export const FEED_SCHEMAS = [1, 2] as const;

export const PUSH_MEDIA = 'application/vnd.lembar.push+json';
export const PULL_MEDIA = 'application/vnd.lembar.pull+json';
export const HAVE_MEDIA = 'application/vnd.lembar.have+json';
export const FORK_MEDIA = 'application/vnd.lembar.fork+json';
/** A file of signed batches (batch-file.ts); its name ends in BATCH_FILE_SUFFIX. */
export const BATCH_FILE_MEDIA = 'application/vnd.lembar.batches+ndjson';
export const BATCH_FILE_SUFFIX = '.lembar';
/** A spreadsheet with a questionnaire (XLSForm). */
export const XLSX_MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const XLSX_MAX_BYTES = 10_000_000;
export const PROBLEM_MEDIA = 'application/problem+json';

export const PUSH_MAX_RECORDS = 100;
export const PUSH_MAX_BYTES = 1024 * 1024;
/** One record's content, before base64; texts are cut off at capture far below it. */
export const RECORD_MAX_BYTES = 256 * 1024;
/** One file that an answer names, so that in base64 it fits into a record. */
export const ATTACHMENT_MAX_BYTES = 180 * 1024;
export const HAVE_MAX_RECORDS = 1000;
export const PULL_PAGE_ROWS = 500;
/** A file of batches that the office uploads; more goes by the command line, which reads any length. */
export const BATCH_FILE_MAX_BYTES = 256 * 1024 * 1024;
/** Any other body. */
export const BODY_MAX_BYTES = 512 * 1024;
export const ROSTER_MAX_ROWS = 2000;

export const DEVICE_HEADER = 'lembar-device';
/** base64url of the ECDSA P-256 SHA-256 signature (IEEE P1363, 64 bytes) over the body's bytes. */
export const SIGNATURE_HEADER = 'lembar-signature';

/** Single-use enrolment codes: 8 symbols, shown as XXXX-XXXX, without the look-alikes 0 O 1 I L. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const CODE_LENGTH = 8;
export const CODE_LIFE_MINUTES = 15;

export const PASSWORD_MIN_LENGTH = 10;
/** Of the passphrase that locks the copy of the centre's keys. */
export const ESCROW_PASSPHRASE_MIN = 12;
