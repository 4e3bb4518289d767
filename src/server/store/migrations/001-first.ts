// The first tables: plans, people, devices, raw records, and the projections made from them.

/** Portable SQL (SQLite and PostgreSQL); ids are UUIDs as text, days and times ISO 8601 text, flags 0/1. */
export const first = `
create table setting (key text primary key, value text not null);

create table unit (
  id text primary key, parent_id text references unit, code text not null unique, name text not null,
  demonstration integer not null default 0
);
create table account (
  id text primary key, unit_id text not null references unit, role text not null,
  username text not null unique, name text not null, password_hash text not null,
  active integer not null default 1, created_at text not null
);
create table sign_in (
  token_hash text primary key, account_id text not null references account, expires_at text not null
);

create table programme (id text primary key, unit_id text not null references unit, name text not null);
create table instrument (
  code text not null, version integer not null, definition text not null, primary key (code, version)
);
create table event (
  id text primary key, programme_id text not null references programme, unit_id text not null references unit,
  name text not null, venue text not null, starts_on text not null, ends_on text not null,
  survey_code text not null, survey_version integer not null
);
create index event_by_unit on event (unit_id);
create table session (
  id text primary key, event_id text not null references event, name text not null, day text not null,
  starts_at text not null, ends_at text not null
);
create index session_by_event on session (event_id);
create table person (
  id text primary key, unit_id text not null references unit, name text not null, nip text unique,
  rank text not null, position text not null, unit_name text not null
);
create table participant (
  id text primary key, event_id text not null references event, person_id text not null references person,
  unique (event_id, person_id)
);
create table assignment (
  id text primary key, event_id text not null references event,
  participant_id text not null references participant, supervisor_id text not null references account,
  due_on text not null, instrument_code text not null, instrument_version integer not null,
  unique (participant_id, supervisor_id)
);
create index assignment_by_event on assignment (event_id);

create table enrolment_code (
  code_hash text primary key, unit_id text not null references unit, account_id text references account,
  expires_at text not null, used_at text
);
create table device (
  id text primary key, label text not null, unit_id text not null references unit,
  account_id text references account, public_key text not null, enrolled_at text not null,
  last_contact_at text, finalised integer not null default 0, acknowledged integer not null default 0,
  retired_at text
);

create table raw (
  seq integer primary key, id text not null unique, kind text not null, form text, version integer,
  replaces text, bytes blob not null, sha256 text not null, device_id text, received text not null,
  unit_id text not null, event_id text, state text not null, reason text
);
create index raw_waiting on raw (seq) where state = 'waiting';
create index raw_quarantined on raw (seq) where state = 'quarantined';
create index raw_outstanding on raw (event_id, state) where state <> 'projected';
create table raw_conflict (
  id text not null, sha256 text not null, bytes blob not null, received text not null,
  primary key (id, sha256)
);

create table mark (
  record_id text primary key, seq integer not null, event_id text not null, session_id text not null,
  participant_id text not null, mark text not null, at text not null, replaces text
);
create index mark_by_event on mark (event_id, session_id, participant_id);
create index mark_by_replaces on mark (replaces);
create table response_tally (
  event_id text not null, instrument_code text not null, instrument_version integer not null,
  n integer not null, primary key (event_id, instrument_code, instrument_version)
);
create table answer_tally (
  event_id text not null, instrument_code text not null, instrument_version integer not null,
  question text not null, choice text not null, n integer not null,
  primary key (event_id, instrument_code, instrument_version, question, choice)
);
create table comment (
  id text primary key, event_id text not null, instrument_code text not null,
  instrument_version integer not null, question text not null, text text not null
);
create index comment_by_event on comment (event_id);
create table observation (
  record_id text primary key, assignment_id text not null, event_id text not null, day text not null,
  seq integer not null, replaces text, answers text not null
);
create index observation_by_event on observation (event_id);
create index observation_by_assignment on observation (assignment_id);
create index observation_by_replaces on observation (replaces);

create table scope_clock (scope text primary key, version integer not null);
create table feed (
  scope text not null, kind text not null, id text not null, version integer not null, body text,
  primary key (scope, kind, id)
);
create unique index feed_by_version on feed (scope, version);
`;
