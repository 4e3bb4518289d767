// What a batch of good records adds to the projections: pure, so that the same records always add the same.
import { createHash } from 'node:crypto';
import { type CheckedAnswers, checkAnswers } from '../../domain/instrument/check-answers.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import { instrumentKey } from '../../protocol/feed.ts';
import type { SubmissionContent } from '../../protocol/record.ts';
import type { RawRow } from '../store/records/raw.ts';
import type { Schema } from '../store/schema.ts';
import { cleanText } from './clean-text.ts';
import type { Content } from './read-record.ts';

export type Effects = {
  readonly marks: Schema['mark'][];
  readonly closeOuts: Schema['close_out'][];
  readonly observations: Schema['observation'][];
  /** By their primary key, joined. */
  readonly comments: Map<string, Schema['comment']>;
  readonly responses: Map<string, Schema['response_tally']>;
  readonly answers: Map<string, Schema['answer_tally']>;
};

/** A stored record with what it says. */
export type ReadRow = { readonly row: RawRow; readonly content: Content };

/** Throws on a record that is not what its examination found: a bug, or an instrument that has changed. */
export function effectsOf(
  records: readonly ReadRow[],
  instruments: ReadonlyMap<string, Instrument>,
): Effects {
  const effects: Effects = {
    marks: [],
    closeOuts: [],
    observations: [],
    comments: new Map(),
    responses: new Map(),
    answers: new Map(),
  };
  for (const { row, content } of records) {
    const place = { record_id: row.id, seq: row.seq, event_id: content.event_id };
    if (content.kind === 'mark') {
      const { session_id, participant_id, mark, at } = content;
      effects.marks.push({ ...place, replaces: row.replaces, session_id, participant_id, mark, at });
    } else if (content.kind === 'close-out') {
      const { attended, responses, at } = content;
      effects.closeOuts.push({ ...place, device_id: row.device_id, attended, responses, at });
    } else addSubmission(effects, row, content, instruments);
  }
  return effects;
}

function addSubmission(
  effects: Effects,
  row: RawRow,
  submission: SubmissionContent,
  instruments: ReadonlyMap<string, Instrument>,
): void {
  const instrument = instruments.get(instrumentKey(row.form ?? '', row.version ?? 0));
  if (!instrument) throw new Error(`Record ${row.id}: its instrument is gone`);
  const checked = checkAnswers(instrument, submission.answers);
  if (!checked.ok) throw new Error(`Record ${row.id}: ${checked.problem.code}`);
  if (instrument.kind === 'survey') addSurvey(effects, submission.event_id, instrument, checked.value);
  else
    effects.observations.push({
      record_id: row.id,
      assignment_id: submission.assignment_id ?? '',
      event_id: submission.event_id,
      day: submission.day,
      seq: row.seq,
      replaces: row.replaces,
      answers: JSON.stringify(cleaned(checked.value)),
    });
}

function addSurvey(
  effects: Effects,
  event_id: string,
  instrument: Instrument,
  answers: CheckedAnswers,
): void {
  const of = { event_id, instrument_code: instrument.code, instrument_version: instrument.version };
  const key = `${event_id} ${instrumentKey(instrument.code, instrument.version)}`;
  count(effects.responses, key, () => of);
  for (const { code: question, type } of instrument.questions) {
    const answer = answers[question];
    if (!answer) continue;
    if (type === 'select_one')
      count(effects.answers, `${key} ${question} ${answer}`, () => ({ ...of, question, choice: answer }));
    else {
      const text = cleanText(answer);
      const place = placeOf([key, question, text]);
      if (text) count(effects.comments, String(place), () => ({ ...of, place, question, text }));
    }
  }
}

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

const cleaned = (answers: CheckedAnswers) =>
  Object.fromEntries(Object.entries(answers).map(([code, answer]) => [code, answer && cleanText(answer)]));
