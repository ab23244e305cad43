-- Models somebody tries on the workbench: kept for a day, never released.
create table rw.workbench_model (
  id         uuid        not null primary key,
  documents  bytea[]     not null,
  created_by text        not null,
  created_at timestamptz not null default now()
);

create index workbench_model_by_age on rw.workbench_model (created_at);

grant select, insert, delete on rw.workbench_model to ${app};
