// Messages of devices: whole and coherent enough to get past the signature, then as strange as chance has them.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { BATCH_FILE_HEADER } from '../../../src/protocol/batch-file.ts';
import {
  BATCH_FILE_MEDIA,
  FEED_SCHEMA,
  FORK_MEDIA,
  HAVE_MEDIA,
  PULL_MEDIA,
  PUSH_MEDIA,
  SIGNATURE_HEADER,
} from '../../../src/protocol/limits.ts';
import { UNIT } from '../../server/test-centre.ts';
import type { TestDevice } from '../../server/test-device.ts';
import type { Chance } from '../chance.ts';
import { hostileText } from '../hostile.ts';
import { spoilBytes, spoilText } from '../spoil.ts';
import { CLERK, type World } from '../world.ts';
import type { Body } from './ask.ts';
import { drawRecord, sentBefore } from './records.ts';

export type Message = Body & {
  /** To be told when the centre has taken it. */
  readonly taken?: () => Promise<void>;
};

type Draw = (world: World, device: TestDevice, chance: Chance) => Message;

/** By route; other routes' bodies are drawn from the documentation. */
export const MESSAGES: Readonly<Record<string, Draw>> = {
  'POST /api/v1/push': drawPush,
  'POST /api/v1/pull': drawPull,
  'POST /api/v1/have': drawHave,
  'POST /api/v1/fork': drawFork,
  'POST /api/v1/take-in': drawFile,
  'POST /api/v1/enrol': drawEnrol,
  'POST /api/v1/sign-in': drawSignIn,
};

function drawPush(world: World, device: TestDevice, chance: Chance): Message {
  const next = chance.uuid();
  const nonce = chance.hit(0.85) ? world.nexts.get(device.id) : chance.uuid();
  const records = Array.from(
    {
      length: chance.weigh([
        [2, 0],
        [10, 1],
        [3, 3],
        [0.3, 12],
        [0.02, 100],
      ]),
    },
    () => drawRecord(world, chance),
  );
  const content = {
    proto: chance.pick([1, 2, 2, 2]),
    epoch: chance.pick([world.epoch, world.epoch, '', 'another']),
    device: device.id,
    ...(chance.hit(0.8) ? { next, nonce: nonce ?? chance.uuid() } : {}),
    req: chance.uuid(),
    counters: { finalised: chance.below(1000), acknowledged: chance.below(1000) },
    records,
  };
  return { media: PUSH_MEDIA, content, taken: () => world.noteNext(device.id) };
}

function drawPull(world: World, device: TestDevice, chance: Chance): Message {
  const scopes = ['public', `unit:${chance.pick(Object.values(UNIT))}`, `account:${world.idOf('account')}`];
  const drawn = Array.from({ length: chance.below(4) }, () => ({
    scope: chance.hit(0.9) ? chance.pick(scopes) : hostileText(chance).slice(0, 80),
    cursor: chance.pick([
      '',
      '0',
      '1',
      '57',
      '-1',
      '1e3',
      '0x1',
      '9'.repeat(40),
      hostileText(chance).slice(0, 40),
    ]),
  }));
  const content = {
    proto: chance.pick([1, 2]),
    schema: FEED_SCHEMA,
    epoch: chance.pick([world.epoch, '', 'another']),
    device: device.id,
    req: chance.uuid(),
    ...(chance.hit(0.5) ? { counters: { finalised: chance.below(99), acknowledged: 0 } } : {}),
    scopes: drawn,
  };
  return { media: PULL_MEDIA, content };
}

function drawHave(world: World, device: TestDevice, chance: Chance): Message {
  const strange = Array.from({ length: chance.below(5) }, () => ({
    id: chance.uuid(),
    sha256: '0'.repeat(64),
  }));
  const content = {
    proto: 2,
    epoch: world.epoch,
    device: device.id,
    req: chance.uuid(),
    records: [...sentBefore(world, chance, chance.pick([0, 3, 20, 990])), ...strange],
  };
  return { media: HAVE_MEDIA, content };
}

function drawFork(world: World, device: TestDevice, chance: Chance): Message {
  const content = {
    proto: 2,
    device: device.id,
    req: chance.uuid(),
    nonce: chance.hit(0.3) ? (world.nexts.get(device.id) ?? chance.uuid()) : chance.uuid(),
    next: chance.uuid(),
    public_key: chance.pick(POINTS),
  };
  return { media: FORK_MEDIA, content };
}

function drawEnrol(world: World, _device: TestDevice, chance: Chance): Message {
  const code = chance.hit(0.7) ? world.codes.pop() : undefined;
  const content = { code: code ?? hostileText(chance).slice(0, 40), public_key: chance.pick(POINTS) };
  return { media: 'application/json', content };
}

function drawSignIn(_world: World, _device: TestDevice, chance: Chance): Message {
  const content = chance.hit(0.6) ? CLERK : { username: hostileText(chance), password: hostileText(chance) };
  return { media: 'application/json', content };
}

/** Real points of the curve and pairs of numbers that are none. */
const POINTS = [
  ...Array.from({ length: 12 }, () => {
    const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
    return { x, y };
  }),
  { x: '', y: '' },
  { x: 'A'.repeat(43), y: 'A'.repeat(43) },
  { x: '_'.repeat(64), y: '-'.repeat(64) },
];

/** A stick's file: signed batches, some of them torn, forged, foreign or no JSON at all. */
function drawFile(world: World, device: TestDevice, chance: Chance): Message {
  const line = (): Buffer => {
    const { content } = drawPush(world, chance.hit(0.9) ? device : chance.pick(world.devices), chance);
    const { nonce: _, next: __, ...batch } = content as Record<string, unknown>;
    const body = chance.hit(0.8)
      ? JSON.stringify(batch)
      : spoilText(JSON.stringify(batch), chance).toString();
    const signed = device.headersFor(chance.hit(0.9) ? body : `${body} `, PUSH_MEDIA);
    const from = chance.hit(0.9) ? device.id : randomUUID();
    const whole = JSON.stringify({ device: from, signature: signed[SIGNATURE_HEADER], body });
    return chance.weigh<() => Buffer>([
      [8, () => Buffer.from(whole)],
      [2, () => spoilText(whole, chance)],
      [1, () => spoilBytes(Buffer.from(whole), chance)],
    ])();
  };
  const header = chance.hit(0.9) ? JSON.stringify(BATCH_FILE_HEADER) : hostileText(chance);
  const lines = [Buffer.from(header), ...Array.from({ length: chance.below(4) }, line)];
  const end = Buffer.from(chance.pick(['\n', '\n', '\r\n']));
  return { media: BATCH_FILE_MEDIA, content: Buffer.concat(lines.flatMap(each => [each, end])) };
}
