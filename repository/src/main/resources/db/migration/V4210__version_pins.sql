-- A version is its content and the exact look-up tables and models it uses: where it uses any, its
-- digest is that of both, so the content is told apart from the version.
alter table rw.version add column content text references rw.strategy_content;
update rw.version set content = digest;
alter table rw.version alter column content set not null;
alter table rw.version drop constraint version_digest_fkey;

create table rw.version_pin (
  version uuid not null references rw.version,
  kind text not null check (kind in ('LOOKUP', 'MODEL')),
  key text not null,
  number integer not null check (number > 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (version, kind, key)
);

create index on rw.version_pin (kind, key);

grant select, insert on rw.version_pin to ${app};
