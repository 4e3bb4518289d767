// What the centre can say of one record.

/**
 * Final and durable; the device need not send it again. `stored`: new. `duplicate`: the same bytes were there.
 * `quarantined`: kept raw, cannot be used yet. `conflict_stored`: other bytes under a known id; both are kept.
 */
export const PUSH_RESULTS = ['stored', 'duplicate', 'quarantined', 'conflict_stored'] as const;
export type PushResult = (typeof PUSH_RESULTS)[number];

/** Not kept by the centre; the device keeps it. `retry`: this record alone failed there, again after a while. */
export const HELD_RESULTS = ['retry', 'too_large'] as const;
export type HeldResult = (typeof HELD_RESULTS)[number];
