// A centre in memory: keeps the rules of the protocol, and breaks the road in every way that a test asks for.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { FeedKind } from '../../src/protocol/feed.ts';
import type { SealingKey } from '../../src/protocol/fields.ts';
import type { ForkRequest } from '../../src/protocol/fork.ts';
import type { HaveReply, HaveRequest } from '../../src/protocol/have.ts';
import {
  DEVICE_HEADER,
  FORK_MEDIA,
  HAVE_MEDIA,
  PROBLEM_MEDIA,
  PULL_MEDIA,
  PUSH_MEDIA,
  SIGNATURE_HEADER,
} from '../../src/protocol/limits.ts';
import type { PullReply, PullRequest } from '../../src/protocol/pull.ts';
import type { PushReply, PushRequest } from '../../src/protocol/push.ts';
import type { RecordEnvelope } from '../../src/protocol/record.ts';
import { ENCAPSULATED_BYTES, SEAL_INFO, sealedContext } from '../../src/protocol/sealing.ts';

export const json = (body: unknown, status = 200, media = PUSH_MEDIA): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': media },
  });

export const problem = (status: number, code: string): Response =>
  json({ code, details: {} }, status, PROBLEM_MEDIA);

/** What happens to one push instead of, or after, what ought to happen. */
export type Fault = (honest: () => Response, request: PushRequest) => Response | Promise<Response>;

/** A key of the centre, and what opens what was sealed to it. */
export function sealingKey(): SealingKey & { open(record: RecordEnvelope): Promise<string> } {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({ format: 'jwk' });
  const point = Buffer.concat([
    Buffer.from([4]),
    Buffer.from(jwk.x ?? '', 'base64url'),
    Buffer.from(jwk.y ?? '', 'base64url'),
  ]);
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  });
  return {
    key_id: createHash('sha256').update(point).digest('hex').slice(0, 16),
    public_key: point.toString('base64url'),
    async open(record) {
      const bytes = Buffer.from(record.bytes, 'base64');
      const opened = await suite.open(
        {
          recipientKey: await suite.kem.importKey('jwk', { ...jwk, key_ops: ['deriveBits'] }, false),
          enc: bytes.subarray(0, ENCAPSULATED_BYTES),
          info: new TextEncoder().encode(SEAL_INFO),
        },
        bytes.subarray(ENCAPSULATED_BYTES),
        new TextEncoder().encode(sealedContext(record)),
      );
      return Buffer.from(opened).toString();
    },
  };
}

type PublicKey = { x: string; y: string };

type Row = { kind: FeedKind; id: string; body: object | null };
type SaidScope = { scope: string; cursor: string; rows: Row[]; refetch?: boolean; whole?: boolean };
type Said = Partial<Omit<PullReply, 'scopes'>> & { scopes?: SaidScope[] };

export class FakeCentre {
  epoch = 'epoch-1';
  serverTime = '2026-11-23T05:00:00.000Z';
  /** Raw records by id, in the order of arrival. */
  raw = new Map<string, RecordEnvelope>();
  pushes: PushRequest[] = [];
  pulls: PullRequest[] = [];
  /** Used up one a push. */
  faults: Fault[] = [];
  /** Of every push, until taken away. */
  always: Fault | null = null;
  /** Answers of pulls, used up one by one; then empty pages. */
  pages: Said[] = [];
  pullFault: (() => Response | Promise<Response>) | null = null;
  enrolFault: (() => Response | Promise<Response>) | null = null;
  haves: HaveRequest[] = [];
  /** Instead of, or after, an answered have. */
  haveFault: ((honest: () => Response) => Response | Promise<Response>) | null = null;
  forks: ForkRequest[] = [];
  forkFault: ((honest: () => Promise<Response>) => Response | Promise<Response>) | null = null;
  key = sealingKey();
  /** The `next` of each device's last push. */
  nonces = new Map<string, string>();
  #keysByDevice = new Map<string, CryptoKey>();
  #devicesByKey = new Map<string, string>();

  fetch: typeof fetch = async (input, init) => {
    const bytes = new Uint8Array(await new Response(init?.body ?? null).arrayBuffer());
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (input === '/api/v1/enrol')
      return this.enrolFault?.() ?? this.#admit((body as { public_key: PublicKey }).public_key);
    const headers = new Headers(init?.headers);
    if (!(await this.#isSigned(headers, bytes))) return problem(401, 'device.signature');
    if (input === '/api/v1/push') return this.#push(body as PushRequest);
    if (input === '/api/v1/have') return this.#have(body as HaveRequest);
    if (input === '/api/v1/fork') return this.#fork(body as ForkRequest);
    return this.#pull(body as PullRequest);
  };

  /** The same key gets the same identity again. */
  async #admit(public_key: PublicKey, more?: { req: string }): Promise<Response> {
    const known = this.#devicesByKey.get(public_key.x);
    const number = String(this.#devicesByKey.size + 1).padStart(3, '0');
    const device = known ?? `00000000-0000-4000-8000-00000000d${number}`;
    this.#devicesByKey.set(public_key.x, device);
    this.#keysByDevice.set(
      device,
      await crypto.subtle.importKey(
        'jwk',
        { kty: 'EC', crv: 'P-256', ...public_key },
        { name: 'ECDSA', namedCurve: 'P-256' },
        true,
        ['verify'],
      ),
    );
    const { key_id, public_key: sealing } = this.key;
    const unit = { id: 'unit-1', name: 'Bakorwil Contoh' };
    const key = { key_id, public_key: sealing };
    const reply = { device, label: 'Tablet 1', epoch: this.epoch, unit, account: null, key };
    return more ? json({ ...reply, ...more }, 200, FORK_MEDIA) : json(reply, 201, 'application/json');
  }

  async #isSigned(headers: Headers, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const signature = Buffer.from(headers.get(SIGNATURE_HEADER) ?? '', 'base64url');
    const key = this.#keysByDevice.get(headers.get(DEVICE_HEADER) ?? '');
    return (
      key !== undefined &&
      crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, new Uint8Array(signature), bytes)
    );
  }

  #have(request: HaveRequest): Response | Promise<Response> {
    this.haves.push(request);
    const honest = (): Response => {
      const missing = request.records
        .filter(({ id, sha256 }) => this.raw.get(id)?.sha256 !== sha256)
        .map(({ id }) => id);
      const { epoch, serverTime: server_time } = this;
      return json({ req: request.req, epoch, server_time, missing } satisfies HaveReply, 200, HAVE_MEDIA);
    };
    return this.haveFault ? this.haveFault(honest) : honest();
  }

  #fork(request: ForkRequest): Response | Promise<Response> {
    this.forks.push(request);
    const honest = async (): Promise<Response> =>
      this.#isCopy(request)
        ? this.#admit(request.public_key, { req: request.req })
        : problem(409, 'device.not_forked');
    return this.forkFault ? this.forkFault(honest) : honest();
  }

  /** protocol/push.ts's table. */
  #isCopy({ device, nonce, next }: Pick<PushRequest, 'device' | 'nonce' | 'next'>): boolean {
    const held = this.nonces.get(device);
    return nonce !== undefined && held !== undefined && held !== nonce && held !== next;
  }

  #push(request: PushRequest): Response | Promise<Response> {
    this.pushes.push(request);
    const honest = (): Response => this.#answer(request);
    const fault = this.always ?? this.faults.shift();
    return fault ? fault(honest, request) : honest();
  }

  #answer(request: PushRequest): Response {
    if (this.#isCopy(request)) return problem(409, 'device.forked');
    if (request.next !== undefined) this.nonces.set(request.device, request.next);
    return json(this.#store(request));
  }

  #store(request: PushRequest): PushReply {
    const results = request.records.map(record => {
      const known = this.raw.get(record.id);
      if (!known) this.raw.set(record.id, record);
      return { id: record.id, result: known ? ('duplicate' as const) : ('stored' as const) };
    });
    return { req: request.req, epoch: this.epoch, server_time: this.serverTime, results };
  }

  #pull(request: PullRequest): Response | Promise<Response> {
    this.pulls.push(request);
    if (this.pullFault) return this.pullFault();
    const page = this.pages.shift() ?? {
      scopes: request.scopes.map(({ scope, cursor }) => ({ scope, cursor, rows: [] })),
    };
    const reply = {
      req: request.req,
      epoch: this.epoch,
      server_time: this.serverTime,
      more: false,
      scopes: [],
    };
    return json({ ...reply, ...page }, 200, PULL_MEDIA);
  }
}

/** One scope of a page; without `more` as a centre of the first builds says it. */
export const scope = (
  name: string,
  cursor: string,
  rows: Row[],
  more: Partial<SaidScope> = {},
): SaidScope => ({
  scope: name,
  cursor,
  rows,
  ...more,
});
