// Which instruments depend on themselves.
import { expect, test } from 'vitest';
import { findCycles } from '../../../../src/domain/instrument/sheet/cycles.ts';
import { Form } from './form.ts';

const cyclesIn = (form: Form) =>
  findCycles(form.instrument).map(cycle => cycle.map(index => form.nodes[index]?.name));

test('two calculations of one another', () => {
  const form = new Form().ask('a', 'calculate', { calculation: ['+', 1, ['$', 1]] });
  expect(cyclesIn(form.ask('b', 'calculate', { calculation: ['$', 0] }))).toEqual([['a', 'b']]);
});

test('a calculation of itself', () => {
  expect(
    cyclesIn(new Form().ask('a', 'calculate', { calculation: ['()', 'concat', ['$', 0], 'x'] })),
  ).toEqual([['a']]);
});

test('a group that is relevant by a question in it', () => {
  const form = new Form().group('g', inner => inner.ask('a'), { relevant: ['=', ['$', 1], ''] });
  expect(cyclesIn(form)).toEqual([['g', 'a']]);
});

test('a choice filter by what depends on the choice', () => {
  const form = new Form({ l: [] }).ask('s', 'select_one', {
    list: 'l',
    choice_filter: ['=', ['col', 'x'], ['$', 1]],
  });
  expect(cyclesIn(form.ask('b', 'calculate', { calculation: ['$', 0] }))).toEqual([['s', 'b']]);
});

test.each([
  [
    'a constraint, a requirement or a label',
    { constraint: ['>', ['$', 0], 1] as const, required: ['=', ['$', 0], ''] as const },
  ],
  ['the answer entered before', { calculation: ['()', 'once', ['.']] as const }],
  ['a calculation by a trigger', { triggers: [0], calculation: ['$', 0] as const }],
])('%s is none', (_, more) => {
  expect(cyclesIn(new Form().ask('a', 'text', more))).toEqual([]);
});

test('a running total over the instances before is none', () => {
  const form = new Form().repeat('r', inner =>
    inner.ask('t', 'calculate', { calculation: ['at', 1, [['-', ['position', 0], 1]]] }),
  );
  expect(cyclesIn(form)).toEqual([]);
});

test('a count by what is in the repeat is none, since it only adds one where that is asked for', () => {
  const form = new Form().repeat('r', inner => inner.ask('q'), { count: ['()', 'sum', ['$*', 1]] });
  expect(cyclesIn(form)).toEqual([]);
});

test('a chain of thousands is walked', () => {
  const form = new Form();
  for (let step = 0; step < 5000; step += 1)
    form.ask(`c${step}`, 'calculate', { calculation: ['$', step + 1] });
  form.ask('end');
  expect(cyclesIn(form)).toEqual([]);
});
