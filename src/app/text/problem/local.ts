// Problems that this device finds by itself and that never travel, beside the protocol's catalogue.
export type LocalProblemCode =
  | 'centre.unreachable'
  | 'key.passphrase_differs'
  | 'storage.failed'
  | 'storage.full'
  | 'storage.newer'
  | 'storage.blocked';
