// Which questionnaires an event asks: its survey and its other forms.
import { upgrade } from '../../../domain/instrument/older.ts';
import type { EventForm } from '../../../protocol/feed.ts';
import type { Database, Trx } from '../database.ts';
import type { InstrumentName } from './instruments.ts';

/** The questionnaire that the event's kiosk asks. */
export function surveyOfEvent(db: Database, id: string): Promise<InstrumentName> {
  return db
    .selectFrom('event')
    .select(['survey_code as code', 'survey_version as version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** By code. */
export async function formsOfEvent(db: Database, id: string): Promise<EventForm[]> {
  const rows = await db
    .selectFrom('event_form')
    .innerJoin('instrument', join =>
      join
        .onRef('instrument.code', '=', 'event_form.code')
        .onRef('instrument.version', '=', 'event_form.version'),
    )
    .select(['event_form.code', 'event_form.version', 'definition'])
    .where('event_id', '=', id)
    .orderBy('event_form.code')
    .execute();
  return rows.map(({ definition, ...name }) => ({ ...name, title: upgrade(JSON.parse(definition)).title }));
}

/** These and no others. The event's row is for the caller to publish. */
export async function setForms(trx: Trx, eventId: string, forms: readonly InstrumentName[]): Promise<void> {
  await trx.deleteFrom('event_form').where('event_id', '=', eventId).execute();
  if (forms.length === 0) return;
  await trx
    .insertInto('event_form')
    .values(forms.map(({ code, version }) => ({ event_id: eventId, code, version })))
    .execute();
}

export async function setSurvey(trx: Trx, eventId: string, { code, version }: InstrumentName): Promise<void> {
  await trx
    .updateTable('event')
    .set({ survey_code: code, survey_version: version })
    .where('id', '=', eventId)
    .execute();
}

/** Sheets of its survey that the event holds. */
export async function countResponses(db: Database, eventId: string): Promise<number> {
  const { code } = await surveyOfEvent(db, eventId);
  const counted = await db
    .selectFrom('response_tally')
    .select(sum => sum.fn.sum<number>('n').as('n'))
    .where('event_id', '=', eventId)
    .where('instrument_code', '=', code)
    .executeTakeFirst();
  const named = await db
    .selectFrom('submission')
    .select(count => count.fn.countAll<number>().as('n'))
    .where('event_id', '=', eventId)
    .where('instrument_code', '=', code)
    .executeTakeFirst();
  return (counted?.n ?? 0) + (named?.n ?? 0);
}
