// The command as it is typed: set up from a script, serve on a port of the system's choice, stop cleanly when told to.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/server/store/database.ts';

const root = join(import.meta.dirname, '../../..');
let data: string;
const running: ChildProcess[] = [];

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'lembar-cli-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(data, { recursive: true });
});

function start(words: readonly string[], { input = '', folder = data } = {}) {
  const env = { ...process.env, LEMBAR_DATA: folder, PORT: '0', HOST: '127.0.0.1' };
  const args = ['--import', 'tsx', 'src/server/main.ts', ...words];
  const child = spawn(process.execPath, args, { cwd: root, env });
  running.push(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      printed += chunk;
    });
  child.stdin.end(input);
  return {
    child,
    printed: () => printed,
    ended: async () => ({ code: ((await once(child, 'close')) as [number])[0], printed }),
    until: async (pattern: RegExp): Promise<RegExpExecArray> => {
      for (;;) {
        const found = pattern.exec(printed);
        if (found) return found;
        if (child.exitCode !== null) throw new Error(printed);
        await once(child.stdout, 'data');
      }
    },
  };
}
const run = (words: readonly string[], how: { input?: string; folder?: string } = {}) =>
  start(words, how).ended();

describe('setup', () => {
  it('makes an operator from piped lines, and shows no password', async () => {
    const { code, printed } = await run(['setup', '--escrow', `${data}.keys`], {
      input: 'BPSDM\nSiti Rahma\nsiti\nkata-sandi-panjang\nfrasa sandi panjang\n',
    });
    rmSync(`${data}.keys`);
    expect([code, printed]).toEqual([0, expect.stringContaining('Akun operator dibuat')]);
    expect(printed).not.toMatch(/kata-sandi-panjang|frasa sandi panjang/);
  });
});

describe('serve', () => {
  it('prints the one-time link until an operator exists, and stops cleanly when told to', async () => {
    const centre = start(['serve']);
    const [, origin, token] = await centre.until(/(http:\/\/localhost:\d+)\/setup#token=([\w-]{43})/);
    const body = { token, agency: 'BPSDM', name: 'Siti', username: 'siti', password: 'kata-sandi-panjang' };
    const headers = { 'content-type': 'application/json' };
    const made = await fetch(`${origin}/api/v1/setup`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(made.status).toBe(200);
    centre.child.kill('SIGTERM');
    expect(await centre.ended()).toMatchObject({
      code: 0,
      printed: expect.stringContaining('berhenti dengan rapi'),
    });
    const again = start(['serve']);
    await again.until(/Lembar berjalan di/);
    again.child.kill('SIGINT');
    const { code, printed } = await again.ended();
    expect([code, printed.includes('#token=')]).toEqual([0, false]);
  });

  it('stops although somebody holds a connection in mid-request', async () => {
    const centre = start(['serve']);
    const [, port] = await centre.until(/localhost:(\d+)/);
    const silent = connect(Number(port), '127.0.0.1').on('error', () => {});
    silent.write('POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"user');
    // The reply of a later connection tells that the earlier one has been read.
    await fetch(`http://127.0.0.1:${port}/api/v1/health`);
    centre.child.kill('SIGTERM');
    expect((await centre.ended()).code).toBe(0);
    silent.destroy();
  });

  it('says so where the database is damaged inside', async () => {
    const db = openDatabase(join(data, 'lembar.sqlite'));
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    await db.destroy();
    const file = openSync(join(data, 'lembar.sqlite'), 'r+');
    writeSync(file, Buffer.alloc(100_000, 'x'), 0, 100_000, 8192);
    closeSync(file);
    const { code, printed } = await run(['serve']);
    expect([code, printed]).toEqual([1, expect.stringContaining('tidak dapat dibuka')]);
    expect(printed).not.toContain('    at ');
  });

  it('says so where the data folder is none', async () => {
    const file = join(data, 'file');
    writeFileSync(file, '');
    const { code, printed } = await run(['serve'], { folder: file });
    expect([code, printed]).toEqual([1, expect.stringContaining('tidak dapat dibuka')]);
    expect(printed).not.toContain('    at ');
  });
});

describe('one data folder', () => {
  it('serves one centre, can be backed up meanwhile, and is free again when that one is killed', async () => {
    const centre = start(['serve']);
    await centre.until(/Lembar berjalan di/);
    const refused = { code: 1, printed: expect.stringContaining('Lembar lain sedang berjalan') };
    const copy = join(data, 'copy.sqlite');
    const meanwhile = ['serve', 'rebuild', `restore ${copy}`, `backup ${copy}`].map(words =>
      run(words.split(' ')),
    );
    expect(await Promise.all(meanwhile)).toMatchObject([refused, refused, refused, { code: 0 }]);
    const ended = centre.ended();
    centre.child.kill('SIGKILL');
    await ended;
    expect(await run(['restore', copy])).toMatchObject({ code: 0 });
  }, 120_000);
});

describe('any other word', () => {
  it('shows how the command is used', async () => {
    const { code, printed } = await run(['toString']);
    expect([code, printed]).toEqual([2, expect.stringContaining('demo --remove')]);
  });
});
