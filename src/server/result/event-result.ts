// Gathers everything that an event has yielded; page and files are made of the same figures.
import type { Instrument } from '../../domain/instrument/instrument.ts';
import { observation } from '../../domain/instrument/shipped/observation.ts';
import { instrumentKey } from '../../protocol/feed.ts';
import type { EventResult } from '../../protocol/office/result.ts';
import type { Database } from '../store/database.ts';
import { readEvent, surveyOfEvent } from '../store/plan/events.ts';
import { newestVersion, readInstrument } from '../store/plan/instruments.ts';
import { listSessions } from '../store/plan/sessions.ts';
import { currentCloseOuts } from '../store/records/close-outs.ts';
import { currentMarks } from '../store/records/marks.ts';
import { currentObservations } from '../store/records/observations.ts';
import { countOutstanding } from '../store/result/outstanding.ts';
import { readSurveyTallies } from '../store/result/survey-tallies.ts';
import { listAssignments, type StoredAssignment } from '../store/roster/assignments.ts';
import { readLeastShown } from '../store/settings.ts';
import { attendanceResult } from './attendance.ts';
import { type ObservedAssignment, observationResult } from './observation.ts';
import { surveyResult } from './survey.ts';

export async function readEventResult(db: Database, id: string): Promise<EventResult> {
  const event = await readEvent(db, id);
  const attendance = attendanceResult(
    await listSessions(db, id),
    event.participants,
    await currentMarks(db, id),
  );
  const survey = await surveyOfEvent(db, id);
  return {
    event,
    attendance,
    survey: surveyResult(await readInstrument(db, survey), await readSurveyTallies(db, id, survey), {
      expected: attendance.attended,
      least: await readLeastShown(db),
    }),
    observation: observationResult(
      await readInstrument(db, await newestVersion(db, observation)),
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
    const { instrument_code: code, instrument_version: version } = assignment;
    const key = instrumentKey(code, version);
    const instrument = instruments.get(key) ?? (await readInstrument(db, { code, version }));
    instruments.set(key, instrument);
    const found = sheets.get(assignment.id);
    const sheet = found ? { day: found.day, instrument, answers: JSON.parse(found.answers) } : null;
    observed.push({ ...assignment, sheet });
  }
  return observed;
}
