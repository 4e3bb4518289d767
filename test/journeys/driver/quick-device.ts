// A device without a screen, for journeys that need many pushes: a real key, really sealed records, real requests.
import { generateKeyPairSync, type KeyObject, randomUUID, sign, webcrypto } from 'node:crypto';
import { seal } from '../../../src/device/seal.ts';
import type { EnrolReply } from '../../../src/protocol/enrol.ts';
import { DEVICE_HEADER, PROTO, PUSH_MEDIA, SIGNATURE_HEADER } from '../../../src/protocol/limits.ts';
import type { PushReply } from '../../../src/protocol/push.ts';
import type { RecordEnvelope } from '../../../src/protocol/record.ts';
import type { Office } from './office.ts';

const crypto = webcrypto as unknown as Crypto;

export class QuickDevice {
  readonly #enrolled: EnrolReply;
  readonly #key: KeyObject;
  #nonce = randomUUID();
  #next = randomUUID();
  readonly counters = { finalised: 0, acknowledged: 0 };

  private constructor(enrolled: EnrolReply, key: KeyObject) {
    this.#enrolled = enrolled;
    this.#key = key;
  }

  static async enrol(office: Office, unit: string): Promise<QuickDevice> {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const code = await office.enrolmentCode(unit);
    const enrolled = await office.call<EnrolReply>('POST', '/enrol', { code, public_key: { x, y } });
    return new QuickDevice(enrolled, privateKey);
  }

  get id(): string {
    return this.#enrolled.device;
  }

  async seal(
    envelope: Pick<RecordEnvelope, 'kind' | 'form' | 'version'>,
    content: object,
  ): Promise<RecordEnvelope> {
    this.counters.finalised += 1;
    return seal(crypto, this.#enrolled.key, { envelope: { id: randomUUID(), ...envelope }, content });
  }

  /** Null where no reply came that acknowledges anything; then the same batch may be pushed again. */
  async push(origin: string, records: readonly RecordEnvelope[]): Promise<PushReply | null> {
    const req = randomUUID();
    const body = JSON.stringify({
      proto: PROTO,
      epoch: this.#enrolled.epoch,
      device: this.id,
      nonce: this.#nonce,
      next: this.#next,
      req,
      counters: this.counters,
      records,
    });
    const signature = sign('sha256', Buffer.from(body), { key: this.#key, dsaEncoding: 'ieee-p1363' });
    const headers = {
      'content-type': PUSH_MEDIA,
      [DEVICE_HEADER]: this.id,
      [SIGNATURE_HEADER]: signature.toString('base64url'),
    };
    try {
      const response = await fetch(`${origin}/api/v1/push`, { method: 'POST', headers, body });
      const reply = (await response.json()) as PushReply;
      if (response.status !== 200 || reply.req !== req) throw new Error(JSON.stringify(reply));
      this.#nonce = this.#next;
      this.#next = randomUUID();
      this.counters.acknowledged += records.length;
      return reply;
    } catch (error) {
      // `fetch` fails with a TypeError where the centre is gone; anything else is told.
      if (error instanceof TypeError || error instanceof SyntaxError) return null;
      throw error;
    }
  }
}
