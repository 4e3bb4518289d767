// The built app over HTTP: hashed files for ever, the rest asked anew, screens answered with the page, gone files with 404.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCentre, type TestCentre } from './test-centre.ts';

let folder: string;
/** Assets of a build before this one. */
let older: string;
let centre: TestCentre;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lembar-app-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Lembar</title>');
  writeFileSync(join(folder, 'sw.js'), '// worker');
  writeFileSync(join(folder, 'assets/main-abc.js'), `// ${'x'.repeat(4000)}`);
  older = mkdtempSync(join(tmpdir(), 'lembar-older-'));
  writeFileSync(join(older, 'main-old.js'), '// older');
  mkdirSync(join(older, 'sub'));
  writeFileSync(join(older, 'sub/main-old.js'), '// not flat');
  writeFileSync(join(older, 'main-abc.js'), '// not this one');
  writeFileSync(join(older, 'index.html'), '<title>Lama</title>');
  centre = await openTestCentre({ appFolder: folder, olderAssets: [older] });
});
afterAll(async () => {
  await centre.close();
  rmSync(folder, { recursive: true });
  rmSync(older, { recursive: true });
});

const navigation = { 'sec-fetch-mode': 'navigate', accept: 'text/html,*/*' };
const IMMUTABLE = 'public, max-age=31536000, immutable';

describe('a file', () => {
  it.each([
    ['/', 200, 'no-cache', 'text/html'],
    ['/index.html', 200, 'no-cache', 'text/html'],
    ['/sw.js', 200, 'no-cache', 'javascript'],
    ['/assets/main-abc.js', 200, IMMUTABLE, 'javascript'],
    ['/assets/main-old.js', 200, IMMUTABLE, 'javascript'],
    ['/main-old.js', 404, 'no-store', 'application/problem+json'],
    ['/assets/../main-old.js', 404, 'no-store', 'application/problem+json'],
    ['/assets/..%2fmain-old.js', 404, 'no-store', 'application/problem+json'],
    ['/assets/sub/main-old.js', 404, 'no-store', 'application/problem+json'],
    ['/assets/gone.js', 404, 'no-store', 'application/problem+json'],
    ['/gone.json', 404, 'no-store', 'application/problem+json'],
    ['/assets/../index.html', 200, 'no-cache', 'text/html'],
    ['/..%2f..%2fetc/passwd', 404, 'no-store', 'application/problem+json'],
    ['/%zz', 404, 'no-store', 'application/problem+json'],
  ])('%s gives %d, %s', async (url, status, cache, type) => {
    const reply = await centre.app.inject(url);
    expect([reply.statusCode, reply.headers['cache-control']]).toEqual([status, cache]);
    expect(reply.headers['content-type']).toContain(type);
  });

  it('of this build goes before one of the same name in an older build', async () => {
    expect((await centre.app.inject('/assets/main-abc.js')).body).toContain('xxx');
    expect((await centre.app.inject('/index.html')).body).toContain('<title>Lembar</title>');
  });

  it('is compressed on the way where that helps', async () => {
    const reply = await centre.app.inject({
      url: '/assets/main-abc.js',
      headers: { 'accept-encoding': 'br' },
    });
    expect(reply.headers['content-encoding']).toBe('br');
  });
});

describe('a person opening', () => {
  it.each([
    ['/venue/some-event', 200],
    ['/setup', 200],
    ['/assets/gone.js', 404],
    ['/api/v1/nothing', 404],
  ])('%s gets %d', async (url, status) => {
    const reply = await centre.app.inject({ url, headers: navigation });
    expect(reply.statusCode).toBe(status);
    if (status === 200) expect(reply.body).toContain('<title>Lembar</title>');
    else expect(reply.json()).toEqual({ code: 'request.not_found', details: {} });
  });

  it('an old browser’s screen gets it too', async () => {
    const reply = await centre.app.inject({ url: '/venue', headers: { accept: 'text/html' } });
    expect(reply.statusCode).toBe(200);
  });
});

describe('every reply', () => {
  it('fault: stored XSS (kpi#3048): lets the page load nothing from elsewhere and be framed by nobody', async () => {
    for (const url of ['/', '/api/v1/health', '/gone.json']) {
      const policy = String((await centre.app.inject(url)).headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('of the API is kept by no cache', async () => {
    for (const url of ['/api/v1/health', '/api/v1/accounts', '/api/v1/nothing'])
      expect((await centre.app.inject(url)).headers['cache-control']).toBe('no-store');
  });

  it('to a bad request says what is wrong and shows nothing of the inside', async () => {
    const post = (type: string, payload: string) =>
      centre.app.inject({
        method: 'POST',
        url: '/api/v1/sign-in',
        headers: { 'content-type': type },
        payload,
      });
    const said = async (type: string, payload: string) => {
      const reply = await post(type, payload);
      expect(reply.headers['content-type']).toContain('application/problem+json');
      expect(Object.keys(reply.json())).toEqual(['code', 'details']);
      return [reply.statusCode, reply.json()];
    };
    const json = 'application/json';
    expect(await said(json, '{"username":')).toEqual([400, { code: 'request.not_json', details: {} }]);
    expect(await said(json, '')).toEqual([400, { code: 'request.not_json', details: {} }]);
    expect(await said(json, `{"username":"${'x'.repeat(600_000)}"}`)).toEqual([
      413,
      { code: 'request.too_large', details: { max_kb: 512 } },
    ]);
    expect(await said('text/plain', '{}')).toEqual([
      415,
      { code: 'request.media_type', details: { media: 'text/plain' } },
    ]);
    expect(await said(json, '{"username":"a"}')).toEqual([
      400,
      { code: 'request.invalid', details: { field: 'password', reason: 'missing' } },
    ]);
    expect(await said(json, '{"username":"a","password":"b","admin":true}')).toEqual([
      400,
      { code: 'request.invalid', details: { field: 'admin', reason: 'unknown' } },
    ]);
    expect(await said(json, '{"username":1,"password":"b"}')).toEqual([
      400,
      { code: 'request.invalid', details: { field: 'username', reason: 'value' } },
    ]);
  });
});

describe('the documentation', () => {
  it('names every route of the API with a summary, from the schemas that validate', async () => {
    const { paths } = (await centre.app.inject('/api/v1/openapi.json')).json();
    const declared = centre.app.declaredRoutes
      .filter(
        ({ method, url }) => method !== 'HEAD' && url.startsWith('/api/') && !url.endsWith('openapi.json'),
      )
      .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
    const written = Object.entries(paths as Record<string, Record<string, { summary?: string }>>).flatMap(
      ([url, methods]) =>
        Object.entries(methods).map(([method, { summary }]) => {
          expect([url, summary]).not.toEqual([url, undefined]);
          return `${method.toUpperCase()} ${url}`;
        }),
    );
    expect(written.sort()).toEqual(declared.sort());
  });
});
