// Events: one run of a programme at a venue, and their rows for the tablets of their unit.
import type { EventRow } from '../../../protocol/feed.ts';
import type { EventChange, EventSummary, NewEvent } from '../../../protocol/office/plan.ts';
import type { Database, Trx } from '../database.ts';
import { publish, unitScope } from '../feed.ts';
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
    .leftJoin('response_tally', join =>
      join
        .onRef('response_tally.event_id', '=', 'event.id')
        .onRef('response_tally.instrument_code', '=', 'event.survey_code')
        .onRef('response_tally.instrument_version', '=', 'event.survey_version'),
    )
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
      'response_tally.n as responses',
      'unit.demonstration',
      select
        .selectFrom('participant')
        .select(count => count.fn.countAll<number>().as('n'))
        .whereRef('participant.event_id', '=', 'event.id')
        .as('participants'),
    ]);

type Counted = { participants: number | null; responses: number | null; demonstration: number };

const toSummary = <T extends Counted>(row: T) => ({
  ...row,
  participants: row.participants ?? 0,
  responses: row.responses ?? 0,
  demonstration: row.demonstration === 1,
});

export async function unitOfEvent(db: Database, id: string): Promise<string | null> {
  const row = await db.selectFrom('event').select('unit_id').where('id', '=', id).executeTakeFirst();
  return row?.unit_id ?? null;
}

/** The questionnaire that the event's kiosk asks. */
export function surveyOfEvent(db: Database, id: string): Promise<InstrumentName> {
  return db
    .selectFrom('event')
    .select(['survey_code as code', 'survey_version as version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

export async function insertEvent(
  trx: Trx,
  event: NewEvent & { id: string },
  survey: InstrumentName,
): Promise<void> {
  await trx
    .insertInto('event')
    .values({ ...event, survey_code: survey.code, survey_version: survey.version })
    .execute();
  await publishEvent(trx, event.id);
}

/** Rows that carry the event's name along are for the caller to publish anew. */
export async function updateEvent(trx: Trx, id: string, change: EventChange): Promise<void> {
  await trx.updateTable('event').set(change).where('id', '=', id).execute();
  await publishEvent(trx, id);
}

async function publishEvent(trx: Trx, id: string): Promise<void> {
  const { programme_id, participants, responses, ...rest } = await readEvent(trx, id);
  const row: EventRow = { ...rest, survey: await surveyOfEvent(trx, id) };
  await publish(trx, unitScope(row.unit_id), 'event', id, row);
}
