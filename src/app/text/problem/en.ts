// Every refusal as an English sentence: what is wrong, and what to do.
import type { Problem } from '../../../domain/result.ts';
import type { InvalidReason } from '../../../protocol/problem.ts';
import type { Translation } from '../language.ts';
import type id from './id.ts';

type D = Problem['details'];

const REASONS: Record<InvalidReason, string> = {
  missing: 'left empty',
  unknown: 'not known',
  too_long: 'too long',
  form: 'not written as it should be',
  value: 'not a value that can be used',
};

const sentences: Translation<typeof id> = {
  'request.invalid': (d: D) =>
    `The entry "${d.field}" is not right yet (${REASONS[d.reason as InvalidReason] ?? d.reason}). Correct it and send again.`,
  'request.not_json': () => 'This request could not be read. Reload the page and try again.',
  'request.too_large': (d: D) => `This is too large (at most ${d.max_kb} KB). Split it into several parts.`,
  'request.media_type': (d: D) =>
    `The type "${d.media}" is not accepted here. Choose a file of the right kind.`,
  'request.not_found': () =>
    'This page or item does not exist. It may have been removed; go back and reload.',
  'request.too_many': (d: D) => `Too many attempts. Wait ${d.after_s} seconds and try again.`,
  'request.cross_site': () =>
    'This request came from another site and was refused. Open Lembar directly and repeat.',
  'server.unavailable': () =>
    'The centre cannot store anything for the moment. The sheets stay safe on the device; try again in some minutes.',
  'server.failed': () => 'The centre has a problem. Nothing you entered is lost; try again in a moment.',
  'sign_in.wrong': () => 'Wrong user name or password. Check them and try again.',
  'sign_in.needed': () => 'Please sign in first.',
  'access.denied': () => 'Your account may not do this. Ask the operator if it should.',
  'setup.link_invalid': () =>
    'This set-up link is not valid. Use the last one that the server printed when it started.',
  'setup.done': () => 'Set-up is complete. Please sign in with the operator account.',
  'account.duplicate': (d: D) => `The user name "${d.username}" is taken. Choose another one.`,
  'account.password_short': (d: D) => `The password is too short. Use at least ${d.min} characters.`,
  'account.role_unit': () => 'You cannot make an account with a role or unit above your own.',
  'account.last_operator': () => 'This is the last operator; at least one must stay active.',
  'code.wrong': () =>
    'This code is not known. Check its letters and digits, or ask the office for a new one.',
  'code.used': () => 'This code has been used. Ask the office for a new one; each code serves one device.',
  'code.expired': (d: D) => `This code is older than ${d.minutes} minutes. Ask the office for a new one.`,
  'device.unknown': () =>
    'The centre does not know this device. Its sheets are safe; enrol it again with a new code.',
  'device.signature': () =>
    'This device’s identity does not match. Its sheets are safe; enrol it again with a new code.',
  'device.retired': () =>
    'The office has taken this device out of service. What it holds is safe and is still sent; nothing new comes to it.',
  'device.lost': () =>
    'The office has marked this device as lost, so the centre takes nothing from it. Its sheets are safe here; if it has been found, contact the office.',
  'device.forked': () =>
    'This device is a copy of another one and needs an identity of its own. Its sheets are safe and are sent again after that.',
  'device.not_forked': () => 'This device’s identity is still valid. Nothing has to be replaced.',
  'unit.duplicate': (d: D) => `A unit with the code "${d.code}" exists already. Use another code.`,
  'event.dates': () => 'The last day is before the first one. Correct one of them.',
  'session.day_outside': (d: D) => `The session’s day must be between ${d.starts_on} and ${d.ends_on}.`,
  'session.has_marks': (d: D) =>
    `This session already has ${d.marks} attendance marks, so it cannot be removed.`,
  'participant.duplicate': (d: D) => `${d.name} is already on this event’s roster.`,
  'participant.has_records': (d: D) =>
    `${d.name} already has attendance or an observation, so cannot be removed.`,
  'assignment.duplicate': (d: D) => `${d.name} is already assigned to this supervisor.`,
  'nip.not_digits': (d: D) =>
    `The NIP "${d.nip}" has characters other than digits. Write its 18 digits only.`,
  'nip.length': (d: D) => `The NIP "${d.nip}" has ${d.length} digits; it should have 18. Please check.`,
  'nip.birth_date': (d: D) => `The first 8 digits of the NIP "${d.nip}" are not a real date of birth.`,
  'nip.appointment': (d: D) => `Digits 9 to 14 of the NIP "${d.nip}" are not a valid time of appointment.`,
  'nip.sex': (d: D) => `Digit 15 of the NIP "${d.nip}" must be 1 (male) or 2 (female).`,
  'nip.serial': (d: D) => `The serial (last 3 digits) of the NIP "${d.nip}" cannot be 000.`,
  'nip.young': (d: D) =>
    `The NIP "${d.nip}" means appointed at the age of ${d.age}. Check whether that is right.`,
  'nip.known_as': (d: D) =>
    `NIP "${d.nip}" already belongs to ${d.name}, and that name was used. Check this NIP.`,
  'person.name_missing': () => 'The name is empty. Enter the participant’s name.',
  'file.not_text': (d: D) =>
    `This file is not CSV (it contains ${d.found}). In Excel choose Save As > CSV UTF-8.`,
  'file.no_name_column': () => 'The first line must have a column titled "Nama". Add it and upload again.',
  'file.empty': () => 'This file is empty. Choose a file that holds the roster.',
  'file.too_many_rows': (d: D) => `Too many lines (at most ${d.max}). Split it into several files.`,
  'file.not_batches': (d: D) =>
    `This file was not made by "Save to a file" on a tablet (it contains ${d.found}). Choose a file whose name ends in .lembar.`,
  'file.torn': () =>
    'Cut off, so the records of this line have not come in. Save the file on the tablet again, then upload it again.',
  'xlsx.not_xlsx': () => 'This is not an .xlsx file. Open it in Excel, choose Save as .xlsx, then try again.',
  'xlsx.old_format': () =>
    'This is an old Excel file (.xls). Open it in Excel, choose Save as .xlsx, then try again.',
  'xlsx.password': () => 'This file is locked with a password. Save it without one, then try again.',
  'xlsx.too_large': (d: D) =>
    `This file is too large for a questionnaire (limit of ${d.what}: ${d.most}). Remove sheets, columns and rows that are not used.`,
  'xlsx.unsafe': () =>
    'This file is not made as Excel makes its files, so it was not opened. Save it again from Excel, then try again.',
  'xlsx.damaged': () => 'This Excel file is damaged. Save it again from Excel, then try again.',
  'instrument.has_errors': (d: D) =>
    `This questionnaire cannot be published yet: it still has ${d.errors} errors. Mend them in Excel, then upload it again.`,
  'instrument.too_complex': (d: D) =>
    `This questionnaire is too complex: after ${d.seconds} seconds it was not read yet. Split it into several.`,
  'instrument.changed_meanwhile': (d: D) =>
    `Questionnaire ${d.code} has meanwhile been published up to version ${d.newest}. Look at it again, then publish.`,
  'instrument.must_stay_anonymous': (d: D) =>
    `Questionnaire ${d.code} was promised to be anonymous, and that cannot be taken back. Use another code for one with names.`,
  'instrument.unknown': (d: D) =>
    `Questionnaire ${d.code} version ${d.version} is not published. Choose another.`,
  'instrument.wrong_kind': (d: D) =>
    `Questionnaire ${d.code} is not of the right kind here. Choose a survey for the kiosk; observations are given by assignment.`,
  'event.has_responses': (d: D) =>
    `This event has received ${d.responses} sheets, so its survey cannot be replaced. Add the other as a form.`,
  'result.too_few': (d: D) =>
    `There are too few sheets to show them without telling who answered (at least ${d.least}). Wait until there are enough.`,
  'key.passphrase_short': (d: D) => `The passphrase is too short. Use at least ${d.min} characters.`,
  'key.passphrase_wrong': () => 'The passphrase does not fit this copy of the keys. Check it and try again.',
  'record.hash': () => 'The record does not match its fingerprint; it was damaged on the road or changed.',
  'record.unreadable': (d: D) => `The record could not be read (${d.reason}).`,
  'record.sealed': () =>
    'The seal of this record cannot be opened; it was damaged on the road or is not meant for this centre.',
  'record.key_unknown': (d: D) =>
    `The key that opens this record (${d.key_id}) is not at the centre. Ask the operator to restore it from the copy of the keys.`,
  'record.unknown_kind': (d: D) =>
    `The centre does not know records of the kind "${d.kind}" yet. It can be read once Lembar at the centre is updated.`,
  'record.unverified': () =>
    'This record came in a file, and its device’s signature does not fit. Check where the file came from.',
  'record.unknown_instrument': (d: D) =>
    `The centre does not know instrument ${d.instrument} version ${d.version}.`,
  'record.unknown_event': () => 'The centre does not know this record’s event.',
  'record.unknown_session': () => 'The centre does not know this record’s session.',
  'record.unknown_participant': () => 'The centre does not know this record’s participant.',
  'record.unknown_assignment': () => 'The centre does not know this record’s assignment.',
  'record.outside_scope': () => 'The sending device has no rights over this event.',
  'answer.out_of_range': (d: D) => `The answer "${d.answer}" to "${d.question}" is not one of its choices.`,
  'answer.required': (d: D) => `The question "${d.question}" must be answered.`,
  'answer.unknown_question': (d: D) => `This instrument version has no question "${d.question}".`,
  'answer.too_long': (d: D) => `The answer to "${d.question}" is too long (${d.length}; at most ${d.max}).`,
  'key.passphrase_differs': () => 'The two passphrases differ. Type it once more, exactly the same.',
  'centre.unreachable': () =>
    'The centre cannot be reached. Check the signal and try again; nothing entered is lost.',
  'storage.failed': (d: D) =>
    `This tablet cannot keep data (${d.reason}). Do not start filling in: free some space or leave private browsing, then reload.`,
  'storage.full': () =>
    'This device’s storage is full. What was saved is not lost. Delete photos, videos or other apps, then reload; do not delete Lembar’s data.',
  'storage.newer': () =>
    'Lembar was updated in another tab on this device. Reload to go on; sheets that were saved are not lost.',
  'storage.blocked': () =>
    'An older version of Lembar is still open in another tab. Close all other tabs of Lembar, then reload here.',
};

export default sentences;
