// What an anonymous sheet adds to the counts: each answer by itself, so that nothing is kept of which ones were given together.
import { createHash } from 'node:crypto';
import { type CheckedAnswers, questionAt } from '../../domain/instrument/check-answers.ts';
import type { Instrument, QuestionNode } from '../../domain/instrument/definition.ts';
import { instrumentKey } from '../../protocol/feed.ts';
import type { Schema } from '../store/schema.ts';
import { cleanText } from './clean-text.ts';

export type Counts = {
  /** By their primary key, joined. */
  readonly comments: Map<string, Schema['comment']>;
  readonly responses: Map<string, Schema['response_tally']>;
  readonly answers: Map<string, Schema['answer_tally']>;
};

export const noCounts = (): Counts => ({ comments: new Map(), responses: new Map(), answers: new Map() });

/**
 * How many gave any answer is kept for the questions whose answers are several counts: under the choice ''. Counts and
 * comments lie under the answer's key, so that those about the second trainer stay apart from the first's.
 */
export function addCounts(
  counts: Counts,
  event_id: string,
  instrument: Instrument,
  answers: CheckedAnswers,
): void {
  const of = { event_id, instrument_code: instrument.code, instrument_version: instrument.version };
  const key = `${event_id} ${instrumentKey(instrument.code, instrument.version)}`;
  count(counts.responses, key, () => of);
  for (const [question, answer] of Object.entries(answers)) {
    const node = questionAt(instrument, question);
    if (!answer || !node) continue;
    for (const choice of countedAs(node, answer))
      count(counts.answers, `${key} ${question} ${choice}`, () => ({ ...of, question, choice }));
    const text = node.type === 'text' ? cleanText(answer) : '';
    const place = placeOf([key, question, text]);
    if (text) count(counts.comments, String(place), () => ({ ...of, place, question, text }));
  }
}

/**
 * Under which values an answer counts. None for words, and for what tells of a person, a place or a time of day: that
 * stays in the record.
 */
function countedAs({ type }: QuestionNode, answer: string): string[] {
  switch (type) {
    case 'select_one':
    case 'acknowledge':
    case 'date':
      return [answer];
    case 'integer':
    case 'decimal':
    case 'range':
      return [plainNumber(answer)];
    case 'select_multiple':
      return ['', ...answer.split(' ')];
    case 'rank':
      return ['', ...answer.split(' ').map((code, index) => rankedAs(index + 1, code))];
    default:
      return [];
  }
}

/** Of a rank: the place that a choice was given, and the choice. */
export const rankedAs = (place: number, code: string): string => `${place} ${code}`;

/** "007" and "7.0" are one value; beyond four decimals nobody measures. */
const plainNumber = (answer: string): string => String(Number(Number(answer).toFixed(4)));

/** From what makes a comment what it is: in no order of arrival, and the same whenever it is projected again. */
function placeOf(comment: readonly string[]): number {
  const hash = createHash('sha256').update(JSON.stringify(comment)).digest();
  return Number(hash.readBigUInt64BE() >> 11n);
}

function count<T extends object>(tally: Map<string, T & { n: number }>, key: string, of: () => T): void {
  const counted = tally.get(key);
  if (counted) counted.n += 1;
  else tally.set(key, { ...of(), n: 1 });
}
