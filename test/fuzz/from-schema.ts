// Good values for a message, drawn from the very schema that the centre checks it with.
import fc from 'fast-check';
import { Day, Id, Line, LocalTime, TimeOfDay } from '../../src/protocol/fields.ts';
import { InstrumentCode } from '../../src/protocol/office/instruments.ts';
import type { Chance } from './chance.ts';

/** As much of JSON Schema as our messages use. */
export type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
};

/** An id that stands for something of this kind (`event`, `unit`); often one that exists. */
export type IdOf = (kind: string) => string;

export function draw(schema: Schema, chance: Chance, idOf: IdOf, name = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return chance.pick(schema.enum);
  if (schema.anyOf) return draw(chance.pick(schema.anyOf), chance, idOf, name);
  switch (schema.type) {
    case 'string':
      return drawText(schema, chance, idOf, name);
    case 'integer':
    case 'number':
      return drawNumber(schema, chance);
    case 'boolean':
      return chance.hit(0.5);
    case 'null':
      return null;
    case 'array': {
      const length = Math.max(schema.minItems ?? 0, chance.below(Math.min(schema.maxItems ?? 4, 4)));
      return Array.from({ length }, () => draw(schema.items ?? {}, chance, idOf, name));
    }
    default:
      return drawObject(schema, chance, idOf);
  }
}

function drawObject(schema: Schema, chance: Chance, idOf: IdOf): object {
  const required = new Set(schema.required);
  const known = Object.entries(schema.properties ?? {})
    .filter(([key]) => required.has(key) || chance.hit(0.6))
    .map(([key, value]) => [key, draw(value, chance, idOf, key)] as const);
  const [rest] = Object.values(schema.patternProperties ?? {});
  const more = Array.from({ length: rest ? chance.below(4) : 0 }, (_, index) => [
    `key${index}`,
    draw(rest ?? {}, chance, idOf),
  ]);
  return Object.fromEntries([...known, ...more]);
}

const two = (number: number): string => String(number).padStart(2, '0');
const day = (chance: Chance): string => `2026-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`;
const time = (chance: Chance): string => `${two(chance.below(24))}:${two(chance.below(60))}`;
const WORDS = ['Siti', 'Bakorwil', 'Pelayanan', 'Pagi', 'Aula', 'Rencana', 'Ilir', 'é', '日本', '👍'];
const patternOf = (schema: object): string | undefined => (schema as Schema).pattern;
const LINE = patternOf(Line(1));

function drawText(schema: Schema, chance: Chance, idOf: IdOf, name: string): string {
  const { pattern, minLength = 0, maxLength = 60 } = schema;
  if (pattern === patternOf(Id)) return idOf(name);
  if (pattern === patternOf(Day)) return day(chance);
  if (pattern === patternOf(InstrumentCode)) return chance.pick(['skm9', 'skm9', 'observasi', 'tiada']);
  if (pattern === patternOf(TimeOfDay)) return time(chance);
  if (pattern === patternOf(LocalTime))
    return `${day(chance)}T${time(chance)}:${two(chance.below(60))}+07:00`;
  if (pattern && pattern !== LINE) return chance.pick(samplesOf(pattern));
  const words = Array.from({ length: 1 + chance.below(3) }, () => chance.pick(WORDS)).join(' ');
  return chance.hit(0.1)
    ? 'x'.repeat(chance.hit(0.5) ? maxLength : minLength)
    : `${words} ${chance.below(1e6)}`.slice(0, maxLength).padEnd(minLength, 'x');
}

const sampled = new Map<string, string[]>();

function samplesOf(pattern: string): string[] {
  const known = sampled.get(pattern);
  if (known) return known;
  const samples = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 50, seed: 1 });
  sampled.set(pattern, samples);
  return samples;
}

function drawNumber({ minimum = 0, maximum = 100 }: Schema, chance: Chance): number {
  return chance.weigh<number>([
    [1, minimum],
    [1, maximum],
    [4, minimum + chance.below(Math.min(maximum - minimum + 1, 50))],
  ]);
}
