// A device as the centre meets it: a key, signed messages, records.
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { skm9 } from '../../src/domain/instrument/shipped/skm9.ts';
import {
  DEVICE_HEADER,
  FEED_SCHEMA,
  PROTO,
  PULL_MEDIA,
  PUSH_MEDIA,
  SIGNATURE_HEADER,
} from '../../src/protocol/limits.ts';
import type { RecordEnvelope } from '../../src/protocol/record.ts';
import type { TestCentre } from './test-centre.ts';
import { EVENT, PARTICIPANTS, SESSION } from './test-centre.ts';

export type TestDevice = Awaited<ReturnType<typeof addDevice>>;

/** Enrolled for a unit's shared tablet, or for the phone of a supervisor. */
export async function addDevice({ app, db }: TestCentre, unit_id: string, account_id: string | null = null) {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = keys.publicKey.export({ format: 'jwk' });
  const id = randomUUID();
  await db
    .insertInto('device')
    .values({
      id,
      label: 'Tablet 1',
      unit_id,
      account_id,
      public_key: JSON.stringify({ x, y }),
      enrolled_at: '2026-11-01',
    })
    .execute();

  const headersFor = (body: string | Buffer, media: string) => ({
    'content-type': media,
    [DEVICE_HEADER]: id,
    [SIGNATURE_HEADER]: sign('sha256', Buffer.from(body), {
      key: keys.privateKey,
      dsaEncoding: 'ieee-p1363',
    }).toString('base64url'),
  });

  /** `change`: nonces, counters, or `proto: 1` with neither as the first builds sent it. */
  const pushBody = (
    records: readonly RecordEnvelope[],
    req: string = randomUUID(),
    change: object = {},
  ): string =>
    JSON.stringify({
      proto: PROTO,
      epoch: '',
      device: id,
      req,
      counters: { finalised: records.length, acknowledged: 0 },
      records,
      ...change,
    });

  return {
    id,
    headersFor,
    pushBody,
    push(records: readonly RecordEnvelope[], change: object = {}) {
      const payload = pushBody(records, undefined, change);
      const headers = headersFor(payload, PUSH_MEDIA);
      return app.inject({ method: 'POST', url: '/api/v1/push', headers, payload });
    },
    pull(epoch = '', scopes: readonly { scope: string; cursor: string }[] = []) {
      const message = { proto: PROTO, schema: FEED_SCHEMA, epoch, device: id, req: randomUUID(), scopes };
      const payload = JSON.stringify(message);
      const headers = headersFor(payload, PULL_MEDIA);
      return app.inject({ method: 'POST', url: '/api/v1/pull', headers, payload });
    },
  };
}

/** A record in clear, as the first builds wrote them and devices without a key still do; see seal-record.ts. */
export function seal(
  kind: RecordEnvelope['kind'],
  content: object | string,
  change: Partial<RecordEnvelope> = {},
): RecordEnvelope {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { id: randomUUID(), kind, bytes: bytes.toString('base64'), sha256, ...change };
}

export const markRecord = (change: object = {}, envelope: Partial<RecordEnvelope> = {}): RecordEnvelope =>
  seal(
    'mark',
    {
      event_id: EVENT.west,
      session_id: SESSION.west,
      participant_id: PARTICIPANTS[0],
      mark: 'present',
      at: '2026-11-20T08:31:04+07:00',
      ...change,
    },
    envelope,
  );

/** Every scored question of the satisfaction survey answered alike. */
export const answersOf = (choice: string): Record<string, string> =>
  Object.fromEntries(
    skm9.questions
      .filter(question => question.type === 'select_one')
      .map(question => [question.code, choice]),
  );

export const surveyRecord = (
  answers: Record<string, string | null>,
  change: object = {},
  envelope: Partial<RecordEnvelope> = {},
): RecordEnvelope =>
  seal(
    'submission',
    { event_id: EVENT.west, assignment_id: null, day: '2026-11-20', at: null, answers, ...change },
    { form: 'skm9', version: 1, ...envelope },
  );
