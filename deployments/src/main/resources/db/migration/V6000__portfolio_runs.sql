-- Portfolio runs: a release over a data set, row by row, and what a budget gave to whom.
-- Subjects are not kept here: a row is named by its place in the snapshot, so that erasing a
-- person stays the destruction of one key.

create table rw.portfolio_run (
  id uuid primary key,
  job uuid not null,
  environment text not null references rw.environment,
  strategy text not null references rw.strategy,
  release_digest text not null,
  dataset uuid not null references rw.dataset,
  snapshot integer not null,
  snapshot_digest text not null,
  subject_column text not null,
  outcome_column text,
  budget jsonb,
  started_by text not null,
  started_by_name text not null,
  started_at timestamptz not null,
  finished_at timestamptz
);

create index on rw.portfolio_run (started_at);

create table rw.portfolio_row (
  run uuid not null references rw.portfolio_run,
  row_number bigint not null,
  decision uuid,
  verdict text,
  grade text,
  score numeric,
  amount numeric,
  rate numeric,
  reason_codes text[] not null,
  -- why the row got no decision; null where it got one
  problem text,
  -- what became of the case, where the data set knows it
  bad boolean,
  primary key (run, row_number)
);

create table rw.portfolio_allocation (
  run uuid not null,
  row_number bigint not null,
  rank integer not null,
  allotment text not null check (allotment in ('FULL', 'PARTIAL', 'BUDGET_EXHAUSTED', 'UNPROFITABLE')),
  granted numeric not null check (granted >= 0),
  expected_profit numeric not null,
  primary key (run, row_number),
  foreign key (run, row_number) references rw.portfolio_row
);

grant select, insert, update on rw.portfolio_run to ${app};
grant select, insert on rw.portfolio_row, rw.portfolio_allocation to ${app};
