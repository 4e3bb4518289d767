// The office's side of a journey by its API, as its pages call it: a signed-in account that plans and reads.
import type { Account, NewAccount, SignedIn } from '../../../src/protocol/office/account.ts';
import type { EnrolmentCode } from '../../../src/protocol/office/device.ts';
import type {
  EventDetail,
  EventSummary,
  Programme,
  Session,
  Unit,
} from '../../../src/protocol/office/plan.ts';
import type { EventResult } from '../../../src/protocol/office/result.ts';
import type { Participant } from '../../../src/protocol/office/roster.ts';

export const PASSWORD = 'rahasia-uji-coba';

export class Office {
  private cookie = '';
  readonly origin: string;
  account: Account | null = null;

  constructor(origin: string) {
    this.origin = origin;
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: {
        cookie: this.cookie,
        'sec-fetch-site': 'same-origin',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const cookie = reply.headers.get('set-cookie')?.split(';')[0];
    if (cookie) this.cookie = cookie;
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** Uses the one-time link that a new centre prints. */
  async setUp(printed: string): Promise<void> {
    const token = /\/setup#token=([\w-]+)/.exec(printed)?.[1];
    const agency = 'Badan Pengembangan SDM Uji Coba';
    await this.call('POST', '/setup', {
      token,
      agency,
      username: 'operator',
      name: 'Operator Uji',
      password: PASSWORD,
    });
    await this.signIn('operator', PASSWORD);
  }

  async signIn(username: string, password: string): Promise<void> {
    this.account = (await this.call<SignedIn>('POST', '/sign-in', { username, password })).account;
  }

  async makeAccount(values: Omit<NewAccount, 'password'>): Promise<Account> {
    return this.call('POST', '/accounts', { ...values, password: PASSWORD });
  }

  async topUnit(): Promise<Unit> {
    const { units } = await this.call<{ units: Unit[] }>('GET', '/units');
    const top = units.find(unit => unit.parent_id === null);
    if (!top) throw new Error('no top unit');
    return top;
  }

  /** An event of one day with three sessions and a roster of invented people. */
  async planEvent(unit: string, day: string, people: number): Promise<PlannedEvent> {
    const programme = await this.call<Programme>('POST', '/programmes', {
      unit_id: unit,
      name: 'Pelayanan Prima',
    });
    const { event } = await this.call<EventDetail>('POST', '/events', {
      programme_id: programme.id,
      unit_id: unit,
      name: 'Pelayanan Prima Angkatan I',
      venue: 'Balai Desa Tanjung Raya',
      starts_on: day,
      ends_on: day,
    });
    const sessions: Session[] = [];
    for (const [name, starts_at, ends_at] of [
      ['Sikap melayani', '08:00', '10:15'],
      ['Komunikasi', '10:30', '12:00'],
      ['Menangani keluhan', '13:00', '15:15'],
    ])
      sessions.push(
        await this.call('POST', `/events/${event.id}/sessions`, { name, day, starts_at, ends_at }),
      );
    const participants: Participant[] = [];
    for (let index = 0; index < people; index += 1)
      participants.push(await this.call('POST', `/events/${event.id}/participants`, inventPerson(index)));
    return { event, sessions, participants };
  }

  async enrolmentCode(unit_id: string, account_id: string | null = null): Promise<string> {
    return (await this.call<EnrolmentCode>('POST', '/enrolment-codes', { unit_id, account_id })).code;
  }

  result(event: string): Promise<EventResult> {
    return this.call('GET', `/events/${event}/result`);
  }
}

export type PlannedEvent = { event: EventSummary; sessions: Session[]; participants: Participant[] };

const FIRST = [
  'Ahmad',
  'Budi',
  'Citra',
  'Dewi',
  'Eka',
  'Fitri',
  'Gunawan',
  'Hasan',
  'Indah',
  'Joko',
  'Kartika',
];
const LAST = ['Saputra', 'Wulandari', 'Pratama', 'Lestari', 'Nugroho', 'Rahayu', 'Siregar'];

/** Well-formed and invented: the numbers are built from the index. */
function inventPerson(index: number) {
  const two = (value: number) => String(value).padStart(2, '0');
  const nip = `19${70 + (index % 25)}${two(1 + (index % 12))}${two(1 + (index % 28))}2010${two(1 + (index % 12))}${1 + (index % 2)}${String(index + 1).padStart(3, '0')}`;
  return {
    name: `${FIRST[index % FIRST.length]} ${LAST[index % LAST.length]}`,
    nip,
    rank: 'III/a',
    position: 'Pengelola layanan',
    unit_name: 'Kecamatan Tanjung Raya',
  };
}
