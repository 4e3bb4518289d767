// What was answered to one questionnaire in one event: counts, and the sheets themselves where the scoring is of persons.
import { questionAt } from '../../../domain/instrument/check-answers.ts';
import type { Answers, Instrument } from '../../../domain/instrument/definition.ts';
import { type Tallies, tallyOf } from '../../../domain/instrument/scoring/tally.ts';
import type { Centre } from '../../centre.ts';
import { readVersions } from '../../store/plan/instruments.ts';
import { readSurveyTallies } from '../../store/result/survey-tallies.ts';
import { readSheets } from '../../submissions/sheets.ts';

export type Answered = {
  /** True where any version promises it: the counts of all versions are one. */
  readonly isAnonymous: boolean;
  readonly versions: readonly number[];
  readonly responses: number;
  readonly tallies: Tallies;
  /** By answer key, how many gave any answer. */
  readonly given: ReadonlyMap<string, number>;
  readonly comments: readonly { readonly question: string; readonly text: string }[];
  /** In the order of receipt; of anonymous versions only where the scoring needs them, otherwise counts suffice. */
  readonly sheets: readonly Answers[];
};

export async function readAnswered(
  centre: Pick<Centre, 'db' | 'keys'>,
  eventId: string,
  instrument: Instrument,
): Promise<Answered> {
  const versions = await readVersions(centre.db, instrument.code);
  const anonymous = versions.find(version => version.anonymous);
  const isOpened = instrument.scoring === 'key' || instrument.scoring === 'needs';
  const read = isOpened ? versions : versions.filter(version => !version.anonymous);
  const sheets = (await readSheets(centre, read, [eventId])).map(({ answers }) => answers);
  const kept = ofSheets(instrument, sheets);
  const numbers = { isAnonymous: anonymous !== undefined, versions: versions.map(({ version }) => version) };
  if (isOpened || !anonymous) return { ...numbers, ...kept, sheets };
  const counted = await readSurveyTallies(centre.db, eventId, anonymous);
  return {
    ...numbers,
    responses: counted.responses + sheets.length,
    tallies: joined([counted.choices, kept.tallies]),
    given: sumOf([givenIn(counted.choices), kept.given]),
    comments: inOrder([...counted.comments, ...kept.comments]),
    sheets,
  };
}

function ofSheets(instrument: Instrument, sheets: readonly Answers[]) {
  const given = new Map<string, number>();
  const comments: { question: string; text: string }[] = [];
  for (const answers of sheets)
    for (const [question, answer] of Object.entries(answers)) {
      if (!answer) continue;
      given.set(question, (given.get(question) ?? 0) + 1);
      if (questionAt(instrument, question)?.type === 'text') comments.push({ question, text: answer });
    }
  return {
    responses: sheets.length,
    tallies: tallyOf(instrument, sheets),
    given,
    comments: inOrder(comments),
  };
}

/** Of questions with several answers the counts hold under '' how many gave any. */
const givenIn = (tallies: Tallies): Map<string, number> =>
  new Map(
    [...tallies].map(([key, counts]) => [
      key,
      counts.get('') ?? [...counts.values()].reduce((sum, n) => sum + n, 0),
    ]),
  );

function joined(all: readonly Tallies[]): Tallies {
  const keys = new Set(all.flatMap(tallies => [...tallies.keys()]));
  return new Map([...keys].map(key => [key, sumOf(all.map(tallies => tallies.get(key) ?? new Map()))]));
}

export function sumOf(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const counts of all) for (const [key, n] of counts) sum.set(key, (sum.get(key) ?? 0) + n);
  return sum;
}

/** Alphabetical, so in no order of capture. */
const inOrder = (comments: Answered['comments']): Answered['comments'] =>
  comments.toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
