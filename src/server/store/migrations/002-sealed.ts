// Sealed records, devices that fork, retire and are lost, comments without an order, and what tablets counted at closing.

export const sealed = `
alter table raw add column key_id text;
alter table device add column lost_at text;
alter table device add column copy_of text references device;
alter table device add column nonce text;

-- Without row numbers, which would tell which answers came first.
alter table raw_conflict rename to raw_conflict_first;
create table raw_conflict (
  id text not null, sha256 text not null, kind text not null, form text, version integer, replaces text,
  key_id text, bytes blob not null, received text not null, primary key (id, sha256)
) without rowid;
insert into raw_conflict
  select other.id, other.sha256, kind, form, version, replaces, null, other.bytes, other.received
  from raw_conflict_first as other join raw on raw.id = other.id;
drop table raw_conflict_first;
alter table response_tally rename to response_tally_first;
create table response_tally (
  event_id text not null, instrument_code text not null, instrument_version integer not null,
  n integer not null, primary key (event_id, instrument_code, instrument_version)
) without rowid;
insert into response_tally select * from response_tally_first;
drop table response_tally_first;
alter table answer_tally rename to answer_tally_first;
create table answer_tally (
  event_id text not null, instrument_code text not null, instrument_version integer not null,
  question text not null, choice text not null, n integer not null,
  primary key (event_id, instrument_code, instrument_version, question, choice)
) without rowid;
insert into answer_tally select * from answer_tally_first;
drop table answer_tally_first;

alter table comment rename to comment_by_id;
drop index comment_by_event;
create table comment (
  place integer primary key, event_id text not null, instrument_code text not null,
  instrument_version integer not null, question text not null, text text not null, n integer not null
);
insert into comment
  select -row_number() over (order by text), event_id, instrument_code, instrument_version, question, text, count(*)
  from comment_by_id group by event_id, instrument_code, instrument_version, question, text;
create index comment_by_event on comment (event_id);
drop table comment_by_id;

create table close_out (
  record_id text primary key, seq integer not null, event_id text not null, device_id text,
  attended integer not null, responses integer not null, at text not null
);
create index close_out_by_event on close_out (event_id);
create index device_by_key on device (public_key);
`;
