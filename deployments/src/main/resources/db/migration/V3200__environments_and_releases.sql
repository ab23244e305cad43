-- What runs where, and everything that ever did.

create table rw.environment (
  name text primary key,
  name_zh text not null,
  name_en text not null,
  position integer not null unique
);

insert into rw.environment (name, name_zh, name_en, position) values
  ('development', '开发', 'Development', 1),
  ('test', '测试', 'Test', 2),
  ('production', '生产', 'Production', 3);

-- A release as it was accepted; going back needs no new one.
create table rw.release (
  id uuid primary key,
  environment text not null references rw.environment,
  strategy text not null references rw.strategy,
  version uuid not null references rw.version,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  engine_version text not null,
  compiled_share numeric not null,
  -- what was active when it was released: where going back leads
  previous uuid references rw.release,
  released_kind text not null,
  released_by text not null,
  released_by_name text not null,
  released_at timestamptz not null
);

create index on rw.release (strategy, environment, released_at);
create index on rw.release (digest);

create table rw.release_event (
  id bigint generated always as identity primary key,
  environment text not null references rw.environment,
  strategy text not null references rw.strategy,
  kind text not null check (kind in ('RELEASED', 'BACK')),
  release uuid not null references rw.release,
  replaced uuid references rw.release,
  epoch bigint not null,
  by_kind text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  unique (environment, strategy, epoch)
);

create index on rw.release_event (environment, strategy, at);

-- The only row of a strategy that changes: which release is active, and how often that changed.
-- A commit group of decisions holds it shared until its records are durable.
create table rw.rollout (
  environment text not null references rw.environment,
  strategy text not null references rw.strategy,
  release uuid references rw.release,
  epoch bigint not null default 0,
  primary key (environment, strategy)
);

grant select on rw.environment to ${app};
grant select, insert on rw.release, rw.release_event to ${app};
grant select, insert, update (release, epoch) on rw.rollout to ${app};
