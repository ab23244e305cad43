-- The decision record (docs/decisions/0005-decision-record-and-group-commit.md).
-- Ids are UUIDs of version 7: their first 48 bits are milliseconds, so months are ranges of ids.

create table rw.decision (
  id             uuid        not null primary key,
  as_of          timestamptz not null,
  recorded_at    timestamptz not null,
  environment    text        not null,
  strategy       text        not null,
  release_digest text        not null,
  arm            text        not null,
  channel        text        not null,
  reference      text,
  verdict        text,
  score          numeric,
  amount         numeric,
  rate           numeric,
  term_months    integer,
  grade          text,
  reason_codes   text[]      not null,
  latency_micros bigint      not null,
  subject_hash   bytea       not null,
  asker_kind     text        not null,
  asker_id       text        not null,
  asker_name     text        not null,
  key_id         uuid        not null,
  session        uuid        not null,
  position       bigint      not null,
  salt           bytea       not null,
  payload        bytea       not null
) partition by range (id);

comment on table rw.decision is 'one row per decision: searchable columns in clear, the rest encrypted with a key per subject';
comment on column rw.decision.subject_hash is 'HMAC-SHA256 of the subject under a key derived from the installation key';
comment on column rw.decision.session is 'with position: the leaf of this record in rw.decision_digest';
comment on column rw.decision.payload is 'format byte, nonce, AES-256-GCM of the deflated JSON; the id is its associated data';

-- The payload is compressed before it is encrypted: compressing it again only costs time.
alter table rw.decision alter column payload set storage external;

create index decision_by_subject on rw.decision (subject_hash, id desc);
create index decision_by_verdict on rw.decision (verdict, id desc);
create index decision_by_release on rw.decision (release_digest, id desc);
create index decision_by_reason on rw.decision using gin (reason_codes);

create function rw.first_decision_id(moment timestamptz) returns uuid
  language sql stable strict
  return (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;

-- Creates the partitions of this month and the months ahead, and says how many were missing.
-- It runs as its owner, so that the runtime role needs no right to create tables.
create function rw.prepare_decision_months(ahead integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  first_month timestamptz := date_trunc('month', now() at time zone 'UTC') at time zone 'UTC';
  month_start timestamptz;
  month_end   timestamptz;
  partition   text;
  created     integer := 0;
begin
  if ahead not between 0 and 36 then
    raise exception 'months ahead must be between 0 and 36, not %', ahead;
  end if;
  perform pg_advisory_xact_lock(hashtext('rw.prepare_decision_months'));
  for step in -1 .. ahead loop
    month_start := ((first_month at time zone 'UTC') + make_interval(months => step)) at time zone 'UTC';
    month_end := ((first_month at time zone 'UTC') + make_interval(months => step + 1)) at time zone 'UTC';
    partition := 'decision_' || to_char(month_start at time zone 'UTC', 'YYYY_MM');
    if to_regclass('rw.' || partition) is null then
      execute format(
        'create table rw.%I partition of rw.decision for values from (%L) to (%L)',
        partition, rw.first_decision_id(month_start), rw.first_decision_id(month_end));
      created := created + 1;
    end if;
  end loop;
  return created;
end
$$;

select rw.prepare_decision_months(12);

-- Writers: each start of a writer begins a chain of its own, so that no lock is shared.
create table rw.decision_session (
  session    uuid        not null primary key,
  started_at timestamptz not null,
  node       text        not null
);

create table rw.decision_digest (
  session     uuid   not null references rw.decision_session,
  position    bigint not null check (position > 0),
  decision_id uuid   not null,
  digest      bytea  not null,
  previous    bytea  not null,
  primary key (session, position)
);

comment on column rw.decision_digest.digest is 'SHA-256 over the record''s salt, clear columns and encrypted payload';
comment on column rw.decision_digest.previous is 'link of the row before: SHA-256 over its session, position, id, digest and previous';

-- A signed Merkle root over all chain heads; begun with the deployments issue.
create table rw.decision_seal (
  number    bigint      not null primary key,
  sealed_at timestamptz not null,
  heads     jsonb       not null,
  root      bytea       not null,
  previous  bytea       not null,
  signature bytea       not null
);

create table rw.subject_key (
  id           uuid        not null primary key,
  subject_hash bytea       not null,
  wrapped_key  bytea,
  created_at   timestamptz not null default now(),
  destroyed_at timestamptz,
  check ((wrapped_key is null) = (destroyed_at is not null))
);

create unique index subject_key_living on rw.subject_key (subject_hash) where wrapped_key is not null;

-- One row that counts erasures: each commit group reads it, so that no node goes on with a
-- destroyed key out of its memory.
create table rw.subject_erasure (
  only_row boolean not null primary key default true check (only_row),
  erasures bigint  not null
);
insert into rw.subject_erasure (erasures) values (0);

create table rw.idempotency_claim (
  claim       text        not null primary key,
  body_digest text        not null,
  decision_id uuid        not null,
  claimed_at  timestamptz not null
);

create index idempotency_claim_by_age on rw.idempotency_claim (claimed_at);

grant select, insert on rw.decision, rw.decision_session, rw.decision_digest, rw.decision_seal to ${app};
grant select, insert, update on rw.subject_key to ${app};
grant select, update on rw.subject_erasure to ${app};
grant select, insert, update, delete on rw.idempotency_claim to ${app};

revoke all on function rw.prepare_decision_months(integer) from public;
grant execute on function rw.prepare_decision_months(integer) to ${app};
