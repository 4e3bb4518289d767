// The closed set of record kinds; adding one is a change of the protocol.

export const RECORD_KINDS = ['submission', 'mark', 'close-out', 'attachment'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
