// Makes the node of one question out of its draft and the cells of its row.
import type { QuestionNode, QuestionType } from '../../../domain/instrument/definition.ts';
import type { Expression } from '../../../domain/instrument/expression.ts';
import { dayOnly } from '../expressions/day-only.ts';
import { readDefault } from '../expressions/default-value.ts';
import { readExpression } from '../expressions/read-expression.ts';
import { readTriggers } from '../expressions/triggers.ts';
import { wordingOf } from '../expressions/wording.ts';
import type { Writing } from '../expressions/writing.ts';
import type { QuestionDraft } from '../survey/draft.ts';
import { type Row, spotOf, textOf, writtenIn } from '../table/table.ts';
import { readAppearance } from './appearance.ts';
import type { Building, Extras } from './building.ts';
import { readChoosing } from './choosing.ts';
import { sayOfMapReference } from './map-reference.ts';
import { mediaOf } from './media.ts';
import { buildMetadata } from './metadata.ts';
import { readCondition, readMark, readRule } from './rules.ts';
import { sayOfAnonymity, sayOfMissing } from './sound-question.ts';
import { typeOf } from './value-type.ts';

export const buildQuestion = (building: Building, extras: Extras, writing: Writing): QuestionNode => {
  const { draft, at, code, drafts } = building;
  const { row, name, parent } = draft;
  if (draft.metadata !== undefined) return buildMetadata(building, draft.metadata, writing);
  const triggers = readTriggers(row, drafts, writing);
  const typed = typeOf(draft, triggers.length > 0);
  sayOfMissing(draft, typed.type, writing);
  sayOfAnonymity(draft, writing);
  sayOfMapReference(draft, drafts, writing);
  return {
    kind: 'question',
    name,
    code,
    parent,
    ...typed,
    ...readWordings(row, at, writing),
    ...readRules(draft, at, writing),
    ...readValues(draft, typed.type, at, writing),
    ...(triggers.length > 0 && { triggers }),
    ...readChoosing(draft, at, writing),
    ...readLooks(draft, typed.type, extras, writing),
  };
};

const readWordings = (row: Row, at: number, writing: Writing): Partial<QuestionNode> => {
  const label = wordingOf(writtenIn(row, 'label'), at, writing);
  const hint = wordingOf(writtenIn(row, 'hint'), at, writing);
  const guidance = wordingOf(writtenIn(row, 'guidance_hint'), at, writing);
  const requiredMessage = wordingOf(writtenIn(row, 'required_message'), at, writing);
  const constraintMessage = wordingOf(writtenIn(row, 'constraint_message'), at, writing);
  const media = mediaOf(row, writing.languages);
  return {
    ...(label && { label }),
    ...(hint && { hint }),
    ...(guidance && { guidance }),
    ...(media && { media }),
    ...(requiredMessage && { required_message: requiredMessage }),
    ...(constraintMessage && { constraint_message: constraintMessage }),
  };
};

const readRules = (draft: QuestionDraft, at: number, writing: Writing): Partial<QuestionNode> => {
  const { row } = draft;
  const relevant = readCondition(row, 'relevant', at, writing);
  const required = readMark(row, 'required', at, writing);
  const readonly = readMark(row, 'readonly', at, writing);
  const constraint = readConstraint(draft, at, writing);
  return {
    ...(relevant !== undefined && { relevant }),
    ...(required !== undefined && draft.type !== 'note' && { required }),
    ...(readonly !== undefined && draft.type !== 'note' && { readonly }),
    ...(constraint !== undefined && { constraint }),
  };
};

/** What the form demands, and what the type itself does. */
const readConstraint = (
  { row, implied }: QuestionDraft,
  node: number,
  writing: Writing,
): Expression | undefined => {
  const written = readCondition(row, 'constraint', node, writing);
  if (implied === undefined) return written;
  const ofType = readExpression({ text: implied, spot: spotOf(row, 'type') }, { node }, writing);
  if (ofType === undefined || written === undefined) return ofType ?? written;
  return ['and', ofType, written];
};

const readValues = (
  draft: QuestionDraft,
  type: QuestionType,
  at: number,
  writing: Writing,
): Partial<QuestionNode> => {
  const { row } = draft;
  const calculation = readRule(row, 'calculation', at, writing);
  const written = writtenIn(row, 'default')[0];
  const first = written && readDefault(written, draft.type, at, writing);
  return {
    ...(calculation !== undefined &&
      type !== 'note' && { calculation: dayOnly(calculation, spotOf(row, 'calculation'), writing) }),
    ...(calculation !== undefined && type === 'note' && { calculation }),
    ...(first !== undefined && { default: dayOnly(first, spotOf(row, 'default'), writing) }),
  };
};

const NOT_SHOWN = new Set(['randomize', 'seed', 'value', 'label']);

const readLooks = (
  draft: QuestionDraft,
  type: QuestionType,
  extras: Extras,
  { report }: Writing,
): Partial<QuestionNode> => {
  const { row } = draft;
  const appearance = [...(draft.appearance ? [draft.appearance] : []), ...readAppearance(row, report)];
  const rows = textOf(row, 'rows');
  const parameters = Object.fromEntries([
    ...(rows === '' ? [] : [['rows', rows] as const]),
    ...[...(draft.parameters ?? [])].filter(([key]) => !NOT_SHOWN.has(key)),
  ]);
  const maxLength = type === 'text' ? extras.maxLengthOf(draft.name) : undefined;
  return {
    ...(appearance.length > 0 && { appearance }),
    ...(Object.keys(parameters).length > 0 && { parameters }),
    ...(maxLength !== undefined && { max_length: maxLength }),
  };
};
