// Questionnaires with the spreadsheet that they were made of, the forms of an event, sheets with a name, and their photos.

export const instruments = `
alter table instrument add column source blob;
alter table instrument add column published_at text;
alter table instrument add column published_by text;

create table event_form (
  event_id text not null references event, code text not null, version integer not null,
  primary key (event_id, code)
);

-- Which version an observation answers: a sheet begun before a new version came stays with its own.
alter table observation add column instrument_code text not null default '';
alter table observation add column instrument_version integer not null default 0;
update observation set
  instrument_code = coalesce((select form from raw where raw.id = observation.record_id), ''),
  instrument_version = coalesce((select version from raw where raw.id = observation.record_id), 0);

create table submission (
  record_id text primary key, seq integer not null, event_id text not null, instrument_code text not null,
  instrument_version integer not null, day text not null, replaces text, answers text not null
);
create index submission_by_event on submission (event_id, instrument_code);
create index submission_by_replaces on submission (replaces);

-- Without row numbers: it may be of an anonymous sheet. The bytes stay in the raw record.
create table attachment (
  record_id text primary key, event_id text not null, submission_id text not null, question text not null,
  name text not null, media text not null
) without rowid;
create index attachment_by_submission on attachment (submission_id);

-- Anonymous sheets of an event are opened again to be exported; they have no place in any other table.
create index raw_submission_by_event on raw (event_id, form) where kind = 'submission';
`;
