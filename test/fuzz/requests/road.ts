// What goes wrong around a body: its media type, its encoding, its length, the headers, the address.
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { PULL_MEDIA, PUSH_MEDIA } from '../../../src/protocol/limits.ts';
import type { Chance } from '../chance.ts';
import { hostileText, KEYS } from '../hostile.ts';
import type { Ask } from './ask.ts';

const MEDIA = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'text/csv',
  'text/html',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  PUSH_MEDIA,
  PULL_MEDIA,
  'application/json, application/json',
  'application/',
  '/',
  ';',
  'application/json;'.repeat(200),
  '__proto__/constructor',
];

export function spoilMedia(ask: Ask, chance: Chance): Ask {
  const { 'content-type': _, ...headers } = ask.headers;
  return { ...ask, headers: chance.hit(0.1) ? headers : { ...headers, 'content-type': chance.pick(MEDIA) } };
}

/** Small on the road, eight megabytes when let out. */
const ZEROS = Buffer.alloc(8 * 1024 * 1024, 0x20);
const brotli = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
const PACKERS = {
  gzip: (bytes: Buffer): Buffer => gzipSync(bytes),
  deflate: (bytes: Buffer): Buffer => deflateSync(bytes),
  br: brotli,
};
const BOMBS = { gzip: gzipSync(ZEROS), deflate: deflateSync(ZEROS), br: brotli(ZEROS) };
const ENCODINGS = ['gzip', 'deflate', 'br'] as const;

export function spoilEncoding(ask: Ask, chance: Chance): Ask {
  const encoding = chance.pick(ENCODINGS);
  const claimed = chance.pick([encoding, encoding, 'identity', 'zstd', 'gzip, gzip', 'x']);
  const payload = chance.pick<() => Buffer>([
    () => BOMBS[encoding],
    () => PACKERS[encoding](ask.payload ?? Buffer.alloc(0)),
    () => PACKERS[encoding](ask.payload ?? Buffer.alloc(0)).subarray(0, 20),
    () => ask.payload ?? Buffer.alloc(0),
  ])();
  return { ...ask, payload, headers: { ...ask.headers, 'content-encoding': claimed } };
}

export function spoilLength(ask: Ask, chance: Chance): Ask {
  const length = ask.payload?.length ?? 0;
  const claimed = chance.pick([0, 1, length - 1, length + 1, 2 ** 31, 2 ** 53, -1, 'x', '', '1e3', '0x10']);
  return { ...ask, headers: { ...ask.headers, 'content-length': String(claimed) } };
}

const HEADERS = [
  'lembar-device',
  'lembar-signature',
  'cookie',
  'host',
  'origin',
  'sec-fetch-site',
  'sec-fetch-mode',
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'if-none-match',
  'if-modified-since',
  'range',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-http-method-override',
  'x-request-id',
  'expect',
  'via',
  'user-agent',
];

/** What a header can hold at all: a socket refuses the rest by itself. */
const headerText = (text: string): string => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').slice(0, 4000);

export function spoilHeaders(ask: Ask, chance: Chance): Ask {
  const headers = { ...ask.headers };
  for (let more = 1 + chance.below(3); more > 0; more--) {
    const name = chance.pick(HEADERS);
    const known = headers[name] ?? '';
    headers[name] = chance.pick<() => string>([
      () => headerText(hostileText(chance)),
      () => known.slice(0, chance.below(known.length + 1)),
      () => known + headerText(hostileText(chance)),
      () =>
        chance.pick(['*', 'null', 'bytes=0-,-1', 'text/html', 'cross-site', 'http://[::1', '127.0.0.1, x']),
    ])();
  }
  return { ...ask, headers };
}

export function spoilPath(ask: Ask, chance: Chance): Ask {
  const { url } = ask;
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}|icon\.svg|%\S+/;
  const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());
  return {
    ...ask,
    url: chance.pick<() => string>([
      () => url.replace(id, encoded(hostileText(chance)).slice(0, 6000)),
      () =>
        url.replace(
          id,
          chance.pick(['%', '%zz', '%00', '%c0%af', '..', '%2e%2e%2f', '.', '%ff', '', '*', ':id']),
        ),
      () => url.replace(id, found => found.toUpperCase()),
      () => url.replace(id, found => `${found}/`),
      () => `${url}?${chance.pick(KEYS.slice(0, 9))}=${encoded(hostileText(chance)).slice(0, 3000)}`,
      () => `${url}?a[]=1&a[b]=2&__proto__[x]=y&limit=-1&limit=1e99`,
      () => url.replace('/api/', chance.pick(['//api/', '/api/./', '/API/', '/%61pi/', '/api/../api/'])),
      () => url + chance.pick(['/', '//', '/..', ';x', '%20', '#x', '.csv', '.json', '/x/y/z']),
      () => `/${'a/'.repeat(chance.below(2000))}`,
    ])(),
  };
}
