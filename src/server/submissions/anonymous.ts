// What of anonymous sheets may leave the centre: no order, no time finer than a day, nothing that few have answered, no words beside marks.
import { heldBack, isSuppressed } from '../../domain/anonymity/suppression.ts';
import { questionAt } from '../../domain/instrument/check-answers.ts';
import type { Answers, Instrument, QuestionNode } from '../../domain/instrument/definition.ts';
import type { Random, Sheet } from './sheets.ts';

/**
 * The sheets of one event: their answers in rows that are shuffled, then what was written in words in rows of its own, in
 * alphabetical order, since words may tell who gave the marks beside them. None where there are fewer than `least`.
 */
export function withoutTraces(
  sheets: readonly Sheet[],
  instruments: ReadonlyMap<number, Instrument>,
  least: number,
  random: Random,
): Sheet[] {
  const answered = new Map<string, number>();
  for (const { answers } of sheets)
    for (const [key, answer] of Object.entries(answers))
      if (answer) answered.set(key, (answered.get(key) ?? 0) + 1);
  const held = heldBack(sheets.length, answered, least);
  if (held.all) return [];
  const nodeOf = (sheet: Sheet, key: string): QuestionNode | undefined => {
    const instrument = instruments.get(sheet.version);
    return instrument && questionAt(instrument, key);
  };
  const days = daysToTell(sheets, least);
  const rows = sheets.map(sheet => {
    const kept = Object.entries(sheet.answers).flatMap(([key, answer]): [string, string | null][] => {
      const told = answer && !held.questions.has(key) ? tellable(nodeOf(sheet, key), answer) : null;
      return told === null ? [] : [[key, told]];
    });
    return {
      ...sheet,
      ...UNKNOWN,
      day: days.has(sheet.day ?? '') ? sheet.day : null,
      answers: Object.fromEntries(kept),
    };
  });
  const words = sheets.flatMap(sheet =>
    Object.entries(sheet.answers).flatMap(([key, text]) =>
      text && nodeOf(sheet, key)?.type === 'text'
        ? [{ ...sheet, ...UNKNOWN, day: null, answers: { [key]: text } as Answers }]
        : [],
    ),
  );
  return [...shuffled(rows, random), ...words.sort(byWords)];
}

/** A version may have been on one tablet only. */
const UNKNOWN = { id: null, version: 0 } as const;

/** Days on which so many answered that one of them tells of nobody. */
function daysToTell(sheets: readonly Sheet[], least: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { day } of sheets) if (day) counts.set(day, (counts.get(day) ?? 0) + 1);
  return new Set([...counts].filter(([, n]) => !isSuppressed(n, least)).map(([day]) => day));
}

/** Choices, numbers and days. Null for words, and for what may tell a person, a place or a time of day. */
function tellable(node: QuestionNode | undefined, answer: string): string | null {
  switch (node?.type) {
    case 'select_one':
    case 'select_multiple':
    case 'rank':
    case 'range':
    case 'integer':
    case 'decimal':
    case 'acknowledge':
    case 'date':
      return answer;
    case 'dateTime':
      return answer.slice(0, 10);
    default:
      return null;
  }
}

/** By numbers that nobody can guess. */
function shuffled<T>(items: readonly T[], random: Random): T[] {
  const drawn = items.map(item => ({ item, place: Buffer.from(random(6)).readUIntBE(0, 6) }));
  return drawn.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

const textOf = ({ answers }: Sheet): string => JSON.stringify(Object.entries(answers)[0] ?? []);
const byWords = (a: Sheet, b: Sheet): number => (textOf(a) < textOf(b) ? -1 : 1);
