// Makes the draft of one question: its type, its list, its parameters; with "Lainnya" a second one for the words.
import type { ChoiceList } from '../lists/choice.ts';
import { factsOf } from '../lists/facts.ts';
import { type Lists, PLAIN } from '../lists/lists.ts';
import type { Report } from '../report.ts';
import { type Row, spotOf, textOf, wordOf } from '../table/table.ts';
import type { QuestionDraft } from './draft.ts';
import { type Parameters, readParameters } from './parameters.ts';
import { checkRange } from './range.ts';
import type { RowType, SelectType } from './read-type.ts';

type Place = {
  readonly row: Row;
  readonly name: string;
  readonly parent: number;
  readonly path: string;
  /** Index that the draft will have. */
  readonly at: number;
};

export type QuestionRowType = Extract<RowType, { kind: 'select' | 'plain' | 'metadata' | 'osm' }>;

export const draftQuestion = (
  place: Place,
  type: QuestionRowType,
  lists: Lists,
  report: Report,
): QuestionDraft[] => {
  if (type.kind === 'select') return draftSelect(place, type, lists, report);
  if (type.kind === 'plain') return [draftPlain(place, type, lists, report)];
  if (type.kind === 'metadata')
    return [{ ...placed(place), type: 'calculate', metadata: type.metadata, ...valueTypeOf(type) }];
  report.unsupported('type.unsupported', spotOf(place.row, 'type'), {
    type: wordOf(place.row, 'type'),
    instead: 'empty',
  });
  return [{ ...placed(place), type: 'calculate' }];
};

const placed = ({ row, name, parent, path }: Place) =>
  ({ kind: 'question', row, name, parent, path }) as const;

const valueTypeOf = (
  type: Extract<QuestionRowType, { kind: 'metadata' }>,
): Pick<QuestionDraft, 'valueType'> =>
  type.metadata === 'today'
    ? { valueType: 'date' }
    : type.metadata === 'start' || type.metadata === 'end'
      ? { valueType: 'dateTime' }
      : {};

const draftPlain = (
  place: Place,
  { plain }: Extract<QuestionRowType, { kind: 'plain' }>,
  lists: Lists,
  report: Report,
): QuestionDraft => {
  const { row } = place;
  const spot = spotOf(row, 'parameters');
  const parameters = readParameters(textOf(row, 'parameters'), rulesFor(plain.type, row), spot, report);
  if (plain.type === 'range') checkRange(parameters, appearanceOf(row), lists, spot, report);
  const { implied, appearance, valueType, type } = plain;
  return {
    ...placed(place),
    type,
    ...(valueType && { valueType }),
    ...(implied && { implied }),
    ...(appearance && { appearance }),
    ...(parameters.size > 0 && { parameters }),
  };
};

/** An app is only asked to take or to annotate a picture. */
const rulesFor = (type: string, row: Row): string =>
  type === 'image' && !['', 'annotate'].includes(appearanceOf(row).join(' ')) ? 'image drawn' : type;

export const appearanceOf = (row: Row): string[] =>
  wordOf(row, 'appearance')
    .toLowerCase()
    .split(' ')
    .filter(token => token !== '');

const draftSelect = (place: Place, type: SelectType, lists: Lists, report: Report): QuestionDraft[] => {
  const { row } = place;
  const rules = type.origin === 'file' ? `${type.type} from file` : type.type;
  const parameters = readParameters(textOf(row, 'parameters'), rules, spotOf(row, 'parameters'), report);
  if (type.origin === 'answers') {
    report.unsupported('type.from_answers', spotOf(row, 'type'), { instead: 'text' });
    return [{ ...placed(place), type: 'text' }];
  }
  const list = listOf(row, type, parameters, lists, report);
  if (list && type.type !== 'select_one') sayOfBlanksInCodes(list, row, report);
  const select: QuestionDraft = {
    ...placed(place),
    type: type.type,
    ...(list && { list }),
    ...(parameters.size > 0 && { parameters }),
    ...(type.orOther && { orOther: true }),
  };
  return type.orOther ? [select, wordsForOther(place, report)] : [select];
};

const listOf = (
  row: Row,
  type: SelectType,
  parameters: Parameters,
  lists: Lists,
  report: Report,
): ChoiceList | null => {
  const spot = spotOf(row, 'type');
  if (type.origin === 'file')
    return lists.ofFile(
      type.list,
      { value: parameters.get('value') ?? PLAIN.value, label: parameters.get('label') ?? PLAIN.label },
      spot,
    );
  const list = type.origin === 'external' ? lists.ofExternal(type.list) : lists.ofChoices(type.list);
  if (list !== null) return list;
  const sheet = type.origin === 'external' ? 'external_choices' : 'choices';
  if (type.origin === 'external' && !lists.hasExternal) {
    report.error('list.file_missing', spot, { file: sheet, list: type.list.slice(0, 100) });
    return null;
  }
  report.error('choices.missing', spot, {
    list: type.list.slice(0, 100),
    similar: lists.similar(type.list),
    sheet,
  });
  return null;
};

/** Chosen codes are stored divided by blanks. */
const sayOfBlanksInCodes = (list: ChoiceList, row: Row, report: Report): void => {
  const choice = factsOf(list).withBlank;
  if (choice !== null) report.error('choice.blank_in_name', spotOf(row, 'type'), { list: list.name, choice });
};

const wordsForOther = ({ row, name, parent, path, at }: Place, report: Report): QuestionDraft => {
  if (textOf(row, 'choice_filter') !== '') report.error('or_other.filtered', spotOf(row, 'choice_filter'));
  return {
    kind: 'question',
    row,
    parent,
    name: `${name}_other`,
    path: `${path}_other`,
    type: 'text',
    otherOf: at,
  };
};
