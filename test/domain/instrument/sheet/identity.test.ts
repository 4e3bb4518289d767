// Whatever is answered in whatever order: a fresh sheet given the same answers is the same sheet, as drafts rely on.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LiveNode, Sheet } from '../../../../src/domain/instrument/sheet/sheet.ts';
import { Form, fill, repeat } from './form.ts';

const ROWS = Array.from({ length: 6 }, (_, index) => ({
  code: `k${index}`,
  label: { id: `Pilihan ${index}` },
  columns: { sisa: String(index % 3) },
}));

/** What a generated question depends on: any question before it. */
type Plan = { readonly kind: number; readonly on: number; readonly nested: number };

/** Relevance chains, calculations of every manner, filters, triggers, defaults; in groups and up to two repeats deep. */
function generated(plans: readonly Plan[]): Form {
  const form = new Form({ l: ROWS });
  form.ask('q0', 'integer');
  const rest = [...plans];
  const take = (depth: number) => {
    for (let taken = 0; taken < 4 || depth === 0; taken += 1) {
      const plan = rest.shift();
      if (!plan) return;
      const name = `n${form.nodes.length}`;
      if (plan.nested === 1 && depth < 2) form.repeat(name, () => take(depth + 1), countOf(form, plan));
      else if (plan.nested === 2 && depth < 2)
        form.group(name, () => take(depth + 1), { relevant: ['!=', before(form, plan.on), '1'] });
      else ask(form, name, plan);
    }
  };
  take(0);
  return form;
}

const questionBefore = (form: Form, on: number): number => {
  const questions = form.nodes.flatMap(({ kind }, index) => (kind === 'question' ? [index] : []));
  return questions[on % questions.length] ?? 0;
};

const before = (form: Form, on: number) => ['$', questionBefore(form, on)] as const;

const countOf = (form: Form, { kind, on }: Plan) => (kind % 2 === 0 ? {} : { count: before(form, on) });

function ask(form: Form, name: string, { kind, on }: Plan): void {
  const other = before(form, on);
  const all = ['$*', questionBefore(form, on)] as const;
  const shapes: readonly (() => unknown)[] = [
    () => form.ask(name, 'integer', { relevant: ['>', other, 1] }),
    () => form.ask(name, 'calculate', { calculation: ['+', ['()', 'sum', all], 1] }),
    () => form.ask(name, 'integer', { calculation: ['*', other, 2] }),
    () => form.ask(name, 'select_multiple', { list: 'l', choice_filter: ['=', ['col', 'sisa'], other] }),
    () => form.ask(name, 'text', { default: ['()', 'concat', other, 'd'], constraint: ['!=', ['.'], '2'] }),
    () =>
      form.ask(name, 'calculate', {
        calculation: ['()', 'once', ['()', 'uuid']],
        relevant: ['!=', other, '3'],
      }),
    () =>
      form.ask(name, 'text', {
        triggers: [questionBefore(form, on)],
        calculation: ['()', 'concat', other, 't'],
      }),
    () =>
      form.ask(name, 'select_one', { list: 'l', required: ['=', other, ''], readonly: ['=', other, '3'] }),
    () => form.ask(name, 'note', { label: { id: ['n=', other] }, relevant: ['!=', other, '2'] }),
    () => form.ask(name, 'calculate', { calculation: ['()', 'concat', ['()', 'count', all], other] }),
  ];
  shapes[kind % shapes.length]?.();
}

type Deed = { readonly what: number; readonly where: number; readonly text: string };

function perform(sheet: Sheet, { what, where, text }: Deed): void {
  const repeats = [...nodesIn(sheet.root.children)].filter(node => node.kind === 'repeat');
  const picked = repeats[where % Math.max(repeats.length, 1)];
  const count = picked?.instances.value.length ?? 0;
  const questions = sheet.questions();
  if (what === 0 && picked && count < 4) picked.add();
  else if (what === 1 && picked) picked.remove(where % Math.max(count, 1));
  else questions[where % questions.length]?.answer(text);
}

function* nodesIn(nodes: readonly LiveNode[]): Generator<LiveNode> {
  for (const node of nodes) {
    yield node;
    if (node.kind === 'group') yield* nodesIn(node.children);
    if (node.kind === 'repeat') for (const one of node.instances.value) yield* nodesIn(one.children);
  }
}

const stateOf = (sheet: Sheet) => ({
  answers: sheet.answers(),
  submission: sheet.submission(),
  violations: sheet.violations().map(({ key, violation }) => [key, violation.value]),
  nodes: [...nodesIn(sheet.root.children)].map(node => [node.key, node.relevant.value, node.label.value]),
  choices: sheet.questions().map(({ choices }) => choices.value.map(({ label }) => label)),
});

const plans = fc.array(fc.record({ kind: fc.nat(99), on: fc.nat(99), nested: fc.nat(6) }), { maxLength: 16 });
const deeds = fc.array(
  fc.record({
    what: fc.nat(5),
    where: fc.nat(99),
    text: fc.constantFrom('', '1', '2', '3', '1.5', 'abc', 'k1', 'k2 k4', 'k4 k1', 'zz'),
  }),
  { maxLength: 20 },
);

test('a fresh sheet of the answers is the same sheet, after every change', () => {
  fc.assert(
    fc.property(plans, deeds, (planned, done) => {
      const { instrument } = generated(planned);
      const sheet = fill(instrument);
      for (const deed of done) {
        perform(sheet, deed);
        const fresh = fill(instrument, { answers: JSON.parse(JSON.stringify(sheet.answers())) });
        expect(stateOf(fresh)).toEqual(stateOf(sheet));
        fresh.end();
      }
      sheet.end();
    }),
    { numRuns: 300 },
  );
});

test('a repeat is emptied and filled again like a new one', () => {
  const form = new Form().repeat('r', inner => inner.ask('q', 'text', { default: 'x' }));
  const sheet = fill(form);
  repeat(sheet, 'r').remove(0);
  repeat(sheet, 'r').add();
  expect(stateOf(sheet)).toEqual(stateOf(fill(form)));
});
