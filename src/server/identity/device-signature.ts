// Proof that a message comes from an enrolled device: its key's signature over the very bytes that arrived.
import { createPublicKey, verify } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { accepted, type Result, refused } from '../../domain/result.ts';
import { DEVICE_HEADER, SIGNATURE_HEADER } from '../../protocol/limits.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { Database } from '../store/database.ts';
import { type EnrolledDevice, findDevice } from '../store/people/devices.ts';

export type PublicPoint = { readonly x: string; readonly y: string };

/** Whether a device out of service may still do this: bring home what it holds, but get nothing more. */
export type RetiredDevice = 'welcome' | 'refused';

/**
 * Checks the body, which must still be the raw bytes, and replaces it by what it says. ECDSA P-256 with SHA-256, IEEE
 * P1363. The sender named in the body must be the one that signed. A lost device is refused whatever it asks.
 */
export async function authenticateDevice(
  db: Database,
  request: FastifyRequest,
  retired: RetiredDevice,
): Promise<Result<EnrolledDevice, Problem>> {
  const id = request.headers[DEVICE_HEADER];
  const device = typeof id === 'string' ? await findDevice(db, id) : null;
  if (!device) return refused('device.unknown');
  if (!Buffer.isBuffer(request.body) || !isSigned(device, request.headers[SIGNATURE_HEADER], request.body))
    return refused('device.signature');
  if (device.lost_at) return refused('device.lost');
  if (device.retired_at && retired === 'refused') return refused('device.retired');
  const message = readJson(request.body);
  if (message === undefined) return refused('request.not_json');
  if ((message as { device?: unknown } | null)?.device !== device.id) return refused('device.signature');
  request.body = message;
  return accepted(device);
}

/** Whether these very bytes were signed by the device's key. */
export function isSigned(
  device: Pick<EnrolledDevice, 'public_key'>,
  signature: unknown,
  bytes: Buffer,
): boolean {
  const key = keyFrom(JSON.parse(device.public_key));
  if (!key || typeof signature !== 'string') return false;
  return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
}

/** Null where x and y are no point of the curve. */
export function keyFrom({ x, y }: PublicPoint) {
  try {
    return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  } catch {
    return null;
  }
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
