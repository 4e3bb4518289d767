// A questionnaire from a spreadsheet: looked at without leaving a trace, published once and for ever, and never able to stop the centre.
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { XLSX_MEDIA } from '../../../src/protocol/limits.ts';
import { PUBLIC_SCOPE } from '../../../src/server/store/feed.ts';
import { type Office, openOffice } from './office.ts';
import { spreadsheet, type Written } from './spreadsheet.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const check = (file: Buffer, who = 'officer') =>
  office.call(who, 'POST', '/instruments/check', file, XLSX_MEDIA);
const publish = (after: number, written: Written = {}, who = 'officer') =>
  office.call(who, 'POST', `/instruments?after=${after}`, spreadsheet(written), XLSX_MEDIA);
const versions = () =>
  office.db.selectFrom('instrument').select(['code', 'version']).where('code', '=', 'uji').execute();

describe('a check', () => {
  it('tells what a spreadsheet would become, and keeps nothing', async () => {
    const { status, body } = await check(spreadsheet());
    expect(status).toBe(200);
    expect(body).toMatchObject({ newest: 0, difference: [], instrument: { code: 'uji', version: 1 } });
    expect(body.instrument.nodes.map(({ code }: { code: string }) => code)).toEqual(['nama', 'mutu']);
    expect(await versions()).toEqual([]);
  });

  it('tells an error with its sheet and row, and what differs from the version that is published', async () => {
    const { body: broken } = await check(spreadsheet({ survey: [['select_one tiada', 'a', 'A']] }));
    expect(broken.instrument).toBeNull();
    expect(broken.findings).toContainEqual(
      expect.objectContaining({ level: 'error', sheet: 'survey', row: 2 }),
    );
    await publish(0);
    const { body } = await check(spreadsheet({ survey: [['text', 'nama', 'Nama?']] }));
    expect(body).toMatchObject({ newest: 1, instrument: { version: 2 } });
    expect(body.difference.length).toBeGreaterThan(0);
    expect((await check(spreadsheet())).body).toMatchObject({ newest: 1, difference: [] });
  });

  it.each([
    ['an old .xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'xlsx.old_format'],
    ['a .csv', Buffer.from('type,name\r\ntext,a\r\n'), 'xlsx.not_xlsx'],
    ['nothing', Buffer.alloc(0), 'xlsx.not_xlsx'],
    ['another zip', Buffer.from(zipSync({ 'a.txt': new Uint8Array(3) })), 'xlsx.not_xlsx'],
  ])('of %s says what it is', async (_what, file, code) => {
    expect(await check(file)).toMatchObject({ status: 400, body: { code } });
  });

  it('takes no other media type and nothing too large, and is for the office only', async () => {
    const send = (media: string, size: number) =>
      office.call('officer', 'POST', '/instruments/check', Buffer.alloc(size), media);
    expect((await send('application/octet-stream', 3)).body.code).toBe('request.media_type');
    expect((await send(XLSX_MEDIA, 10_000_001)).body).toMatchObject({ code: 'request.too_large' });
    for (const who of ['facilitator', 'supervisor'])
      expect((await check(spreadsheet(), who)).status).toBe(403);
  });
});

describe('publishing', () => {
  it('makes the next version, tells the devices, and keeps the spreadsheet', async () => {
    expect(await publish(0)).toMatchObject({ status: 201, body: { code: 'uji', version: 1 } });
    expect(await publish(1, { survey: [['text', 'nama', 'Nama?']] })).toMatchObject({ body: { version: 2 } });
    const rows = await office.feed(PUBLIC_SCOPE);
    expect(rows['instrument uji@1']).toMatchObject({ format: 2, code: 'uji', version: 1 });
    expect(rows['instrument uji@2']).toMatchObject({ version: 2, nodes: [{ label: expect.anything() }] });
    const { instruments } = await office.must('officer', 'GET', '/instruments');
    const listed = instruments.find(({ code }: { code: string }) => code === 'uji');
    expect(listed.versions).toMatchObject([
      { version: 2, published_by: 'officer', has_file: true, questions: 1 },
      { version: 1, published_at: '2026-11-22T03:00:00.000Z', questions: 2 },
    ]);
    const reply = await office.app.inject({
      method: 'GET',
      url: '/api/v1/instruments/uji/1/file',
      headers: office.signedIn('officer'),
    });
    expect(reply.rawPayload.equals(spreadsheet())).toBe(true);
    expect(reply.headers).toMatchObject({
      'content-type': XLSX_MEDIA,
      'content-disposition': 'attachment; filename="uji-1.xlsx"',
    });
  });

  it('never changes a version: who has not seen the newest is refused, and of two at once one wins', async () => {
    await publish(0);
    const [before] = await office.db.selectFrom('instrument').selectAll().where('code', '=', 'uji').execute();
    expect(await publish(0, { title: 'Lain' })).toMatchObject({
      status: 409,
      body: { code: 'instrument.changed_meanwhile', details: { code: 'uji', newest: 1 } },
    });
    const both = await Promise.all([publish(1, { title: 'Satu' }), publish(1, { title: 'Dua' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const rows = await office.db.selectFrom('instrument').selectAll().where('code', '=', 'uji').execute();
    expect(rows.find(({ version }) => version === 1)).toEqual(before);
    expect(rows).toHaveLength(2);
  });

  it('refuses errors, and says where they are', async () => {
    const { status, body } = await publish(0, { survey: [['select_one tiada', 'a', 'A']] });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'instrument.has_errors', details: { errors: expect.any(Number) } });
    expect(body.findings).toContainEqual(
      expect.objectContaining({ level: 'error', sheet: 'survey', row: 2 }),
    );
    expect(await versions()).toEqual([]);
  });

  it('never takes back a promise of anonymity', async () => {
    const anonymous = (value: string): Written => ({
      survey: [['select_one skala', 'mutu', 'Mutu?']],
      lembar: [['anonymous', value]],
    });
    expect((await publish(0, anonymous('yes'))).status).toBe(201);
    expect(await publish(1, anonymous('no'))).toMatchObject({
      status: 409,
      body: { code: 'instrument.must_stay_anonymous', details: { code: 'uji' } },
    });
    expect(await versions()).toHaveLength(1);
  });
});
