// What a form notes by itself: the day and the hour of its beginning. What names a person or a device stays empty.
import type { QuestionNode } from '../../../domain/instrument/definition.ts';
import type { Expression } from '../../../domain/instrument/expression.ts';
import { readTriggers } from '../expressions/triggers.ts';
import type { Writing } from '../expressions/writing.ts';
import type { MetadataKind } from '../survey/types.ts';
import { spotOf, textOf, wordOf } from '../table/table.ts';
import type { Building } from './building.ts';
import { readCondition } from './rules.ts';

export const buildMetadata = (building: Building, kind: MetadataKind, writing: Writing): QuestionNode => {
  const { draft, at, code, drafts } = building;
  readTriggers(draft.row, drafts, writing);
  sayOfBackgroundPlace(building, writing);
  const first = presetOf(building, kind, writing);
  const relevant = readCondition(draft.row, 'relevant', at, writing);
  return {
    kind: 'question',
    name: draft.name,
    code,
    parent: draft.parent,
    type: 'calculate',
    ...(draft.valueType && {
      value_type: writing.isAnonymous && draft.valueType === 'dateTime' ? 'date' : draft.valueType,
    }),
    ...(relevant !== undefined && { relevant }),
    ...(first !== undefined && { default: first }),
  };
};

/**
 * | kind        | named sheet        | anonymous sheet     |
 * | today       | the day            | the day             |
 * | start       | day and time       | the day             |
 * | any other   | empty, and told    | empty, and told     |
 */
const presetOf = (
  { draft }: Building,
  kind: MetadataKind,
  { isAnonymous, report }: Writing,
): Expression | undefined => {
  const spot = spotOf(draft.row, 'type');
  const type = wordOf(draft.row, 'type').slice(0, 100);
  if (kind === 'today') return ['()', 'today'];
  if (kind === 'start') {
    if (isAnonymous) report.unsupported('anonymous.metadata', spot, { type, instead: 'today' });
    return ['()', isAnonymous ? 'today' : 'now'];
  }
  report.unsupported(isAnonymous ? 'anonymous.metadata' : 'metadata.unsupported', spot, {
    type,
    instead: 'empty',
  });
  return undefined;
};

/** It is read when a question changes, so one must be named, and nothing computes it. */
const sayOfBackgroundPlace = ({ draft }: Building, { report }: Writing): void => {
  const { row } = draft;
  if (wordOf(row, 'type').toLowerCase() !== 'background-geopoint') return;
  if (textOf(row, 'trigger') === '')
    report.error('trigger.missing', spotOf(row, 'trigger'), { type: 'background-geopoint' });
  if (textOf(row, 'calculation') !== '')
    report.error('calculation.not_allowed', spotOf(row, 'calculation'), { type: 'background-geopoint' });
};
