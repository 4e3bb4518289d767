// What a centre would answer in tests of the office: accounts, an event and its result, all invented.
import type { Role } from '../../../../src/domain/person/role.ts';
import type { SignedIn } from '../../../../src/protocol/office/account.ts';
import type { EventSummary } from '../../../../src/protocol/office/plan.ts';
import type { EventResult, QuestionResult, SurveyResult } from '../../../../src/protocol/office/result.ts';

export const signedIn = (role: Role, demonstration = false): SignedIn => ({
  account: {
    id: `account-${role}`,
    unit_id: 'unit-1',
    unit_name: 'BPSDM Contoh',
    role,
    username: role,
    name: `Contoh ${role}`,
    active: true,
  },
  demonstration,
});

export const EVENT: EventSummary = {
  id: 'event-1',
  programme_id: 'programme-1',
  programme_name: 'Pelayanan Prima',
  unit_id: 'unit-1',
  unit_name: 'BPSDM Contoh',
  name: 'Pelayanan Prima Angkatan I',
  venue: 'Balai Desa Sukamaju',
  starts_on: '2026-11-23',
  ends_on: '2026-11-24',
  participants: 24,
  responses: 20,
  demonstration: false,
};

const texts = (id: string, en: string) => ({ id, en });

export const question = (code: string, value: string | null, n = 20): QuestionResult => ({
  code,
  label: texts(`Unsur ${code}`, `Element ${code}`),
  n,
  suppressed: false,
  total: value === null ? null : 62,
  nrr: value === null ? null : '3.10',
  value,
  grade: value === null ? null : 'B',
  choices: value === null ? null : [{ code: '3', label: texts('Sesuai', 'Suitable'), n }],
});

export const held = (code: string, n: number): QuestionResult => ({
  ...question(code, null, n),
  suppressed: true,
});

export const SURVEY: SurveyResult = {
  title: texts('Survei Kepuasan Masyarakat', 'Public satisfaction survey'),
  scheme: 'PermenPANRB 14/2017',
  responses: 20,
  expected: 20,
  least_shown: 5,
  suppressed: false,
  index: {
    value: '77.50',
    exact: '155/2',
    grade: 'B',
    variants: [{ weight: '0.11', value: '76.73', grade: 'B' }],
  },
  questions: [question('a', '81.25'), question('b', '66.25'), question('c', '78.75')],
  comments: [{ question: 'saran', label: texts('Saran', 'Suggestions'), text: 'Ruang terlalu panas.' }],
};

export const resultWith = (survey: Partial<SurveyResult>, rest: Partial<EventResult> = {}): EventResult => ({
  event: EVENT,
  attendance: { participants: 24, attended: 20, sessions: [] },
  survey: { ...SURVEY, ...survey },
  forms: [],
  observation: { assigned: 0, observed: 0, questions: [], people: [] },
  close_outs: [],
  waiting: 0,
  quarantined: 0,
  ...rest,
});
