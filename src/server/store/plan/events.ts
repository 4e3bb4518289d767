// Events: one run of a programme at a venue, and their rows for the tablets of their unit.
import type { EventRow } from '../../../protocol/feed.ts';
import type { EventChange, EventSummary, NewEvent } from '../../../protocol/office/plan.ts';
import type { Database, Trx } from '../database.ts';
import { publish, unitScope } from '../feed.ts';
import { formsOfEvent, setForms, setSurvey, surveyOfEvent } from './event-forms.ts';
import type { InstrumentName } from './instruments.ts';

export type EventFilter = { readonly units: readonly string[]; readonly programme?: string | undefined };

/** Newest first. */
export async function listEvents(db: Database, { units, programme }: EventFilter): Promise<EventSummary[]> {
  const rows = await summaries(db)
    .where('event.unit_id', 'in', units)
    .$if(programme !== undefined, query => query.where('event.programme_id', '=', programme ?? ''))
    .orderBy('event.starts_on', 'desc')
    .orderBy('event.name')
    .execute();
  return rows.map(toSummary);
}

/** Throws where there is none: routes have found its unit before. */
export async function readEvent(db: Database, id: string): Promise<EventSummary> {
  return toSummary(await summaries(db).where('event.id', '=', id).executeTakeFirstOrThrow());
}

const summaries = (db: Database) =>
  db
    .selectFrom('event')
    .innerJoin('programme', 'programme.id', 'event.programme_id')
    .innerJoin('unit', 'unit.id', 'event.unit_id')
    .select(select => [
      'event.id',
      'event.programme_id',
      'programme.name as programme_name',
      'event.unit_id',
      'unit.name as unit_name',
      'event.name',
      'event.venue',
      'event.starts_on',
      'event.ends_on',
      'unit.demonstration',
      select
        .selectFrom('participant')
        .select(count => count.fn.countAll<number>().as('n'))
        .whereRef('participant.event_id', '=', 'event.id')
        .as('participants'),
      // Of every version; a survey is kept as counts or, where it is not anonymous, as sheets.
      select
        .selectFrom('response_tally')
        .select(sum => sum.fn.sum<number>('n').as('n'))
        .whereRef('response_tally.event_id', '=', 'event.id')
        .whereRef('response_tally.instrument_code', '=', 'event.survey_code')
        .as('counted'),
      select
        .selectFrom('submission')
        .select(count => count.fn.countAll<number>().as('n'))
        .whereRef('submission.event_id', '=', 'event.id')
        .whereRef('submission.instrument_code', '=', 'event.survey_code')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('submission as later')
                .select('later.record_id')
                .whereRef('later.replaces', '=', 'submission.record_id'),
            ),
          ),
        )
        .as('named'),
    ]);

type Counted = {
  participants: number | null;
  counted: number | null;
  named: number | null;
  demonstration: number;
};

const toSummary = <T extends Counted>({ counted, named, ...row }: T) => ({
  ...row,
  participants: row.participants ?? 0,
  responses: (counted ?? 0) + (named ?? 0),
  demonstration: row.demonstration === 1,
});

export async function unitOfEvent(db: Database, id: string): Promise<string | null> {
  const row = await db.selectFrom('event').select('unit_id').where('id', '=', id).executeTakeFirst();
  return row?.unit_id ?? null;
}

export async function insertEvent(
  trx: Trx,
  { forms = [], ...event }: Omit<NewEvent, 'survey'> & { id: string },
  survey: InstrumentName,
): Promise<void> {
  await trx
    .insertInto('event')
    .values({ ...event, survey_code: survey.code, survey_version: survey.version })
    .execute();
  await setForms(trx, event.id, forms);
  await publishEvent(trx, event.id);
}

/** Rows that carry the event's name along are for the caller to publish anew. */
export async function updateEvent(
  trx: Trx,
  id: string,
  { survey, forms, ...change }: EventChange,
): Promise<void> {
  await trx.updateTable('event').set(change).where('id', '=', id).execute();
  if (survey) await setSurvey(trx, id, survey);
  if (forms) await setForms(trx, id, forms);
  await publishEvent(trx, id);
}

/** Tells tablets how the event stands now. */
export async function publishEvent(trx: Trx, id: string): Promise<void> {
  const { programme_id, participants, responses, ...rest } = await readEvent(trx, id);
  const forms = await formsOfEvent(trx, id);
  const row: EventRow = { ...rest, survey: await surveyOfEvent(trx, id), ...(forms.length > 0 && { forms }) };
  await publish(trx, unitScope(row.unit_id), 'event', id, row);
}
