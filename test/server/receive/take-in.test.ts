// The second road: the same batches from a file, taken in by the same function, however torn the file and however often.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BATCH_FILE_HEADER } from '../../../src/protocol/batch-file.ts';
import { BATCH_FILE_MEDIA, PUSH_MEDIA, SIGNATURE_HEADER } from '../../../src/protocol/limits.ts';
import type { RecordEnvelope } from '../../../src/protocol/record.ts';
import { takeInFile } from '../../../src/server/cli/take-in.ts';
import { LINE_MAX, linesOf } from '../../../src/server/receive/batch-lines.ts';
import { sealRecord } from '../seal-record.ts';
import { addAccount, addPlan, addUnits, openTestCentre, type TestCentre, UNIT } from '../test-centre.ts';
import { addDevice, answersOf, markRecord, surveyRecord, type TestDevice } from '../test-device.ts';

let centre: TestCentre;
let tablet: TestDevice;
let officer: { headers: { cookie: string } };
beforeEach(async () => {
  centre = await openTestCentre();
  await addUnits(centre.db);
  await addPlan(centre.db, (await addAccount(centre.db, 'supervisor', UNIT.west)).id);
  tablet = await addDevice(centre, UNIT.west);
  officer = await addAccount(centre.db, 'officer', UNIT.west);
});
afterEach(() => centre.close());

const HEADER = JSON.stringify(BATCH_FILE_HEADER);
const lineOf = (records: readonly RecordEnvelope[], device = tablet, change: object = {}) => {
  const body = device.pushBody(records, undefined, change);
  const signature = device.headersFor(body, PUSH_MEDIA)[SIGNATURE_HEADER];
  return JSON.stringify({ device: device.id, signature, body });
};
const fileOf = (...lines: readonly string[]) => `${[HEADER, ...lines].join('\n')}\n`;
const sealed = (record: RecordEnvelope) => sealRecord(centre.centre.keys.current(), record);
const upload = async (
  payload: string | Buffer,
  headers = officer.headers,
  media: string = BATCH_FILE_MEDIA,
) => {
  const reply = await centre.app.inject({
    method: 'POST',
    url: '/api/v1/take-in',
    headers: { ...headers, 'content-type': media },
    payload,
  });
  await centre.app.projector.idle();
  return { status: reply.statusCode, ...reply.json() };
};
const rawRows = () => centre.db.selectFrom('raw').selectAll().execute();
const marks = () => centre.db.selectFrom('mark').selectAll().execute();

describe('a file of batches', () => {
  it('is taken in record by record and projected; any number of repeats changes nothing', async () => {
    const [mark, sheet] = [sealed(markRecord()), sealed(surveyRecord(answersOf('4')))];
    const file = fileOf(lineOf([mark]), lineOf([sheet]));
    expect(await upload(file)).toEqual({
      status: 200,
      batches: 2,
      counts: { stored: 2 },
      records: [
        { id: mark.id, result: 'stored', kind: 'mark', device: 'Tablet 1' },
        // A sheet without a name has no tablet here either.
        { id: sheet.id, result: 'stored', kind: 'submission', device: null },
      ],
      problems: [],
    });
    const before = await rawRows();
    for (let again = 0; again < 3; again += 1)
      expect(await upload(file)).toMatchObject({ counts: { duplicate: 2 } });
    expect(await rawRows()).toEqual(before);
    expect(await marks()).toHaveLength(1);
  });

  it('and the same records by HTTPS are one, whichever comes first', async () => {
    const [first, second] = [sealed(markRecord()), sealed(markRecord())];
    await tablet.push([first]);
    expect(await upload(fileOf(lineOf([first, second])))).toMatchObject({
      counts: { duplicate: 1, stored: 1 },
    });
    const reply = await tablet.push([second]);
    expect(reply.json().results).toEqual([{ id: second.id, result: 'duplicate' }]);
  });

  it('that is torn costs only the torn line, which is told with its number', async () => {
    const lines = [lineOf([markRecord()]), 'not a batch', lineOf([markRecord()])];
    const torn = fileOf(...lines).slice(0, -60);
    expect(await upload(torn)).toMatchObject({
      batches: 1,
      counts: { stored: 1 },
      problems: [
        { line: 3, problem: { code: 'file.torn', details: { line: 3 } } },
        { line: 4, problem: { code: 'file.torn' } },
      ],
    });
  });

  it('may come with other line ends, a mark of order at its front, and another file behind it', async () => {
    const one = fileOf(lineOf([markRecord()])).replaceAll('\n', '\r\n');
    expect(await upload(`\uFEFF${one}\r\n${fileOf(lineOf([markRecord()]))}`)).toMatchObject({
      counts: { stored: 2 },
      problems: [],
    });
  });

  it('says nothing of copies of the device, and its counters only rise', async () => {
    await tablet.push([markRecord()], {
      nonce: randomUUID(),
      next: randomUUID(),
      counters: { finalised: 9, acknowledged: 4 },
    });
    const { nonce } = await centre.db.selectFrom('device').selectAll().executeTakeFirstOrThrow();
    const change = { nonce: randomUUID(), next: randomUUID(), counters: { finalised: 12, acknowledged: 1 } };
    expect(await upload(fileOf(lineOf([markRecord()], tablet, change)))).toMatchObject({
      counts: { stored: 1 },
    });
    expect(await centre.db.selectFrom('device').selectAll().executeTakeFirstOrThrow()).toMatchObject({
      nonce,
      finalised: 12,
      acknowledged: 5,
    });
  });

  it('of a device out of service is taken in', async () => {
    await centre.db.updateTable('device').set({ retired_at: '2026-11-21' }).execute();
    expect(await upload(fileOf(lineOf([markRecord()])))).toMatchObject({ counts: { stored: 1 } });
  });

  it('of another branch’s tablet is taken in; of its records only kind and result are told', async () => {
    const stranger = await addDevice(centre, UNIT.east);
    const record = markRecord();
    expect(await upload(fileOf(lineOf([record], stranger)))).toMatchObject({
      records: [{ id: record.id, kind: 'mark', result: 'quarantined', device: null }],
    });
    const { records } = await upload(fileOf(lineOf([record], stranger)));
    expect(records[0]).not.toHaveProperty('reason');
  });
});

describe('a batch that cannot be verified', () => {
  const record = markRecord();
  const cases: [string, (line: string) => Promise<string> | string][] = [
    ['of a device that the centre does not know', line => line.replaceAll(tablet.id, randomUUID())],
    ['signed, with another’s name in its body', () => lineOf([record], tablet, { device: randomUUID() })],
    ['changed on its way', line => line.replace('\\"finalised\\":1', '\\"finalised\\":2')],
    [
      'of a lost device',
      async line => {
        await centre.db.updateTable('device').set({ lost_at: '2026-11-21' }).execute();
        return line;
      },
    ],
  ];
  it.each(cases)('%s is kept in quarantine, of no device, and not used', async (_title, change) => {
    const line = await change(lineOf([record]));
    expect(await upload(fileOf(line))).toMatchObject({
      counts: { quarantined: 1 },
      records: [{ id: record.id, reason: { code: 'record.unverified' }, device: null }],
    });
    expect(await rawRows()).toMatchObject([
      { id: record.id, state: 'quarantined', device_id: null, unit_id: UNIT.west },
    ]);
    expect(await marks()).toEqual([]);
  });

  it('cannot be talked out of quarantine', async () => {
    await upload(fileOf(lineOf([markRecord()]).replaceAll(tablet.id, randomUUID())));
    const reply = await centre.app.inject({
      method: 'POST',
      url: '/api/v1/quarantine/retry',
      headers: officer.headers,
    });
    expect(reply.json()).toMatchObject({ freed: 0, left: [{ reason: { code: 'record.unverified' } }] });
  });

  it('gives way to the same record when that comes signed', async () => {
    const record = sealed(markRecord());
    await upload(fileOf(lineOf([record]).replaceAll(tablet.id, randomUUID())));
    expect((await tablet.push([record])).json().results).toEqual([{ id: record.id, result: 'stored' }]);
    await centre.app.projector.idle();
    expect(await rawRows()).toMatchObject([{ state: 'projected', device_id: tablet.id }]);
    expect(await centre.db.selectFrom('raw_conflict').selectAll().execute()).toEqual([]);
  });

  it('with a forged content takes nobody’s place: the signed one counts, the forged is kept beside it', async () => {
    const record = markRecord({ mark: 'present' });
    const forged = markRecord({ mark: 'absent' }, { id: record.id });
    await upload(fileOf(lineOf([forged]).replaceAll(tablet.id, randomUUID())));
    expect((await tablet.push([record])).json().results).toEqual([{ id: record.id, result: 'stored' }]);
    await centre.app.projector.idle();
    expect(await marks()).toMatchObject([{ mark: 'present' }]);
    expect(await centre.db.selectFrom('raw_conflict').selectAll().execute()).toMatchObject([
      { id: record.id, sha256: forged.sha256 },
    ]);
    await upload(fileOf(lineOf([forged]).replaceAll(tablet.id, randomUUID())));
    expect(await marks()).toMatchObject([{ mark: 'present' }]);
  });
});

describe('what is no such file', () => {
  it.each<[string, string | Buffer, string]>([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'PNG'],
    ['a spreadsheet', Buffer.from('504b030414000600080000002100', 'hex'), 'Excel .xlsx / ZIP'],
    ['a file of a later version', '{"lembar":"batches","version":2}\n', 'version 2'],
    ['a text', 'Nama;NIP\n', '-'],
    ['nothing', '', '-'],
  ])('%s is refused, and nothing taken in', async (_title, payload, found) => {
    expect(await upload(payload, officer.headers, 'application/octet-stream')).toEqual({
      status: 400,
      code: 'file.not_batches',
      details: { found },
    });
  });

  it('is refused from who may not take in', async () => {
    const facilitator = await addAccount(centre.db, 'facilitator', UNIT.west);
    expect(await upload(fileOf(lineOf([markRecord()])), facilitator.headers)).toMatchObject({ status: 403 });
    expect(await rawRows()).toEqual([]);
  });
});

describe('lines', () => {
  const chunked = async (text: string, size: number) => {
    const bytes = Buffer.from(text);
    const chunks = async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    };
    return Array.fromAsync ? Array.fromAsync(linesOf(chunks())) : collect(linesOf(chunks()));
  };
  const collect = async (lines: AsyncIterable<string>) => {
    const all: string[] = [];
    for await (const line of lines) all.push(line);
    return all;
  };

  it('are the same however the file is cut into chunks', async () => {
    for (const size of [1, 2, 3, 7, 100])
      expect(await chunked('satu\r\n\ndua é\n\ntiga', size)).toEqual(['satu', '', 'dua é', '', 'tiga']);
  });

  it('without an end take no more memory than the longest line may', async () => {
    const [long, next] = await chunked(`${'x'.repeat(3 * LINE_MAX)}\nnext`, 64 * 1024);
    expect(long).toHaveLength(LINE_MAX + 1);
    expect(next).toBe('next');
  });
});

describe('the command', () => {
  it('says what came of the file in both languages, and fails where a line is torn', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lembar-take-in-'));
    const path = join(folder, 'tablet.lembar');
    let printed = '';
    const place = { ...centre.centre, print: (text: string) => (printed += text) };
    writeFileSync(path, fileOf(lineOf([markRecord(), markRecord({ mark: 'asleep' })])));
    expect(await takeInFile(place, [path])).toBe(0);
    expect(printed).toContain('1  baru diterima / newly received');
    expect(printed).toContain('1  disimpan di karantina / kept in quarantine');
    expect(await marks()).toHaveLength(1);
    writeFileSync(path, `${fileOf(lineOf([markRecord()]))}{"device":`);
    expect(await takeInFile(place, [path])).toBe(1);
    expect(printed).toContain('Baris 3 rusak atau terpotong');
    writeFileSync(path, 'PK');
    expect(await takeInFile(place, [path])).toBe(1);
    expect(printed).toContain('bukan berkas lembar');
    expect(await takeInFile(place, [join(folder, 'none')])).toBe(1);
    expect(await takeInFile(place, [])).toBe(2);
    rmSync(folder, { recursive: true });
  });
});
