// The one catalogue of what can be refused: a stable code, its HTTP status, and whether trying again can help.
import type { Problem as DomainProblem } from '../domain/result.ts';

type Retry = 'never' | 'later' | 'after-edit';
type Entry = { readonly status: number; readonly retry: Retry };

const entry = (status: number, retry: Retry): Entry => ({ status, retry });

/** Each code has a sentence in `app/text` in every language; `{placeholders}` there are the keys of `details`. */
export const PROBLEMS = {
  // the request itself
  'request.invalid': entry(400, 'after-edit'), // field, reason: an InvalidReason, or the bad value itself
  'request.not_json': entry(400, 'never'),
  'request.too_large': entry(413, 'after-edit'), // max_kb
  'request.media_type': entry(415, 'never'), // media
  'request.not_found': entry(404, 'never'),
  'request.too_many': entry(429, 'later'), // after_s
  'request.cross_site': entry(403, 'never'),
  'server.failed': entry(500, 'later'),
  'server.unavailable': entry(503, 'later'), // the disk is full, or the data cannot be written
  // people
  'sign_in.wrong': entry(401, 'after-edit'),
  'sign_in.needed': entry(401, 'after-edit'),
  'access.denied': entry(403, 'never'),
  'setup.link_invalid': entry(403, 'never'),
  'setup.done': entry(409, 'never'),
  'account.duplicate': entry(409, 'after-edit'), // username
  'account.password_short': entry(400, 'after-edit'), // min
  'account.role_unit': entry(400, 'after-edit'),
  'account.last_operator': entry(409, 'never'),
  // devices
  'code.wrong': entry(404, 'after-edit'),
  'code.used': entry(409, 'after-edit'),
  'code.expired': entry(410, 'after-edit'), // minutes
  'device.unknown': entry(401, 'never'),
  'device.signature': entry(401, 'never'),
  'device.retired': entry(403, 'never'), // it may still push; nothing comes down any more
  'device.lost': entry(403, 'never'),
  'device.forked': entry(409, 'never'),
  'device.not_forked': entry(409, 'never'),
  // plans
  'unit.duplicate': entry(409, 'after-edit'), // code
  'event.dates': entry(400, 'after-edit'),
  'session.day_outside': entry(400, 'after-edit'), // starts_on, ends_on
  'session.has_marks': entry(409, 'never'), // marks
  'participant.duplicate': entry(409, 'after-edit'), // name
  'participant.has_records': entry(409, 'never'), // name
  'assignment.duplicate': entry(409, 'after-edit'), // name
  // person numbers (domain/person/nip.ts)
  'nip.not_digits': entry(400, 'after-edit'), // nip
  'nip.length': entry(400, 'after-edit'), // nip, length
  'nip.birth_date': entry(400, 'after-edit'), // nip
  'nip.appointment': entry(400, 'after-edit'), // nip
  'nip.sex': entry(400, 'after-edit'), // nip
  'nip.serial': entry(400, 'after-edit'), // nip
  'person.name_missing': entry(400, 'after-edit'),
  // warnings in a roster's report, never refusals
  'nip.young': entry(400, 'after-edit'), // nip, age
  'nip.known_as': entry(400, 'after-edit'), // nip, name
  // files
  'file.not_text': entry(400, 'after-edit'), // found
  'file.no_name_column': entry(400, 'after-edit'),
  'file.empty': entry(400, 'after-edit'),
  'file.too_many_rows': entry(400, 'after-edit'), // max
  'file.not_batches': entry(400, 'after-edit'), // found
  'file.torn': entry(400, 'never'), // line: a batch that is not whole; the others were taken in
  // spreadsheets (authoring/xlsx/problem.ts)
  'xlsx.not_xlsx': entry(400, 'after-edit'), // found
  'xlsx.old_format': entry(400, 'after-edit'),
  'xlsx.password': entry(400, 'after-edit'),
  'xlsx.too_large': entry(400, 'after-edit'), // what, most, where
  'xlsx.unsafe': entry(400, 'after-edit'), // why, where
  'xlsx.damaged': entry(400, 'after-edit'), // why, where
  // questionnaires
  'instrument.has_errors': entry(422, 'after-edit'), // errors
  'instrument.too_complex': entry(422, 'after-edit'), // seconds: time or memory for reading it ran out
  'instrument.changed_meanwhile': entry(409, 'after-edit'), // code, newest
  'instrument.must_stay_anonymous': entry(409, 'after-edit'), // code
  'instrument.unknown': entry(400, 'after-edit'), // code, version
  'instrument.wrong_kind': entry(400, 'after-edit'), // code
  'event.has_responses': entry(409, 'never'), // responses
  'result.too_few': entry(409, 'later'), // least: so many answers must have come before any is shown
  // the centre's keys
  'key.passphrase_short': entry(400, 'after-edit'), // min
  'key.passphrase_wrong': entry(400, 'after-edit'),
  // records (why one is quarantined)
  'record.hash': entry(400, 'never'),
  'record.unreadable': entry(400, 'never'), // reason
  'record.sealed': entry(400, 'later'), // cannot be opened with the key that it names
  'record.key_unknown': entry(400, 'later'), // key_id
  'record.unknown_kind': entry(400, 'later'), // kind
  'record.unverified': entry(400, 'later'), // device: came by file, and its signature does not hold
  'record.unknown_instrument': entry(400, 'later'), // instrument, version
  'record.unknown_event': entry(400, 'later'),
  'record.unknown_session': entry(400, 'later'),
  'record.unknown_participant': entry(400, 'later'),
  'record.unknown_assignment': entry(400, 'later'),
  'record.outside_scope': entry(400, 'later'),
  'answer.out_of_range': entry(400, 'after-edit'), // question, answer
  'answer.required': entry(400, 'after-edit'), // question
  'answer.unknown_question': entry(400, 'never'), // question
  'answer.too_long': entry(400, 'after-edit'), // question, max, length
} as const satisfies Record<string, Entry>;

/** What is wrong with a field: left out, unheard of, too long, not written as asked, not one of the values that fit. */
export type InvalidReason = 'missing' | 'unknown' | 'too_long' | 'form' | 'value';

export type ProblemCode = keyof typeof PROBLEMS;
export type Problem = DomainProblem<ProblemCode>;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);
