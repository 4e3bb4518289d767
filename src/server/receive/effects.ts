// What a batch of good records adds to the projections: pure, so that the same records always add the same.
import { type CheckedAnswers, checkAnswers } from '../../domain/instrument/check-answers.ts';
import type { Instrument } from '../../domain/instrument/definition.ts';
import { instrumentKey } from '../../protocol/feed.ts';
import type { AttachmentContent, SubmissionContent } from '../../protocol/record.ts';
import type { RawRow } from '../store/records/raw.ts';
import type { Schema } from '../store/schema.ts';
import { addCounts, type Counts, noCounts } from './anonymous-counts.ts';
import { cleanText } from './clean-text.ts';
import type { Content } from './read-record.ts';

export type Effects = Counts & {
  readonly marks: Schema['mark'][];
  readonly closeOuts: Schema['close_out'][];
  readonly observations: Schema['observation'][];
  readonly submissions: Schema['submission'][];
  readonly attachments: Schema['attachment'][];
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
    submissions: [],
    attachments: [],
    ...noCounts(),
  };
  for (const { row, content } of records) {
    const place = { record_id: row.id, seq: row.seq, event_id: content.event_id };
    if (content.kind === 'mark') {
      const { session_id, participant_id, mark, at } = content;
      effects.marks.push({ ...place, replaces: row.replaces, session_id, participant_id, mark, at });
    } else if (content.kind === 'close-out') {
      const { attended, responses, at } = content;
      effects.closeOuts.push({ ...place, device_id: row.device_id, attended, responses, at });
    } else if (content.kind === 'attachment') effects.attachments.push(attachmentOf(row, content));
    else addSubmission(effects, row, content, instruments);
  }
  return effects;
}

const attachmentOf = (row: RawRow, content: AttachmentContent): Schema['attachment'] => ({
  record_id: row.id,
  event_id: content.event_id,
  submission_id: content.submission_id,
  question: content.question,
  name: cleanText(content.name),
  media: content.media,
});

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
  if (instrument.anonymous) addCounts(effects, submission.event_id, instrument, checked.value);
  else {
    const sheet = sheetOf(row, submission, instrument, checked.value);
    if (instrument.kind === 'observation')
      effects.observations.push({ ...sheet, assignment_id: submission.assignment_id ?? '' });
    else effects.submissions.push(sheet);
  }
}

const sheetOf = (
  row: RawRow,
  { event_id, day }: SubmissionContent,
  { code, version }: Instrument,
  answers: CheckedAnswers,
): Schema['submission'] => ({
  record_id: row.id,
  event_id,
  day,
  seq: row.seq,
  replaces: row.replaces,
  answers: JSON.stringify(cleaned(answers)),
  instrument_code: code,
  instrument_version: version,
});

const cleaned = (answers: CheckedAnswers) =>
  Object.fromEntries(Object.entries(answers).map(([code, answer]) => [code, answer && cleanText(answer)]));
