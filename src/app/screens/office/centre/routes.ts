// Every route of the centre that the office uses, with what it takes and gives; the types are the wire's own.
import type {
  Account,
  AccountChange,
  AccountList,
  NewAccount,
  Setup,
  SetupState,
  SignedIn,
  SignIn,
} from '../../../../protocol/office/account.ts';
import type {
  DeviceList,
  DeviceStateChange,
  EnrolmentCode,
  EscrowRequest,
  KeyState,
  NewEnrolmentCode,
  Quarantine,
  RetryReply,
  TakeInReport,
} from '../../../../protocol/office/device.ts';
import type {
  InstrumentCheck,
  InstrumentDetail,
  InstrumentEvents,
  InstrumentList,
  Published,
  Use,
  Used,
} from '../../../../protocol/office/instruments.ts';
import type {
  EventChange,
  EventDetail,
  EventList,
  NewEvent,
  NewProgramme,
  NewSession,
  NewUnit,
  Programme,
  ProgrammeList,
  Session,
  Unit,
  UnitList,
} from '../../../../protocol/office/plan.ts';
import type { EventResult } from '../../../../protocol/office/result.ts';
import type {
  Assignment,
  AssignmentList,
  NewAssignment,
  NewParticipant,
  Participant,
  ParticipantList,
  RosterReport,
} from '../../../../protocol/office/roster.ts';

/** A path below `/api/v1`, carrying in its type what a GET gives ... */
export type Reads<T> = string & { readonly reads?: T };
/** ... what a POST or PATCH takes and gives ... */
export type Takes<Body, T> = string & { readonly takes?: Body; readonly gives?: T };
/** ... and that a DELETE is understood. */
export type Removes = string & { readonly removes?: true };

export const routes = {
  setup: '/setup' as Reads<SetupState> & Takes<Setup, SignedIn>,
  signIn: '/sign-in' as Reads<SignedIn> & Takes<SignIn, SignedIn> & Removes,
  accounts: '/accounts' as Reads<AccountList> & Takes<NewAccount, Account>,
  account: (id: string) => `/accounts/${id}` as Takes<AccountChange, Account>,
  units: '/units' as Reads<UnitList> & Takes<NewUnit, Unit>,
  programmes: '/programmes' as Reads<ProgrammeList> & Takes<NewProgramme, Programme>,
  events: '/events' as Reads<EventList> & Takes<NewEvent, EventDetail>,
  event: (id: string) => `/events/${id}` as Reads<EventDetail> & Takes<EventChange, EventDetail>,
  sessions: (event: string) => `/events/${event}/sessions` as Takes<NewSession, Session>,
  session: (id: string) => `/sessions/${id}` as Takes<NewSession, Session> & Removes,
  participants: (event: string) =>
    `/events/${event}/participants` as Reads<ParticipantList> & Takes<NewParticipant, Participant>,
  rosterImport: (event: string) => `/events/${event}/participants/import` as Takes<Blob, RosterReport>,
  participant: (id: string) => `/participants/${id}` as Removes,
  assignments: (event: string) =>
    `/events/${event}/assignments` as Reads<AssignmentList> & Takes<NewAssignment, Assignment>,
  assignment: (id: string) => `/assignments/${id}` as Removes,
  result: (event: string) => `/events/${event}/result` as Reads<EventResult>,
  devices: '/devices' as Reads<DeviceList>,
  deviceState: (id: string) => `/devices/${id}/state` as Takes<DeviceStateChange, undefined>,
  enrolmentCodes: '/enrolment-codes' as Takes<NewEnrolmentCode, EnrolmentCode>,
  quarantine: '/quarantine' as Reads<Quarantine>,
  retryAll: '/quarantine/retry' as Takes<null, RetryReply>,
  retry: (id: string) => `/quarantine/${id}/retry` as Takes<null, RetryReply>,
  takeIn: '/take-in' as Takes<Blob, TakeInReport>,
  instruments: '/instruments' as Reads<InstrumentList>,
  instrument: (code: string, version: number) => `/instruments/${code}/${version}` as Reads<InstrumentDetail>,
  instrumentFile: (code: string, version: number) =>
    `/instruments/${code}/${version}/file` as Reads<Download>,
  instrumentEvents: (code: string) => `/instruments/${code}/events` as Reads<InstrumentEvents>,
  instrumentCheck: '/instruments/check' as Takes<Blob, InstrumentCheck>,
  instrumentPublish: (after: number) => `/instruments?after=${after}` as Takes<Blob, Published>,
  instrumentUse: (code: string, version: number) => `/instruments/${code}/${version}/use` as Takes<Use, Used>,
  keys: '/keys' as Reads<KeyState>,
  escrow: '/keys/escrow' as Takes<EscrowRequest, Download>,
};

/** A file that came as the answer, named by the centre. */
export type Download = { readonly name: string; readonly blob: Blob };

/** Files that the browser downloads by itself, as plain links. */
export const downloads = {
  result: (event: string) => `/api/v1/events/${event}/result.csv`,
  forms: (event: string) => `/api/v1/events/${event}/forms.csv`,
  attendance: (event: string) => `/api/v1/events/${event}/attendance.csv`,
  observations: (event: string) => `/api/v1/events/${event}/observations.csv`,
  instrumentFile: (code: string, version: number) => `/api/v1/instruments/${code}/${version}/file`,
  instrumentAnswers: (code: string) => `/api/v1/instruments/${code}/submissions.csv`,
  instrumentCodebook: (code: string) => `/api/v1/instruments/${code}/submissions/codebook.csv`,
};
