// What changed between two versions of an instrument, for the officer who is about to publish the later one.
import type { Instrument, ListRow, Node, QuestionNode, Wording } from './definition.ts';

/** What of a question, a group or a list changed. `wording` comes with its language. */
export const CHANGED_ASPECTS = [
  'wording',
  'type',
  'rule',
  'choices',
  'media',
  'appearance',
  'other',
] as const;
export type ChangedAspect = (typeof CHANGED_ASPECTS)[number];

/** `node` and `list` are codes; `of` says what of it. */
export type Change =
  | { readonly kind: 'added' | 'removed'; readonly node: string }
  /** Into another group, or before what it stood behind. */
  | { readonly kind: 'moved'; readonly node: string }
  | {
      readonly kind: 'changed';
      readonly node: string;
      readonly of: ChangedAspect;
      readonly language?: string;
    }
  | { readonly kind: 'choice_added' | 'choice_removed'; readonly list: string; readonly choice: string }
  | {
      readonly kind: 'choice_changed';
      readonly list: string;
      readonly choice: string;
      readonly language?: string;
    }
  | { readonly kind: 'choices_reordered'; readonly list: string }
  | { readonly kind: 'setting_changed'; readonly setting: ChangedSetting; readonly language?: string };

export const CHANGED_SETTINGS = [
  'title',
  'notice',
  'kind',
  'view',
  'anonymous',
  'scoring',
  'languages',
] as const;
export type ChangedSetting = (typeof CHANGED_SETTINGS)[number];

/** In the order in which the later version is read: settings, questions (removed ones last), choices. Empty: the same. */
export function differenceOf(before: Instrument, after: Instrument): Change[] {
  return [...settingsBetween(before, after), ...nodesBetween(before, after), ...listsBetween(before, after)];
}

function settingsBetween(before: Instrument, after: Instrument): Change[] {
  const plain = (['kind', 'view', 'anonymous', 'scoring', 'languages'] as const).filter(
    setting => !same(before[setting], after[setting]),
  );
  const notice = languagesOf(before.notice?.text, after.notice?.text);
  const isNewNotice = notice.length === 0 && before.notice?.version !== after.notice?.version;
  return [
    ...languagesOf(before.title, after.title).map(
      language => ({ kind: 'setting_changed', setting: 'title', language }) as const,
    ),
    ...notice.map(language => ({ kind: 'setting_changed', setting: 'notice', language }) as const),
    ...(isNewNotice ? [{ kind: 'setting_changed', setting: 'notice' } as const] : []),
    ...plain.map(setting => ({ kind: 'setting_changed', setting }) as const),
  ];
}

function nodesBetween(before: Instrument, after: Instrument): Change[] {
  const old = new Map(before.nodes.map(node => [node.code, node]));
  const now = new Set(after.nodes.map(node => node.code));
  const moved = movedBetween(before, after);
  return [
    ...after.nodes.flatMap((node): Change[] => {
      const was = old.get(node.code);
      if (was === undefined) return [{ kind: 'added', node: node.code }];
      const move: Change[] = moved.has(node.code) ? [{ kind: 'moved', node: node.code }] : [];
      return [...move, ...changesOf(was, node, [before, after])];
    }),
    ...before.nodes
      .filter(node => !now.has(node.code))
      .map(node => ({ kind: 'removed', node: node.code }) as const),
  ];
}

/** Those in another group, and the fewest others without which the rest stand in the order that they had. */
function movedBetween(before: Instrument, after: Instrument): ReadonlySet<string> {
  const place = new Map(before.nodes.map((node, at) => [node.code, at]));
  const groups = new Map(before.nodes.map(node => [node.code, groupOf(before, node)]));
  const both = after.nodes.filter(node => place.has(node.code));
  const rehoused = new Set(
    both.filter(node => groups.get(node.code) !== groupOf(after, node)).map(node => node.code),
  );
  const stayed = both.filter(node => !rehoused.has(node.code)).map(node => node.code);
  const inOrder = new Set(longestRise(stayed.map(code => place.get(code) ?? 0)).map(at => stayed[at] ?? ''));
  return new Set([...rehoused, ...stayed.filter(code => !inOrder.has(code))]);
}

const groupOf = (instrument: Instrument, node: Node): string => instrument.nodes[node.parent]?.code ?? '';

/** Indices of a longest strictly rising run of the numbers, not necessarily neighbours. */
function longestRise(numbers: readonly number[]): number[] {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [at, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  }
  const rise: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) rise.unshift(at);
  return rise;
}

const WORDINGS = ['label', 'hint', 'guidance', 'required_message', 'constraint_message'] as const;

const ASPECTS: Readonly<
  Record<Exclude<ChangedAspect, 'wording'>, readonly (keyof QuestionNode | 'count')[]>
> = {
  type: ['kind', 'type', 'value_type'],
  rule: ['relevant', 'required', 'constraint', 'readonly', 'calculation', 'default', 'triggers', 'count'],
  choices: ['list', 'choice_filter', 'randomize', 'exclusive', 'or_other'],
  media: ['media'],
  appearance: ['appearance'],
  other: ['name', 'parameters', 'max_length'],
};

function changesOf(was: Node, node: Node, [before, after]: readonly [Instrument, Instrument]): Change[] {
  const [old, now] = [named(was, before), named(node, after)];
  const languages = new Set(WORDINGS.flatMap(key => languagesOf(old[key] as Wording, now[key] as Wording)));
  const aspects = (Object.keys(ASPECTS) as (keyof typeof ASPECTS)[]).filter(aspect =>
    ASPECTS[aspect].some(key => !same(old[key], now[key])),
  );
  return [
    ...[...languages].map(
      language => ({ kind: 'changed', node: node.code, of: 'wording', language }) as const,
    ),
    ...aspects.map(of => ({ kind: 'changed', node: node.code, of }) as const),
  ];
}

/** With codes in place of indices, which move when a question is put in before. */
function named(node: Node, { nodes }: Instrument): Readonly<Record<string, unknown>> {
  const codeAt = (at: unknown): unknown => (typeof at === 'number' ? (nodes[at]?.code ?? at) : at);
  const translate = (part: unknown): unknown => {
    if (!Array.isArray(part)) return part;
    const isReference = ['$', '$*', '$?', 'at', 'position'].includes(String(part[0])) && part.length > 1;
    return part.map((each, at) => (isReference && at === 1 ? codeAt(each) : translate(each)));
  };
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    key === 'triggers'
      ? (value as number[]).map(codeAt)
      : WORDING_KEYS.has(key)
        ? eachTranslated(value as Wording, translate)
        : translate(value),
  ]);
  return Object.fromEntries(entries);
}

const WORDING_KEYS = new Set<string>(WORDINGS);

const eachTranslated = (wording: Wording, translate: (part: unknown) => unknown): unknown =>
  Object.fromEntries(Object.entries(wording).map(([language, template]) => [language, translate(template)]));

function listsBetween(before: Instrument, after: Instrument): Change[] {
  return Object.entries(after.lists).flatMap(([list, rows]) => {
    const old = before.lists[list];
    return old === undefined ? [] : rowsBetween(list, old, rows);
  });
}

function rowsBetween(list: string, before: readonly ListRow[], after: readonly ListRow[]): Change[] {
  const old = new Map(before.map(row => [row.code, row]));
  const now = new Set(after.map(row => row.code));
  const order = (
    rows: readonly ListRow[],
    others: ReadonlyMap<string, unknown> | ReadonlySet<string>,
  ): string[] => rows.map(row => row.code).filter(code => others.has(code));
  return [
    ...after.flatMap(row => choiceChanges(list, old.get(row.code), row)),
    ...before
      .filter(row => !now.has(row.code))
      .map(row => ({ kind: 'choice_removed', list, choice: row.code }) as const),
    ...(same(order(before, now), order(after, old)) ? [] : [{ kind: 'choices_reordered', list } as const]),
  ];
}

function choiceChanges(list: string, was: ListRow | undefined, row: ListRow): Change[] {
  const choice = row.code;
  if (was === undefined) return [{ kind: 'choice_added', list, choice }];
  const languages = new Set([
    ...languagesOf(was.label, row.label),
    ...languagesOf(was.description, row.description),
  ]);
  const rest = (['media', 'score', 'columns'] as const).some(key => !same(was[key], row[key]));
  return [
    ...[...languages].map(language => ({ kind: 'choice_changed', list, choice, language }) as const),
    ...(rest ? [{ kind: 'choice_changed', list, choice } as const] : []),
  ];
}

const languagesOf = (before: Wording | undefined, after: Wording | undefined): string[] =>
  [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    language => !same(before?.[language], after?.[language]),
  );

/** Keys may stand in any order. */
const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  ) ?? '';
