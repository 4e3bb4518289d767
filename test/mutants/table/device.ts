// Guards of capturing on the tablet: sealing, room, identity.
import type { Mutant } from '../mutant.ts';

export const device: readonly Mutant[] = [
  {
    file: 'src/device/seal.ts',
    find: 'new Uint8Array(paddedLength(plain.length, least)).fill(0x20)',
    replace: 'new Uint8Array(plain.length)',
    test: 'test/device/seal.test.ts',
    title: 'a sealed record > is of one size, whether a mark says little or much',
  },
  {
    file: 'src/device/seal.ts',
    find: 'utf8(sealedContext(named))',
    replace: 'utf8(named.id)',
    test: 'test/device/seal.test.ts',
    title:
      'a sealed record > is opened by the centre, which finds the content under the hash of the sealed bytes',
  },
  {
    file: 'src/device/seal.ts',
    find: 'if (!key) return withHash',
    replace: 'if (key || !key) return withHash',
    test: 'test/device/seal.test.ts',
    title:
      'a sealed record > is opened by the centre, which finds the content under the hash of the sealed bytes',
  },
  {
    file: 'src/device/centre-key.ts',
    find: 'hex(digest.subarray(0, 8)) === key_id ?',
    replace: 'key_id ?',
    test: 'test/device/seal.test.ts',
    title:
      'a key of the centre > that goes by the name of another is not believed: the one before stays, and sheets can be finished',
  },
  {
    file: 'src/device/centre-key.ts',
    find: "await crypto.subtle.importKey('raw', point, { name: 'ECDH', namedCurve: 'P-256' }, true, []);",
    replace: '',
    test: 'test/device/seal.test.ts',
    title:
      'a key of the centre > that is not on the curve is not believed: the one before stays, and sheets can be finished',
  },
  {
    file: 'src/device/room.ts',
    find: 'quota - usage >= LEAST_BYTES',
    replace: 'quota - usage >= 0',
    test: 'test/device/room.test.ts',
    title: 'room for a new sheet > where a byte less than the reserve is left',
  },
  {
    file: 'src/device/deadline.ts',
    find: '    }, limitMs);',
    replace: '    }, limitMs * 10);',
    test: 'test/device/loop.test.ts',
    title: 'a centre that does not answer in time is unreachable, by the timers of this device',
  },
];
