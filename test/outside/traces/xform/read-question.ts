// What a recorded form asks at one node: type, words, rules, choices, and what is entered by itself.
import type { QuestionNode, QuestionType, ValueType } from '../../../../src/domain/instrument/definition.ts';
import type { Expression } from '../../../../src/domain/instrument/expression.ts';
import { type Control, labelOf, type SetValue } from './controls.ts';
import { type Attributes, compiled, type Form } from './form-parts.ts';
import { readOffer } from './lists.ts';
import { OutOfScope } from './out-of-scope-error.ts';
import type { TreeNode } from './tree.ts';
import { childNamed } from './xml.ts';

type Asked = Omit<QuestionNode, 'name' | 'code' | 'parent' | 'relevant'>;

export function readQuestion(form: Form, index: number, at: TreeNode, bind: Attributes): Asked {
  const compile = (text: string) => compiled(form, index, text);
  const control = form.body.controls.get(at.path);
  const label = control && form.words.wordingOf(labelOf(control), compile);
  const hint = control && form.words.wordingOf(childNamed(control.element, 'hint'), compile);
  const type = typeOf(control, bind);
  const isText = type === 'calculate' || type === 'note';
  const { constraint, required, readonly, calculate } = mapped(bind, compile);
  return {
    kind: 'question',
    type,
    ...(isText && { value_type: VALUE_TYPES[plainType(bind)] ?? 'text' }),
    ...(label && { label }),
    ...(hint && { hint }),
    ...(constraint !== undefined && { constraint }),
    ...(required !== undefined && { required }),
    ...(readonly !== undefined && { readonly }),
    ...(calculate !== undefined && { calculation: calculate }),
    ...(type === 'range' && control && { parameters: control.element.attributes }),
    ...offerOf(form, index, at, control),
    ...defaultOf(form, at, bind, compile),
    ...triggersOf(form, at, compile),
  };
}

const mapped = (bind: Attributes, compile: (text: string) => Expression) =>
  Object.fromEntries(
    ['constraint', 'required', 'readonly', 'calculate'].flatMap(name => {
      const text = bind[name];
      return text === undefined ? [] : [[name, compile(text)]];
    }),
  ) as Partial<Record<'constraint' | 'required' | 'readonly' | 'calculate', Expression>>;

const plainType = ({ type = '' }: Attributes): string => type.replace(/^\w+:/, '');

const VALUE_TYPES: Readonly<Record<string, ValueType>> = {
  int: 'integer',
  integer: 'integer',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  dateTime: 'dateTime',
  boolean: 'boolean',
  geopoint: 'geo',
  geotrace: 'geo',
  geoshape: 'geo',
};

const INPUT_TYPES: Readonly<Record<string, QuestionType>> = {
  int: 'integer',
  integer: 'integer',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  dateTime: 'dateTime',
  geopoint: 'geopoint',
  geotrace: 'geotrace',
  geoshape: 'geoshape',
  barcode: 'barcode',
};

const CONTROL_TYPES: Readonly<Record<string, QuestionType>> = {
  select: 'select_multiple',
  select1: 'select_one',
  rank: 'rank',
  range: 'range',
  trigger: 'acknowledge',
  upload: 'file',
};

function typeOf(control: Control | undefined, bind: Attributes): QuestionType {
  if (!control) return 'calculate';
  if (control.kind !== 'input') return CONTROL_TYPES[control.kind] ?? 'text';
  const isNote = bind.readonly?.startsWith('true') && bind.calculate === undefined;
  return isNote ? 'note' : (INPUT_TYPES[plainType(bind)] ?? 'text');
}

function offerOf(form: Form, index: number, at: TreeNode, control: Control | undefined) {
  if (!control || !['select', 'select1', 'rank'].includes(control.kind)) return {};
  const { list, filter } = readOffer(control.element, at.path, form.model, form.words, form.lists);
  return { list, ...(filter !== undefined && { choice_filter: compiled(form, index, filter, true) }) };
}

const PRELOADED: Readonly<Record<string, string>> = {
  uid: "concat('uuid:', uuid())",
  date: 'today()',
  timestamp: 'now()',
};

function defaultOf(
  { setValues, tree }: Form,
  at: TreeNode,
  bind: Attributes,
  compile: (text: string) => Expression,
) {
  const own = setValues.filter(
    one => one.target === at.path && one.events.some(event => event.startsWith('odk-')),
  );
  const texts = new Set(own.map(({ expression, text }) => expression ?? text));
  if (own.some(one => one.events.includes('odk-instance-load')) && tree.present.counts.size > 0)
    throw new OutOfScope('values set whenever a form is opened');
  if (texts.size > 1) throw new OutOfScope('different values set on different events');
  if (own[0]) return { default: entered(own[0], compile) };
  const preloaded = bind['jr:preloadParams'] === 'end' ? undefined : PRELOADED[bind['jr:preload'] ?? ''];
  if (at.text.trim() === '' && preloaded !== undefined) return { default: compile(preloaded) };
  return at.text.trim() === '' ? {} : { default: at.text };
}

const entered = ({ expression, text }: SetValue, compile: (text: string) => Expression): Expression =>
  expression === undefined || expression === '' ? text : compile(expression);

function triggersOf({ setValues, tree }: Form, at: TreeNode, compile: (text: string) => Expression) {
  const own = setValues.filter(one => one.target === at.path && one.events.includes('xforms-value-changed'));
  const [first, second] = own;
  if (!first) return {};
  if (second) throw new OutOfScope('different values set on different events');
  const triggers = [tree.nodes.findIndex(({ path }) => path === first.inside)];
  return { triggers, calculation: entered(first, compile) };
}
