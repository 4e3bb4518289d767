// The questionnaires as the office lists them: each with its versions, and in how many events it is used.
import type { Instrument } from '../../../domain/instrument/definition.ts';
import { upgrade } from '../../../domain/instrument/older.ts';
import type { Database } from '../database.ts';

export type ListedInstrument = {
  /** The newest version. */
  readonly instrument: Instrument;
  readonly versions: readonly {
    readonly version: number;
    readonly published_at: string | null;
    readonly published_by: string | null;
    readonly questions: number;
    readonly has_file: boolean;
  }[];
  /** Of the given units. */
  readonly events: number;
};

/** By code. */
export async function listInstruments(db: Database, units: readonly string[]): Promise<ListedInstrument[]> {
  const rows = await db
    .selectFrom('instrument')
    .leftJoin('account', 'account.id', 'instrument.published_by')
    .select(['instrument.code', 'version', 'definition', 'published_at', 'account.name as published_by'])
    .select(({ eb }) => eb('source', 'is not', null).as('has_file'))
    .orderBy('instrument.code')
    .orderBy('version', 'desc')
    .execute();
  const uses = await countEvents(db, units);
  const listed = new Map<string, ListedInstrument & { versions: ListedInstrument['versions'][number][] }>();
  for (const { code, definition, has_file, ...row } of rows) {
    const instrument = upgrade(JSON.parse(definition));
    const entry = listed.get(code) ?? { instrument, versions: [], events: uses.get(code) ?? 0 };
    entry.versions.push({ ...row, has_file: Boolean(has_file), questions: countQuestions(instrument) });
    listed.set(code, entry);
  }
  return [...listed.values()];
}

/** What a person is asked: notes and computed values are none. */
const countQuestions = ({ nodes }: Instrument): number =>
  nodes.filter(node => node.kind === 'question' && node.type !== 'note' && node.type !== 'calculate').length;

/** As survey, as form, or to observe with: each event once. */
async function countEvents(db: Database, units: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .with('used', query =>
      query
        .selectFrom('event')
        .select(['id as event_id', 'survey_code as code'])
        .union(query.selectFrom('event_form').select(['event_id', 'code']))
        .union(query.selectFrom('assignment').select(['event_id', 'instrument_code as code'])),
    )
    .selectFrom('used')
    .innerJoin('event', 'event.id', 'used.event_id')
    .select(count => ['used.code', count.fn.countAll<number>().as('n')])
    .where('event.unit_id', 'in', units)
    .groupBy('used.code')
    .execute();
  return new Map(rows.map(({ code, n }) => [code, n]));
}
