// Opening what was sealed: as RFC 9180 publishes it, as the tablet's library seals it, and nothing else.
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEAL_INFO } from '../../../src/protocol/sealing.ts';
import { makeKey } from '../../../src/server/identity/centre-key.ts';
import { keyIdOf, opener, publicPoint } from '../../../src/server/identity/sealed-open.ts';
import vector from '../../vectors/rfc9180-p256.json' with { type: 'json' };
import { sealBytes } from '../seal-record.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

describe('the published vector of RFC 9180, A.3.1', () => {
  const sealed = Buffer.concat([hex(vector.enc), hex(vector.ct)]);

  it('opens to the published text', () => {
    const open = opener(hex(vector.skRm), hex(vector.info));
    expect(Buffer.from(open(sealed, hex(vector.aad)) ?? []).toString('hex')).toBe(vector.pt);
    expect(publicPoint(hex(vector.skRm)).toString('hex')).toBe(vector.pkRm);
  });

  it('opens for no other key, info or context', () => {
    expect(opener(hex(vector.skEm), hex(vector.info))(sealed, hex(vector.aad))).toBeNull();
    expect(opener(hex(vector.skRm), 'other')(sealed, hex(vector.aad))).toBeNull();
    expect(opener(hex(vector.skRm), hex(vector.info))(sealed, 'Count-1')).toBeNull();
  });
});

const key = makeKey({ random: size => new Uint8Array(size).fill(7), now: () => new Date(0) });
const publicKey = Buffer.from(key.public_key, 'base64url');
const open = opener(Buffer.from(key.private_key, 'base64url'), SEAL_INFO);

describe('what a tablet has sealed', () => {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  });

  it('opens to the same bytes, whatever they are', async () => {
    const recipientPublicKey = await suite.kem.deserializePublicKey(new Uint8Array(publicKey).buffer);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.string(), async (content, context) => {
        const info = new TextEncoder().encode(SEAL_INFO).buffer as ArrayBuffer;
        const sender = await suite.createSenderContext({ recipientPublicKey, info });
        const aad = new TextEncoder().encode(context).buffer as ArrayBuffer;
        const ciphertext = await sender.seal(new Uint8Array(content).buffer, aad);
        const sealed = Buffer.concat([Buffer.from(sender.enc), Buffer.from(ciphertext)]);
        expect(Buffer.from(open(sealed, context) ?? [1])).toEqual(Buffer.from(content));
      }),
      { numRuns: 40 },
    );
  });

  it('is what the tests’ own sealing makes', () => {
    const sealed = sealBytes(publicKey, Buffer.from('{"a":1}'), 'context');
    expect(Buffer.from(open(sealed, 'context') ?? []).toString()).toBe('{"a":1}');
  });
});

describe('what is no sealing opens to nothing, and never throws', () => {
  const sealed = sealBytes(publicKey, Buffer.from('Pendapat saya'), '[]');
  it('with any one bit changed', async () => {
    await fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
        const changed = Buffer.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(open(changed, '[]')).toBeNull();
      }),
    );
  });

  it('cut off anywhere', () => {
    for (let length = 0; length < sealed.length; length += 1)
      expect(open(sealed.subarray(0, length), '[]')).toBeNull();
  });

  it.each([
    ['the point at infinity', Buffer.alloc(120)],
    ['no point of the curve', Buffer.concat([Buffer.of(4), Buffer.alloc(119, 9)])],
    ['a compressed point', Buffer.concat([Buffer.of(2), sealed.subarray(1, 33), Buffer.alloc(80)])],
    ['any bytes', Buffer.alloc(300, 'x')],
  ])('%s', (_title, bytes) => {
    expect(open(bytes, '[]')).toBeNull();
  });
});

it('a key is named by its public point', () => {
  expect(key.key_id).toBe(keyIdOf(publicKey));
  expect(key.key_id).toMatch(/^[0-9a-f]{16}$/);
});
