// The column `parameters`: `start=0 end=10 step=1`, and which of them a type takes.

import type { Report, Spot } from '../report.ts';
import { isNo, isYes } from '../settings/settings.ts';

export type Parameters = ReadonlyMap<string, string>;

/** Divided by semicolons, else by commas, else by blanks. Null where a part is not `key=value`. */
export const parseParameters = (text: string): Parameters | null => {
  const divider = text.includes(';') ? ';' : text.includes(',') ? ',' : /\s+/;
  const parts = text
    .split(divider)
    .map(part => part.trim())
    .filter(part => part !== '');
  const pairs = parts.map(part => part.split('=').map(side => side.trim()));
  if (pairs.some(pair => pair.length !== 2 || pair[0] === '' || pair[1] === '')) return null;
  return new Map(pairs.map(([key = '', value = '']) => [key.toLowerCase(), value]));
};

type Rule = (value: string) => boolean;

const any: Rule = () => true;
const whole: Rule = value => /^[+-]?\d+$/.test(value);
const number: Rule = value => value !== '' && Number.isFinite(Number(value));
const oneOf =
  (...known: string[]): Rule =>
  value =>
    known.includes(value.toLowerCase());
const bool = oneOf('true', 'false');
/** A yes in any of the ways that the standard has. */
const mark: Rule = value => isYes(value) || isNo(value);

/** A seed is a number or a question; whether that is there is seen when expressions are read. */
const seed: Rule = value => number(value) || /^\$\{[^{}]+\}$/.test(value);
/** As Android names apps. */
const app: Rule = value => /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)+$/.test(value);

const SELECT = { randomize: bool, seed };

/** By type; a type that is not here takes any, and ignores it. */
const RULES: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  text: { rows: whole },
  image: { 'max-pixels': whole, app },
  /** Drawn, not taken by an app. */
  'image drawn': { 'max-pixels': whole, app: any },
  audio: { quality: oneOf('voice-only', 'low', 'normal', 'external') },
  geopoint: {
    'allow-mock-accuracy': bool,
    'capture-accuracy': number,
    'warning-accuracy': number,
    'reference-geometry': any,
  },
  geotrace: { 'allow-mock-accuracy': bool, incremental: mark, 'reference-geometry': any },
  geoshape: { 'allow-mock-accuracy': bool, incremental: mark, 'reference-geometry': any },
  select_one: SELECT,
  select_multiple: SELECT,
  rank: SELECT,
  'select_one from file': { ...SELECT, value: any, label: any },
  'select_multiple from file': { ...SELECT, value: any, label: any },
  range: {
    start: number,
    end: number,
    step: number,
    tick_interval: number,
    placeholder: number,
    tick_labelset: any,
  },
};

/** What the tablet does not do, though the standard knows it. */
const UNSUPPORTED = new Set([
  'app',
  'quality',
  'allow-mock-accuracy',
  'capture-accuracy',
  'warning-accuracy',
  'reference-geometry',
  'incremental',
  'tick_interval',
  'placeholder',
]);

/** The parameters of a row, with everything wrong about them said. `type`: a key of the rules above. */
export const readParameters = (text: string, type: string, spot: Spot, report: Report): Parameters => {
  if (text === '') return new Map();
  const parameters = parseParameters(text);
  if (parameters === null) {
    report.error('parameters.malformed', spot, { parameters: text });
    return new Map();
  }
  const rules = RULES[type];
  if (rules) for (const [key, value] of parameters) checkOne({ key, value, type }, rules, spot, report);
  if (parameters.has('seed') && !parameters.has('randomize')) report.error('parameter.seed_alone', spot);
  return parameters;
};

type Given = { readonly key: string; readonly value: string; readonly type: string };

const checkOne = (
  { key, value, type }: Given,
  rules: Readonly<Record<string, Rule>>,
  spot: Spot,
  report: Report,
): void => {
  const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
  if (rule === undefined)
    report.error('parameter.unknown', spot, { parameter: key, type, known: Object.keys(rules).join(', ') });
  else if (!rule(value)) report.error('parameter.invalid', spot, { parameter: key, value });
  else if (UNSUPPORTED.has(key))
    report.unsupported('parameter.unsupported', spot, { parameter: key, instead: 'nothing' });
};
