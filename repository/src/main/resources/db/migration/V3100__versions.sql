-- Versions are immutable: the runtime role may neither change nor remove them.

create table rw.version (
  id uuid primary key,
  strategy text not null references rw.strategy,
  number integer not null check (number > 0),
  digest text not null references rw.strategy_content,
  revision bigint not null,
  note text not null,
  created_kind text not null,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null default clock_timestamp(),
  unique (strategy, number),
  unique (strategy, digest),
  foreign key (strategy, revision) references rw.draft_revision
);

create table rw.version_editor (
  version uuid not null references rw.version,
  editor text not null,
  primary key (version, editor)
);

grant select, insert on rw.version, rw.version_editor to ${app};
