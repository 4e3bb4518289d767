// I2: each record is in the figures once at most; and at the end the figures are what the records say.
import type { Seen } from '../centre/process.ts';
import { Violation } from '../report.ts';
import { type Entry, keyOf, type Ledger } from './ledger.ts';

type Sums = Record<'responses' | 'surveys' | 'observations' | 'observed' | 'marks' | 'marked', number>;

/** As many in the figures as records are marked to be in them; one statement sees one committed state. */
export function checkSums(seen: Seen): void {
  const sums = seen
    .prepare(
      `select (select coalesce(sum(n), 0) from response_tally) as responses,
        (select count(*) from raw where state = 'projected' and form = 'skm9') as surveys,
        (select count(*) from observation) as observations,
        (select count(*) from raw where state = 'projected' and form = 'observasi') as observed,
        (select count(*) from mark) as marks,
        (select count(*) from raw where state = 'projected' and kind = 'mark') as marked`,
    )
    .get() as Sums;
  if (sums.responses !== sums.surveys || sums.observations !== sums.observed || sums.marks !== sums.marked)
    throw new Violation('I2', `figures and records differ: ${JSON.stringify(sums)}`);
}

type Raw = { id: string; sha256: string; state: string; reason: string | null };

/** Counted anew from the model of truth, without any of the centre's code. */
export function checkFigures(seen: Seen, ledger: Ledger): void {
  const states = seen.prepare('select id, sha256, state, reason from raw').all() as Raw[];
  const expected = new Map<string, number>();
  const count = (what: string): void => void expected.set(what, (expected.get(what) ?? 0) + 1);
  for (const raw of states) {
    const entry = ledger.entries.get(keyOf(raw));
    if (!entry) throw new Violation('I2', `${raw.id} was never made on a device`);
    if (raw.state === 'waiting') throw new Violation('I8', `${raw.id} is still not projected`);
    if (raw.state === 'projected') for (const each of figuresOf(entry, raw.id)) count(each);
  }
  const found = readFigures(seen);
  for (const [what, n] of expected)
    if (found.get(what) !== n) throw new Violation('I8', `${what}: ${found.get(what) ?? 0} for ${n}`);
  for (const [what, n] of found)
    if (!expected.has(what)) throw new Violation('I2', `${what}: ${n} that nobody made`);
}

/** `tanda-` and what tells one sheet from all others; what follows may be cleaned by the projection. */
const MARKER_LENGTH = 19;

type Content = { event_id: string; answers: Record<string, string | null> };

function figuresOf({ envelope, content }: Entry, id: string): string[] {
  const { event_id, answers } = (content ?? {}) as Content;
  if (envelope.kind === 'mark') return [`mark ${id}`];
  if (envelope.kind !== 'submission') return [`${envelope.kind} ${id}`];
  if (envelope.form !== 'skm9') return [`observation ${id}`];
  const of = `${event_id} ${envelope.version}`;
  const chosen = Object.entries(answers).flatMap(([question, answer]) =>
    answer && /^[1-4]$/.test(answer) ? [`answer ${of} ${question} ${answer}`] : [],
  );
  const written = Object.entries(answers).flatMap(([question, answer]) =>
    answer && !/^[1-4]$/.test(answer) ? [`comment ${of} ${question} ${answer.slice(0, MARKER_LENGTH)}`] : [],
  );
  return [`responses ${of}`, ...chosen, ...written];
}

const FIGURES = [
  "select 'mark ' || record_id as what, 1 as n from mark",
  "select 'observation ' || record_id as what, 1 as n from observation",
  "select 'close-out ' || record_id as what, 1 as n from close_out",
  "select 'responses ' || event_id || ' ' || instrument_version as what, n from response_tally",
  "select 'answer ' || event_id || ' ' || instrument_version || ' ' || question || ' ' || choice as what, n from answer_tally",
  "select 'comment ' || event_id || ' ' || instrument_version || ' ' || question || ' ' || substr(text, 1, 19) as what, n from comment",
];

const readFigures = (seen: Seen): Map<string, number> =>
  new Map(
    FIGURES.flatMap(select => seen.prepare(select).all() as { what: string; n: number }[]).map(
      ({ what, n }) => [what, n],
    ),
  );
