// Gathers everything that an event has yielded; page and files are made of the same figures.
import type { Instrument } from '../../domain/instrument/definition.ts';
import { instrumentKey } from '../../protocol/feed.ts';
import type { EventResult } from '../../protocol/office/result.ts';
import type { Database } from '../store/database.ts';
import { surveyOfEvent } from '../store/plan/event-forms.ts';
import { readEvent } from '../store/plan/events.ts';
import { DEFAULT_OBSERVATION, newestVersion, readInstrument } from '../store/plan/instruments.ts';
import { listSessions } from '../store/plan/sessions.ts';
import { currentCloseOuts } from '../store/records/close-outs.ts';
import { currentMarks } from '../store/records/marks.ts';
import { type CurrentObservation, currentObservations } from '../store/records/observations.ts';
import { countOutstanding } from '../store/result/outstanding.ts';
import { readSurveyTallies } from '../store/result/survey-tallies.ts';
import { listAssignments, type StoredAssignment } from '../store/roster/assignments.ts';
import { readLeastShown } from '../store/settings.ts';
import { attendanceResult } from './attendance.ts';
import { type ObservedAssignment, observationResult } from './observation.ts';
import { surveyResult } from './survey.ts';

/** All but the further questionnaires, which need the centre's keys: `readFormResults`. */
export async function readEventResult(db: Database, id: string): Promise<Omit<EventResult, 'forms'>> {
  const event = await readEvent(db, id);
  const attendance = attendanceResult(
    await listSessions(db, id),
    event.participants,
    await currentMarks(db, id),
  );
  const survey = await readInstrument(db, await surveyOfEvent(db, id));
  return {
    event,
    attendance,
    survey: surveyResult(survey, await readSurveyTallies(db, id, survey), {
      expected: attendance.attended,
      least: await readLeastShown(db),
    }),
    observation: observationResult(
      await readInstrument(db, await newestVersion(db, DEFAULT_OBSERVATION)),
      await readObservations(db, id),
    ),
    close_outs: await currentCloseOuts(db, id),
    ...(await countOutstanding(db, id)),
  };
}

/** Every assignment of the event, the most urgent first, with its person and the sheet that counts. */
export async function readObservations(
  db: Database,
  eventId: string,
): Promise<(ObservedAssignment & StoredAssignment)[]> {
  const assignments = await listAssignments(db, eventId);
  const current = await currentObservations(db, eventId);
  const sheets = new Map(current.map(sheet => [sheet.assignment_id, sheet]));
  const instruments = new Map<string, Instrument>();
  const observed: (ObservedAssignment & StoredAssignment)[] = [];
  for (const assignment of assignments) {
    const found = sheets.get(assignment.id);
    observed.push({ ...assignment, sheet: found ? await readSheet(db, found, instruments) : null });
  }
  return observed;
}

/** With the version that it was made by, which may be older than the one now asked. */
async function readSheet(
  db: Database,
  { day, answers, instrument_code: code, instrument_version: version }: CurrentObservation,
  known: Map<string, Instrument>,
): Promise<ObservedAssignment['sheet']> {
  const key = instrumentKey(code, version);
  const instrument = known.get(key) ?? (await readInstrument(db, { code, version }));
  known.set(key, instrument);
  return { day, instrument, answers: JSON.parse(answers) };
}
