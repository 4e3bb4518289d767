// Turns the drafts of a survey into the nodes of an instrument, in their order.
import type { GroupNode, Node, RepeatNode } from '../../../domain/instrument/definition.ts';
import { wordingOf } from '../expressions/wording.ts';
import type { Writing } from '../expressions/writing.ts';
import { isNo } from '../settings/settings.ts';
import type { Draft, GroupDraft } from '../survey/draft.ts';
import { spotOf, textOf, writtenIn } from '../table/table.ts';
import { readAppearance } from './appearance.ts';
import type { Extras } from './building.ts';
import { buildOther } from './other.ts';
import { buildQuestion } from './question.ts';
import { readCondition, readRule } from './rules.ts';

export const buildNodes = (
  drafts: readonly Draft[],
  codes: readonly string[],
  extras: Extras,
  writing: Writing,
): Node[] =>
  drafts.map((draft, at) => {
    const code = codes[at] ?? draft.path;
    if (draft.kind !== 'question') return buildGroup(draft, at, code, writing);
    return draft.otherOf === undefined
      ? buildQuestion({ draft, at, code, drafts }, extras, writing)
      : buildOther(draft, code, writing);
  });

const buildGroup = (
  draft: GroupDraft,
  at: number,
  code: string,
  writing: Writing,
): GroupNode | RepeatNode => {
  const { row, name, parent, kind } = draft;
  const label = wordingOf(writtenIn(row, 'label'), at, writing);
  const relevant = readCondition(row, 'relevant', at, writing);
  const appearance = readAppearance(row, writing.report);
  const base = {
    name,
    code,
    parent,
    ...(label && { label }),
    ...(relevant !== undefined && { relevant }),
    ...(appearance.length > 0 && { appearance }),
  };
  sayOfWhatGroupsLack(draft, writing);
  if (kind === 'group') return { kind, ...base };
  const count = readRule(row, 'repeat_count', at, writing);
  return { kind, ...base, ...(count !== undefined && { count }) };
};

const ONLY_QUESTIONS = ['readonly', 'required', 'constraint', 'calculation', 'default'] as const;

const sayOfWhatGroupsLack = ({ row }: GroupDraft, { report }: Writing): void => {
  for (const column of ONLY_QUESTIONS)
    if (!isNo(textOf(row, column)))
      report.unsupported('group.column', spotOf(row, column), { column, instead: 'nothing' });
  for (const column of ['hint', 'image', 'audio', 'video'])
    if (textOf(row, column) !== '')
      report.unsupported('group.column', spotOf(row, column), { column, instead: 'nothing' });
};
