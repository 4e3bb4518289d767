// Ways to spoil a good message: within its shape, in its text, and in its bytes.
import type { Chance } from './chance.ts';
import { hostileText, hostileValue, KEYS, withKey } from './hostile.ts';

type Tree = Record<string, unknown> | unknown[];
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** A deep copy with one to three places changed. */
export function spoilValue(good: unknown, chance: Chance): unknown {
  // In a box, so that the whole can be replaced like any part.
  const box = { value: structuredClone(good) };
  for (let changes = 1 + chance.below(3); changes > 0; changes--) {
    const { tree, key } = anyPlace(box, chance);
    chance.pick(CHANGES)(tree as Record<string, unknown>, key, chance);
  }
  return box.value;
}

function anyPlace(root: Tree, chance: Chance): { tree: Tree; key: string } {
  let tree = root;
  let key = 'value';
  for (;;) {
    const child: unknown = (tree as Record<string, unknown>)[key];
    const keys = isTree(child) ? Object.keys(child) : [];
    if (!isTree(child) || keys.length === 0 || chance.hit(0.15)) return { tree, key };
    tree = child;
    key = chance.pick(keys);
  }
}

type Change = (tree: Record<string, unknown>, key: string, chance: Chance) => void;

const CHANGES: readonly Change[] = [
  (tree, key, chance) => withKey(tree, key, hostileValue(chance)),
  (tree, key, chance) => withKey(tree, key, hostileValue(chance)),
  (tree, key, chance) => withKey(tree, key, nearly(tree[key], chance)),
  (tree, key, chance) => withKey(tree, key, nearly(tree[key], chance)),
  (tree, key) => {
    delete tree[key];
  },
  (tree, key) => withKey(tree, key, [tree[key]]),
  (tree, key) => withKey(tree, key, { ...(tree[key] as object) }),
  (tree, key, chance) => {
    const inner = tree[key];
    withKey(isTree(inner) ? inner : tree, chance.pick(KEYS), hostileValue(chance));
  },
  (tree, key, chance) => {
    const list = tree[key];
    if (Array.isArray(list) && list.length > 0)
      for (let more = chance.pick([1, 5, 101]); more > 0; more--) list.push(chance.pick(list));
  },
];

/** Almost what was good. */
function nearly(value: unknown, chance: Chance): unknown {
  if (typeof value === 'number') return value + chance.pick([-1, 1, 0.5, 2 ** 31, -(2 ** 31), 2 ** 53]);
  if (typeof value !== 'string') return hostileValue(chance);
  const at = chance.below(value.length + 1);
  return chance.pick<() => string>([
    () => value.slice(0, at),
    () => value.slice(0, at) + hostileText(chance) + value.slice(at),
    () => `${value}\n`,
    () => `${value}\u0000`,
    () => value.toUpperCase(),
    () => value + value,
    () => ` ${value}`,
    () => [...value].reverse().join(''),
  ])();
}

/** A message's text, no longer quite JSON or not quite this message. */
export function spoilText(good: string, chance: Chance): Buffer {
  const at = chance.below(good.length + 1);
  const [before, after] = [good.slice(0, at), good.slice(at)];
  const text = chance.weigh<() => string>([
    [4, () => before],
    [2, () => before + hostileText(chance) + after],
    [1, () => before + after.slice(1)],
    [2, () => good.replace(/^\{("[^"]*"):/, (_, key) => `{${key}:1,${key}:`)],
    [2, () => good.replace('{', '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}},')],
    [1, () => '['.repeat(chance.below(60_000))],
    [1, () => `${'{"a":'.repeat(chance.below(20_000))}1`],
    [1, () => `${'['.repeat(9000)}${']'.repeat(9000)}`],
    [1, () => `\uFEFF${good}`],
    [1, () => good.replace(/\}$/, ',}')],
    [1, () => good.replace(/:\s*("[^"]*"|\d+)/, ':1e999')],
    [1, () => good.replace(/:\s*("[^"]*"|\d+)/, ':-0')],
    [1, () => good.replace(/:\s*("[^"]*"|\d+)/, ':NaN')],
    [1, () => good + good],
    [1, () => `${good}\n`],
    [1, () => ' '.repeat(chance.below(50_000)) + good],
    [1, () => ''],
    [1, () => chance.pick(['null', '0', '""', '[]', 'true', '{}', 'undefined', '"\\ud800"'])],
  ])();
  return Buffer.from(text);
}

/** A message's bytes: no UTF-8 any more, another encoding, random noise, or too many of them. */
export function spoilBytes(good: Buffer, chance: Chance): Buffer {
  return chance.weigh<() => Buffer>([
    [4, () => flipped(good, chance)],
    [2, () => Buffer.concat([good.subarray(0, chance.below(good.length + 1)), chance.bytes(8)])],
    [1, () => Buffer.from(good.toString('utf8'), 'utf16le')],
    [1, () => Buffer.from([0xef, 0xbb, 0xbf, ...good.subarray(0, 2000)])],
    [1, () => chance.bytes(chance.below(2000))],
    [1, () => Buffer.concat([good, Buffer.alloc(chance.below(3000))])],
    [1, () => Buffer.from([0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xf8, 0xff])],
  ])();
}

function flipped(good: Buffer, chance: Chance): Buffer {
  const bad = Buffer.from(good);
  for (let changes = 1 + chance.below(4); changes > 0 && bad.length > 0; changes--)
    bad[chance.below(bad.length)] = chance.below(256);
  return bad;
}
