// What an event asks: whether it may be asked there, and how it is told to the office.
import type { EventChange, EventDetail } from '../../protocol/office/plan.ts';
import type { Problem } from '../../protocol/problem.ts';
import { wordsOf } from '../result/words.ts';
import type { Database } from '../store/database.ts';
import { countResponses, formsOfEvent, surveyOfEvent } from '../store/plan/event-forms.ts';
import { findInstrument, type InstrumentName, readInstrument } from '../store/plan/instruments.ts';

type Asked = Pick<EventChange, 'survey' | 'forms'>;

/** Why an event cannot ask these, or null. `eventId`: of one that exists, whose answers must not go out of sight. */
export async function findAskedProblem(
  db: Database,
  { survey, forms = [] }: Asked,
  eventId?: string,
): Promise<Problem | null> {
  for (const name of [...(survey ? [survey] : []), ...forms]) {
    const instrument = await findInstrument(db, name);
    const details = { code: name.code, version: name.version };
    if (!instrument) return { code: 'instrument.unknown', details };
    // An observation is of one person, so it is asked by an assignment.
    const isFit = name === survey ? instrument.kind === 'survey' : instrument.kind !== 'observation';
    if (!isFit) return { code: 'instrument.wrong_kind', details };
  }
  const twice = [...(survey ? [survey] : []), ...forms].map(({ code }) => code).sort();
  const repeated = twice.find((code, index) => code === twice[index + 1]);
  if (repeated !== undefined)
    return { code: 'request.invalid', details: { field: 'forms', reason: repeated } };
  return survey && eventId !== undefined ? findLoss(db, eventId, survey) : null;
}

async function findLoss(db: Database, eventId: string, survey: InstrumentName): Promise<Problem | null> {
  const present = await surveyOfEvent(db, eventId);
  const responses = present.code === survey.code ? 0 : await countResponses(db, eventId);
  return responses > 0 ? { code: 'event.has_responses', details: { responses } } : null;
}

export async function readAsked(
  db: Database,
  eventId: string,
): Promise<Pick<EventDetail, 'survey' | 'forms'>> {
  const told = async (name: InstrumentName) => {
    const instrument = await readInstrument(db, name);
    return { code: name.code, version: name.version, title: wordsOf(instrument, instrument.title) };
  };
  const forms: EventDetail['forms'] = [];
  for (const form of await formsOfEvent(db, eventId)) forms.push(await told(form));
  return { survey: await told(await surveyOfEvent(db, eventId)), forms };
}
