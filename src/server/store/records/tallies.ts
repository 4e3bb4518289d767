// Counts of responses and answers, kept up to date so that a result costs the same for ten sheets and a million.
import { sql } from 'kysely';
import type { Trx } from '../database.ts';
import type { Schema } from '../schema.ts';

export async function addResponses(trx: Trx, counts: readonly Schema['response_tally'][]): Promise<void> {
  if (counts.length === 0) return;
  await trx
    .insertInto('response_tally')
    .values([...counts])
    .onConflict(conflict =>
      conflict
        .columns(['event_id', 'instrument_code', 'instrument_version'])
        .doUpdateSet({ n: sql<number>`response_tally.n + excluded.n` }),
    )
    .execute();
}

export async function addAnswers(trx: Trx, counts: readonly Schema['answer_tally'][]): Promise<void> {
  if (counts.length === 0) return;
  await trx
    .insertInto('answer_tally')
    .values([...counts])
    .onConflict(conflict =>
      conflict
        .columns(['event_id', 'instrument_code', 'instrument_version', 'question', 'choice'])
        .doUpdateSet({ n: sql<number>`answer_tally.n + excluded.n` }),
    )
    .execute();
}

/** Throws where another text has drawn the same place: counting it there would put it into another's mouth. */
export async function addComments(trx: Trx, comments: readonly Schema['comment'][]): Promise<void> {
  if (comments.length === 0) return;
  const added = await trx
    .insertInto('comment')
    .values([...comments])
    .onConflict(conflict =>
      conflict
        .column('place')
        .doUpdateSet({ n: sql<number>`comment.n + excluded.n` })
        .whereRef('comment.event_id', '=', 'excluded.event_id')
        .whereRef('comment.instrument_code', '=', 'excluded.instrument_code')
        .whereRef('comment.instrument_version', '=', 'excluded.instrument_version')
        .whereRef('comment.question', '=', 'excluded.question')
        .whereRef('comment.text', '=', 'excluded.text'),
    )
    .returning('place')
    .execute();
  if (added.length < comments.length) throw new Error('Two comments have drawn one place.');
}
