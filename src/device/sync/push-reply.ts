// Reads what the centre says of a batch. What is not understood acknowledges nothing.
import { HELD_RESULTS, type HeldResult, PUSH_RESULTS, type PushResult } from '../../protocol/push-result.ts';
import type { Acknowledgement } from '../store/records.ts';

/** Not taken by the centre; `afterMs` where it says when to try that record again. */
export type Held = { result: HeldResult; afterMs: number | null };

export type PushReply = {
  epoch: string;
  serverTime: string;
  acknowledgements: Acknowledgement[];
  heldById: Map<string, Held>;
};

const LONGEST_AFTER_S = 24 * 3600;

/**
 * Null where the reply as a whole is not well-formed, or speaks of a record that was not sent. A result of a kind
 * that this build does not know keeps that one record.
 */
export function readPushReply(body: Record<string, unknown>, sent: ReadonlySet<string>): PushReply | null {
  const { epoch, server_time: serverTime, results } = body;
  if (typeof epoch !== 'string' || typeof serverTime !== 'string' || !Array.isArray(results)) return null;
  const acknowledgements: Acknowledgement[] = [];
  const heldById = new Map<string, Held>();
  const seen = new Set<string>();
  for (const entry of results as unknown[]) {
    if (typeof entry !== 'object' || entry === null) return null;
    const { id, result, reason, after } = entry as Record<string, unknown>;
    if (typeof id !== 'string' || !sent.has(id) || seen.has(id)) return null;
    seen.add(id);
    if (isOneOf<PushResult>(PUSH_RESULTS, result))
      acknowledgements.push({ id, result, reason: readReason(reason) });
    else if (isOneOf<HeldResult>(HELD_RESULTS, result))
      heldById.set(id, { result, afterMs: readAfter(after) });
  }
  return { epoch, serverTime, acknowledgements, heldById };
}

const isOneOf = <T extends string>(results: readonly T[], value: unknown): value is T =>
  (results as readonly unknown[]).includes(value);

const readAfter = (value: unknown): number | null =>
  typeof value === 'number' && value >= 1 ? Math.min(value, LONGEST_AFTER_S) * 1000 : null;

const readReason = (value: unknown): { code: string } | null =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
    ? { ...value, code: value.code }
    : null;
