// At which field a refusal of the centre is to be shown.
import type { Problem } from '../../../../domain/result.ts';

const FIELDS: Readonly<Record<string, string>> = {
  'account.duplicate': 'username',
  'account.password_short': 'password',
  'key.passphrase_short': 'passphrase',
  'key.passphrase_differs': 'passphrase_again',
  'account.role_unit': 'role',
  'unit.duplicate': 'code',
  'event.dates': 'ends_on',
  'session.day_outside': 'day',
  'person.name_missing': 'name',
  'participant.duplicate': 'name',
};

/** The name of the control, or null where the refusal concerns the whole. */
export function fieldOf(problem: Problem): string | null {
  if (problem.code === 'request.invalid') return lastPart(String(problem.details.field ?? ''));
  if (problem.code.startsWith('nip.')) return 'nip';
  return FIELDS[problem.code] ?? null;
}

/** `/body/starts_on`, `body.starts_on` and `starts_on` alike. */
const lastPart = (field: string): string | null => field.split(/[./]/).at(-1) || null;
