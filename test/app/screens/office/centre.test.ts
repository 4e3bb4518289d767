// What counts as an answer of the centre, and what is only somebody else talking.
// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { routes } from '../../../../src/app/screens/office/centre/routes.ts';
import { fakeCentre, problem } from './fake-centre.tsx';

describe('reading from the centre', () => {
  test.each([
    [
      'a captive portal',
      { status: 200, body: '<html>Masuk Wi-Fi</html>', media: 'text/html' },
      'centre.unreachable',
    ],
    [
      'a portal whose page reads as JSON',
      { status: 200, body: { login: true }, media: 'text/html' },
      'centre.unreachable',
    ],
    ['a body cut off', { status: 200, body: '{"events":[' }, 'centre.unreachable'],
    ['no network', null, 'centre.unreachable'],
    ['a refusal', problem(403, 'access.denied'), 'access.denied'],
    ['a broken proxy that speaks JSON', { status: 502, body: 'bad' }, 'centre.unreachable'],
    ['a failure without a problem', { status: 500, body: { oops: 1 } }, 'server.failed'],
  ])('takes %s for a problem', async (_what, reply, code) => {
    const { centre } = fakeCentre({ 'GET /events': reply });
    expect(await centre.get(routes.events)).toMatchObject({ ok: false, problem: { code } });
  });

  test('gives what the centre answered', async () => {
    const { centre } = fakeCentre({ 'GET /events': { status: 200, body: { events: [] } } });
    expect(await centre.get(routes.events)).toEqual({ ok: true, value: { events: [] } });
  });

  test('remembers that a sign-in is needed', async () => {
    const { centre } = fakeCentre({ 'GET /events': problem(401, 'sign_in.needed') });
    await centre.get(routes.events);
    expect(centre.signInNeeded.value).toBe(true);
  });
});

describe('sending to the centre', () => {
  test('a spreadsheet goes as CSV whatever the browser calls it', async () => {
    const { centre, asked } = fakeCentre();
    const file = new Blob(['Nama\tNIP\n'], { type: 'application/vnd.ms-excel' });
    await centre.postFile(routes.rosterImport('event-1'), file, 'text/csv');
    expect(asked).toMatchObject([{ media: 'text/csv', body: 'Nama\tNIP\n' }]);
  });

  test('a route that takes nothing is sent no body', async () => {
    const reply = { freed: 0, left: [] };
    const { centre, asked } = fakeCentre({ 'POST /quarantine/retry': { status: 200, body: reply } });
    expect(await centre.post(routes.retryAll, null)).toEqual({ ok: true, value: reply });
    expect(asked).toMatchObject([{ media: '', body: '' }]);
  });

  test('a file of the centre comes with its name', async () => {
    const reply = { status: 200, body: '{"keys":1}', media: 'application/octet-stream' };
    const { centre } = fakeCentre({ 'POST /keys/escrow': { ...reply, download: 'kunci-lembar.json' } });
    const result = await centre.postForFile(routes.escrow, { passphrase: 'empat kata acak ini' });
    expect(result).toMatchObject({ ok: true, value: { name: 'kunci-lembar.json' } });
    expect(result.ok && (await result.value.blob.text())).toBe('{"keys":1}');
  });

  test.each([
    ['a portal', { status: 200, body: '<html>', media: 'text/html' }, 'centre.unreachable'],
    ['a refusal', problem(400, 'key.passphrase_short', { min: 12 }), 'key.passphrase_short'],
  ])('%s is no file', async (_what, reply, code) => {
    const { centre } = fakeCentre({ 'POST /keys/escrow': reply });
    expect(await centre.postForFile(routes.escrow, { passphrase: 'x' })).toMatchObject({
      ok: false,
      problem: { code },
    });
  });
});
