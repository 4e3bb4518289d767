// What no library sends: connections that lie about lengths, dribble, break off, or speak no HTTP at all.
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUSH_MEDIA } from '../../src/protocol/limits.ts';
import {
  addAccount,
  addPlan,
  addUnits,
  openTestCentre,
  type TestCentre,
  UNIT,
} from '../server/test-centre.ts';
import { addDevice, markRecord, type TestDevice } from '../server/test-device.ts';

let centre: TestCentre;
let tablet: TestDevice;
let port: number;

beforeAll(async () => {
  centre = await openTestCentre();
  await addUnits(centre.db);
  await addPlan(centre.db, (await addAccount(centre.db, 'supervisor', UNIT.west)).id);
  tablet = await addDevice(centre, UNIT.west);
  await centre.app.listen({ port: 0, host: '127.0.0.1' });
  port = (centre.app.server.address() as { port: number }).port;
});
afterAll(() => centre.close());

const pause = () => new Promise(resolve => setImmediate(resolve));

/** Writes piece by piece; then hangs up, or waits until the centre does. Gives all that was answered. */
function talk(pieces: readonly (string | Buffer)[], end: 'break off' | 'wait'): Promise<string> {
  return new Promise(resolve => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return;
        socket.write(piece);
        await pause();
      }
      if (end === 'break off') socket.destroy();
      else socket.end();
    });
    socket.on('data', data => {
      heard += data;
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(heard));
  });
}

/** A good push of one record as it goes on the wire, with what is claimed of it changed. */
function push(change: Record<string, string> = {}): { head: string; body: Buffer } {
  const body = Buffer.from(tablet.pushBody([markRecord()]));
  const headers: Record<string, string> = {
    host: 'lembar.test',
    ...tablet.headersFor(body, PUSH_MEDIA),
    'content-length': String(body.length),
    connection: 'close',
    ...change,
  };
  const lines = Object.entries(headers).filter(([, value]) => value !== '');
  const head = ['POST /api/v1/push HTTP/1.1', ...lines.map(([name, value]) => `${name}: ${value}`), '', ''];
  return { head: head.join('\r\n'), body };
}

const whole = (): (string | Buffer)[] => {
  const { head, body } = push();
  return [head, body];
};
const kept = async () => (await centre.db.selectFrom('raw').select('id').execute()).length;
const chunked = (body: Buffer, size = body.length.toString(16)) => [`${size}\r\n`, body, '\r\n0\r\n\r\n'];
const head = (...lines: string[]) => [...lines, '', ''].join('\r\n');

describe('a push that comes whole is taken', () => {
  it.each<[string, () => (string | Buffer)[]]>([
    ['in one piece', whole],
    ['byte by byte', () => [...Buffer.from(whole().join(''))].map(byte => Buffer.of(byte))],
    [
      'in chunks of unknown number',
      () => {
        const { head, body } = push({ 'content-length': '', 'transfer-encoding': 'chunked' });
        return [head, ...chunked(body)];
      },
    ],
  ])('%s', async (_, pieces) => {
    const before = await kept();
    expect(await talk(pieces(), 'wait')).toMatch(/^HTTP\/1\.1 200 /);
    expect(await kept()).toBe(before + 1);
  });
});

describe('what does not come whole, or is none, keeps nothing and harms nobody', () => {
  const cases: [string, () => (string | Buffer)[]][] = [
    ['a body torn in the middle', () => [push().head, push().body.subarray(0, 100)]],
    ['only a head', () => [push().head]],
    ['half a head', () => [push().head.slice(0, 60)]],
    ['a length beyond the body', () => [push({ 'content-length': '900000' }).head, push().body]],
    ['a length beyond all memory', () => [push({ 'content-length': '99999999999' }).head, push().body]],
    ['a length that is none', () => [push({ 'content-length': '-5' }).head, push().body]],
    ['two lengths', () => [push({ 'Content-Length': '3' }).head, push().body]],
    [
      'a length and chunks at once',
      () => [push({ 'transfer-encoding': 'chunked' }).head, ...chunked(push().body)],
    ],
    [
      'a chunk that lies about its size',
      () => [
        push({ 'content-length': '', 'transfer-encoding': 'chunked' }).head,
        ...chunked(push().body, 'ffffffffffff'),
      ],
    ],
    [
      'chunks without end',
      () => [
        push({ 'content-length': '', 'transfer-encoding': 'chunked' }).head,
        ...Array.from({ length: 400 }, () => `1000\r\n${'x'.repeat(4096)}\r\n`),
      ],
    ],
    ['a head of a hundred kilobytes', () => [push({ 'x-long': 'x'.repeat(100_000) }).head, push().body]],
    [
      'ten thousand headers',
      () => [head('GET /api/v1/health HTTP/1.1', ...Array.from({ length: 10_000 }, (_, n) => `x-${n}: 1`))],
    ],
    ['an address of a hundred kilobytes', () => [head(`GET /${'a'.repeat(100_000)} HTTP/1.1`, 'host: x')]],
    [
      'bytes that are no HTTP',
      () => [Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03])],
    ],
    ['another protocol', () => ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n']],
    ['a method that nobody has', () => [head('LEMBAR / HTTP/1.1', 'host: x')]],
    ['no host', () => [head('GET /api/v1/health HTTP/1.1')]],
    [
      'a request behind a request',
      () => [push({ 'content-length': '0' }).head, head('GET /api/v1/devices HTTP/1.1', 'host: x')],
    ],
    [
      'a wish to upgrade',
      () => [head('GET /api/v1/health HTTP/1.1', 'host: x', 'connection: upgrade', 'upgrade: websocket')],
    ],
    ['a promise to go on', () => [push({ expect: '100-continue' }).head]],
  ];

  it.each(cases)('%s', async (_, pieces) => {
    const before = await kept();
    // Twenty at once, each broken off and each left to the centre.
    const ends = ['break off', 'wait'] as const;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => talk(pieces(), ends[n % 2] ?? 'wait')),
    );
    for (const answer of answers) expect(answer).not.toMatch(/HTTP\/1\.1 5/);
    expect(await kept()).toBe(before);
    expect(
      await talk([head('GET /api/v1/health HTTP/1.1', 'host: x', 'connection: close')], 'wait'),
    ).toContain('"ok"');
  });
});
