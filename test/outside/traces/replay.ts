// Plays a recorded session on our engine and says where the two part.
import type { FunctionTable } from '../../../src/domain/instrument/evaluate/function-table.ts';
import { createSheet } from '../../../src/domain/instrument/sheet/create-sheet.ts';
import type { LiveNode, LiveRepeat, Sheet } from '../../../src/domain/instrument/sheet/sheet.ts';
import { type Compared, statesOf } from './states.ts';
import type { State, Step, Trace } from './trace.ts';
import { withoutPlaces } from './xform/path.ts';
import { type ReadForm, readForm } from './xform/read-form.ts';
import { readXml } from './xform/xml.ts';

/** The first step after which they differ, and in what; null where they agree to the end. Throws `OutOfScope`. */
export function replay(trace: Trace, functions: FunctionTable): string | null {
  const form = readForm(readXml(trace.forms[0]?.xml ?? ''));
  const sheet = createSheet(form.instrument, {
    answers: form.present,
    surroundings: SURROUNDINGS,
    functions,
  });
  const recorded = new Map<string, State>();
  for (const [index, step] of trace.steps.entries()) {
    if (step.op !== 'init') perform(sheet, form, step);
    for (const [key, state] of Object.entries(step.delta))
      if (state === null) recorded.delete(key);
      else recorded.set(key, state);
    const difference = findDifference(recorded, statesOf(sheet, form), form);
    if (difference) return `step ${index} ${step.op} ${step.at ?? ''}: ${difference}`;
  }
  sheet.end();
  return null;
}

const SURROUNDINGS = {
  now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
  random: () => 0.5,
  offsetAt: () => 0,
  newId: () => '00000000-0000-4000-8000-000000000000',
};

function perform(sheet: Sheet, form: ReadForm, { op, at = '', args = [], delta }: Step): void {
  const target = typeof args[0] === 'string' && args[0].startsWith('/') ? args[0] : at;
  if (op === 'setLanguage') sheet.speak(String(args[0]));
  if (op === 'createNewRepeat') addInstance(repeatAt(sheet, form, at), form);
  if (op === 'removeRepeat')
    repeatAt(sheet, form, target).remove(Number(target.match(/\[(\d+)\]$/)?.[1]) - 1);
  if (op !== 'answer') return;
  const question = nodeAt(sheet, form, target);
  if (question.kind !== 'question') throw new Error(`${target} takes no answer`);
  const values = target === args[0] && args.length > 1 ? args.slice(1) : args;
  question.answer(values.map(value => written(value, delta[target]?.v)).join(' '));
}

/** The recording names no more of an object (a file, a point) than that it was one; what it came to is in the change. */
function written(value: unknown, recorded: string | undefined): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  return String(value).startsWith('[object ') ? (recorded ?? '') : String(value);
}

/** What is in a new instance begins with an instance too; in these forms it begins with what the template has. */
function addInstance(repeat: LiveRepeat, form: ReadForm): void {
  repeat.add();
  for (const added of repeat.instances.value.slice(-1)) emptyIn(added.children, form);
}

function emptyIn(nodes: readonly LiveNode[], form: ReadForm): void {
  for (const node of nodes)
    if (node.kind === 'group') emptyIn(node.children, form);
    else if (node.kind === 'repeat' && form.beginEmpty.has(node.node.code)) node.remove(0);
}

function repeatAt(sheet: Sheet, form: ReadForm, instance: string) {
  const node = nodeAt(sheet, form, instance.replace(/\[\d+\]$/, ''));
  if (node.kind !== 'repeat') throw new Error(`${instance} is no repeat`);
  return node;
}

function nodeAt(sheet: Sheet, form: ReadForm, recorded: string): LiveNode {
  // A path without a place means the first instance.
  const placed = recorded.split('/').reduce((path, step) => {
    const next = `${path}/${step}`;
    const isRepeat = form.instrument.nodes.some(
      (node, index) => node.kind === 'repeat' && form.paths[index] === withoutPlaces(next),
    );
    return isRepeat && !step.endsWith(']') && withoutPlaces(next) !== withoutPlaces(recorded)
      ? `${next}[1]`
      : next;
  });
  const node = sheet.find(form.keyOf(placed));
  if (!node) throw new Error(`nothing at ${recorded}`);
  return node;
}

/** What the recording's engine adds to every form. */
const isAdded = (key: string): boolean => /\/(orx:)?meta(\/(orx:)?(instanceID|deprecatedID))?$/.test(key);

function findDifference(
  recorded: ReadonlyMap<string, State>,
  ours: ReadonlyMap<string, Compared>,
  form: ReadForm,
): string | null {
  for (const key of ours.keys()) if (!recorded.has(key)) return `${key} is only ours`;
  for (const [key, { t, ...theirs }] of recorded) {
    const own = ours.get(key);
    if (!own && isAdded(key)) continue;
    if (!own) return `${key} (${t}) is only theirs`;
    const [a, b] = [comparable(theirs, key, form), comparable(own, key, form)];
    if (a !== b) return `${key} theirs ${a} ours ${b}`;
  }
  return null;
}

const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi;
const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[\d.]*(Z|[+-]\d\d:\d\d)?)?$/;
const NUMBERS = /^-?\d+(\.\d+)?( -?\d+(\.\d+)?)*$/;

function comparable({ v, lab, ...rest }: Compared, key: string, form: ReadForm): string {
  const node = form.instrument.nodes[form.paths.indexOf(withoutPlaces(key))];
  const asked = node?.kind === 'question' ? node : undefined;
  const isNumeric =
    /^(decimal|range|geo)/.test(`${asked?.type} `) || /^(decimal|geo)/.test(asked?.value_type ?? '');
  // 23 and 23.0 are one number.
  const value =
    isNumeric && NUMBERS.test(v)
      ? v.split(' ').map(Number).join(' ')
      : v.normalize('NFC').replace(UUID, 'uuid');
  const isOfNow = asked && /"(today|now)"/.test(JSON.stringify([asked.default, asked.calculation]));
  return JSON.stringify({
    // Each engine names its own sheets.
    v: isAdded(key) ? '' : isOfNow && MOMENT.test(value) ? 'a moment' : value,
    ...(lab && { lab: lab.replace(/\s+/g, ' ').trim() }),
    ...Object.fromEntries(Object.entries(rest).sort()),
  });
}
