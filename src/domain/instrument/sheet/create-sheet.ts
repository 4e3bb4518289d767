// Makes a live sheet of an instrument: everything in it follows from what is entered.
import { signal } from '@preact/signals-core';
import type { Answer, Answers, Instrument } from '../definition.ts';
import { Engine, type SheetOptions } from './engine.ts';
import { Group } from './group.ts';
import type { Frame } from './live.ts';
import type { Question } from './question.ts';
import type { Repeat } from './repeat.ts';
import type { LiveNode, Sheet } from './sheet.ts';

/**
 * A new sheet, or an earlier one from its `answers()`. Throws only on a bug: an instrument that depends on itself
 * (`findCycles`) is refused when it is made. Let go of it by `end()`.
 */
export function createSheet(instrument: Instrument, options: SheetOptions): Sheet {
  const engine = new Engine(instrument, options);
  const frame: Frame = {
    outer: null,
    repeat: -1,
    members: new Map(),
    group: null,
    repeatKey: () => '',
    place: signal(1),
  };
  const root = new Group(engine, null, null, { frame, children: engine.shape.top });
  engine.given = null;
  engine.change(() => root.enter());
  engine.change(() => root.follow());
  const questions = () => [...questionsIn(root)];
  return {
    instrument,
    root,
    language: engine.language,
    speak: code => {
      if (instrument.languages.some(language => language.code === code)) engine.language.value = code;
    },
    say: wording => engine.say(wording, root),
    fill: template => engine.fill(template, root),
    questions,
    find: key => findIn(root, key),
    answers: () => Object.fromEntries(entriesOf(root)),
    submission: () => submissionOf(questions()),
    violations: () => questions().filter(question => question.violation.value !== null),
    end: () => root.end(),
  };
}

function* questionsIn(group: Group): Generator<Question> {
  for (const child of group.children)
    if (child.kind === 'question') yield child;
    else if (child.kind === 'group') yield* questionsIn(child);
    else for (const instance of child.instances.value) yield* questionsIn(instance);
}

/** Of a repeat how many instances there are, since those without an answer show nowhere else. */
function* entriesOf(group: Group): Generator<[string, Answer]> {
  for (const child of group.children)
    if (child.kind === 'question') {
      if (hasValue(child)) yield [child.key, child.raw.value || null];
    } else if (child.kind === 'group') yield* entriesOf(child);
    else {
      yield [child.key, String(child.instances.value.length)];
      for (const instance of child.made) yield* entriesOf(instance);
    }
}

const submissionOf = (questions: readonly Question[]): Answers =>
  Object.fromEntries(
    questions
      .filter(question => hasValue(question) && question.value.value)
      .map(({ key, value }) => [key, value.value]),
  );

const hasValue = ({ node }: Question): boolean => node.type !== 'note' || node.calculation !== undefined;

function findIn(root: Group, key: string): LiveNode | null {
  const steps = key.split(/\[(\d+)\](?:\/|$)/);
  let group: Group | undefined = root;
  for (let step = 0; step + 1 < steps.length && group; step += 2) {
    const repeat = childBy(group, steps[step]);
    const place = Number(steps[step + 1]);
    group = repeat?.kind === 'repeat' ? repeat.instances.value[place - 1] : undefined;
  }
  const code = steps.at(-1);
  return (group && (code ? childBy(group, code) : group)) ?? null;
}

/** Whatever has that code in that instance, however deep in groups. */
function childBy(group: Group, code: string | undefined): Question | Group | Repeat<Group> | undefined {
  for (const child of group.children) {
    if (child.node?.code === code) return child;
    const deeper = child.kind === 'group' ? childBy(child, code) : undefined;
    if (deeper) return deeper;
  }
  return undefined;
}
