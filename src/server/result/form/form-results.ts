// The results of an event's further questionnaires, each by its scoring; page and file are made of the same figures.
import type { Instrument } from '../../../domain/instrument/definition.ts';
import type { FormResult } from '../../../protocol/office/form-result.ts';
import type { Centre } from '../../centre.ts';
import { formsOfEvent, surveyOfEvent } from '../../store/plan/event-forms.ts';
import { readInstrument } from '../../store/plan/instruments.ts';
import { readLeastShown } from '../../store/settings.ts';
import { wordsOf } from '../words.ts';
import { type Answered, readAnswered } from './answered.ts';
import { commentsByQuestion } from './comments.ts';
import { countedQuestions } from './counts.ts';
import { type Hold, holdFor } from './hold.ts';
import { levelCodes, levelFigures } from './levels.ts';
import { meanCodes, meanFigures } from './means.ts';
import { needCodes, needFigures } from './needs.ts';
import { keyCodes, keyFigures } from './test-marks.ts';

/** The event's survey first where it is not scored by the regulation, then its further forms by code. */
export async function readFormResults(
  centre: Pick<Centre, 'db' | 'keys'>,
  eventId: string,
): Promise<FormResult[]> {
  const { db } = centre;
  const survey = await readInstrument(db, await surveyOfEvent(db, eventId));
  const least = await readLeastShown(db);
  const results: FormResult[] = [];
  const add = async (instrument: Instrument, asked_as: FormResult['asked_as']) =>
    results.push(
      formResult(instrument, await readAnswered(centre, eventId, instrument), { asked_as, least }),
    );
  if (survey.scoring !== 'skm-2017') await add(survey, 'survey');
  for (const name of await formsOfEvent(db, eventId))
    if (name.code !== survey.code) await add(await readInstrument(db, name), 'form');
  return results;
}

/** `instrument` names what is counted; sheets of other versions count where codes agree. */
export function formResult(
  instrument: Instrument,
  answered: Answered,
  { asked_as, least }: { readonly asked_as: FormResult['asked_as']; readonly least: number },
): FormResult {
  const hold = holdFor(answered, least);
  const { all } = hold([]);
  const { code, version, kind, scoring, title } = instrument;
  const { figures, used } = figuresOf(instrument, answered, hold);
  return {
    code,
    version,
    versions: [...answered.versions].sort((a, b) => a - b),
    title: wordsOf(instrument, title),
    kind,
    anonymous: answered.isAnonymous,
    scoring,
    asked_as,
    responses: answered.responses,
    least_shown: least,
    suppressed: all,
    figures,
    questions: countedQuestions(instrument, answered, used, hold),
    comments: all ? null : commentsByQuestion(instrument, answered.comments),
  };
}

type Scored = { readonly figures: FormResult['figures']; readonly used: readonly string[] };

/** The index of the regulation is made of the event's survey alone: as a further form its questions are counted. */
function figuresOf(instrument: Instrument, { tallies, sheets }: Answered, hold: Hold): Scored {
  switch (instrument.scoring) {
    case 'mean-100':
      return { figures: meanFigures(instrument, tallies, hold), used: meanCodes(instrument) };
    case 'key':
      return { figures: keyFigures(instrument, sheets, hold), used: keyCodes(instrument) };
    case 'levels':
      return { figures: levelFigures(instrument, tallies, hold), used: levelCodes(instrument) };
    case 'needs':
      return { figures: needFigures(instrument, sheets, hold), used: needCodes(instrument) };
    case 'none':
    case 'skm-2017':
      return { figures: { is: 'none' }, used: [] };
  }
}
