// The facilitator's PIN: a slow hash, and wrong tries that make the next one wait longer, across restarts.
import { utf8 } from './bytes.ts';
import { getLocal, type Outbox, type Pin, putLocal, readLocal } from './store/outbox.ts';
import { inTransaction, steadily } from './store/steady.ts';
import type { PinCheck } from './tablet.ts';

const ITERATIONS = 210_000;
/** After the third wrong try, the fourth, ...; the last stays. */
const WAITS_MS = [30_000, 60_000, 5 * 60_000, 15 * 60_000];
const FREE_TRIES = 3;

type Means = { outbox: Outbox; crypto: Crypto; clock: () => number };

export const hasPin = (outbox: Outbox): Promise<boolean> =>
  readLocal(outbox, 'pin').then(pin => pin !== undefined);

export async function setPin({ outbox, crypto }: Means, pin: string): Promise<void> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const hash = await derive(crypto, pin, { salt, iterations: ITERATIONS });
  const row: Pin = { salt, iterations: ITERATIONS, hash, wrong: 0, wrong_at: 0 };
  await steadily(outbox, () => putLocal(outbox, 'pin', row));
}

/** Each try is counted before it is judged, so that switching off in the middle gains nothing. No PIN: any is right. */
export async function checkPin({ outbox, crypto, clock }: Means, pin: string): Promise<PinCheck> {
  const now = clock();
  const begun = await inTransaction(outbox, [outbox.local], () => beginTry(outbox, now));
  if (begun.kind === 'none') return { ok: true };
  if (begun.kind === 'waiting') return { ok: false, wait_ms: begun.wait_ms };
  const hash = await derive(crypto, pin, begun.pin);
  if (!equal(hash, begun.pin.hash)) return { ok: false, wait_ms: waitAfter(begun.pin.wrong) };
  await steadily(outbox, () => putLocal(outbox, 'pin', { ...begun.pin, wrong: 0, wrong_at: 0 }));
  return { ok: true };
}

type Try = { kind: 'none' } | { kind: 'waiting'; wait_ms: number } | { kind: 'judge'; pin: Pin };

async function beginTry(outbox: Outbox, now: number): Promise<Try> {
  const pin = await getLocal(outbox, 'pin');
  if (!pin) return { kind: 'none' };
  // A clock set back starts the same wait anew: it never becomes longer than it was.
  const since = now < pin.wrong_at ? now : pin.wrong_at;
  const wait_ms = since + waitAfter(pin.wrong) - now;
  if (wait_ms > 0) {
    if (since !== pin.wrong_at) await putLocal(outbox, 'pin', { ...pin, wrong_at: since });
    return { kind: 'waiting', wait_ms };
  }
  const counted = { ...pin, wrong: pin.wrong + 1, wrong_at: now };
  await putLocal(outbox, 'pin', counted);
  return { kind: 'judge', pin: counted };
}

const waitAfter = (wrong: number): number =>
  wrong < FREE_TRIES ? 0 : (WAITS_MS[Math.min(wrong - FREE_TRIES, WAITS_MS.length - 1)] ?? 0);

async function derive(
  crypto: Crypto,
  pin: string,
  { salt, iterations }: Pick<Pin, 'salt' | 'iterations'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    key,
    256,
  );
  return new Uint8Array(bits);
}

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);
