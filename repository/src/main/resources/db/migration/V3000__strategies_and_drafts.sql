-- Strategies, and their drafts as append-only revisions.

create table rw.strategy (
  key text primary key check (key ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'),
  name_zh text not null check (name_zh <> ''),
  name_en text not null check (name_en <> ''),
  purpose text not null,
  created_kind text not null,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null default clock_timestamp(),
  archived boolean not null default false
);

-- Models with their contracts, named by the hash of both; shared by revisions and versions.
create table rw.strategy_content (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  dmn bytea not null check (octet_length(dmn) <= 20971520),
  contract text not null
);

create table rw.draft_side (
  id bigint generated always as identity primary key,
  strategy text not null references rw.strategy,
  based_on bigint not null,
  cause text not null check (cause in ('CONFLICT', 'UNREADABLE')),
  digest text not null references rw.strategy_content,
  saved_kind text not null,
  saved_by text not null,
  saved_by_name text not null,
  saved_at timestamptz not null default clock_timestamp(),
  session text not null,
  summary text not null
);

create index on rw.draft_side (strategy, id);

-- What was decided about a side revision: its content was taken, or theirs was kept.
create table rw.draft_side_settled (
  side bigint primary key references rw.draft_side,
  taken boolean not null,
  settled_by text not null,
  settled_at timestamptz not null default clock_timestamp()
);

create table rw.draft_revision (
  strategy text not null references rw.strategy,
  number bigint not null check (number > 0),
  kind text not null check (
    kind in ('CREATED', 'SAVED', 'IMPORTED', 'UNDONE', 'REDONE', 'RESTORED', 'TAKEN')),
  -- the revision whose content this one was made from: its authors are authors of this one too
  derived_from bigint,
  side bigint references rw.draft_side,
  undo_to bigint,
  redo_to bigint,
  digest text not null references rw.strategy_content,
  diagnostics text not null,
  saved_kind text not null,
  saved_by text not null,
  saved_by_name text not null,
  saved_at timestamptz not null default clock_timestamp(),
  session text not null,
  summary text not null,
  primary key (strategy, number),
  foreign key (strategy, derived_from) references rw.draft_revision,
  foreign key (strategy, undo_to) references rw.draft_revision,
  foreign key (strategy, redo_to) references rw.draft_revision
);

grant select, insert, update (name_zh, name_en, purpose, archived) on rw.strategy to ${app};
grant select, insert on
  rw.strategy_content, rw.draft_side, rw.draft_side_settled, rw.draft_revision to ${app};
