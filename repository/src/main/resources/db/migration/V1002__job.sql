CREATE TABLE job (
    id           uuid PRIMARY KEY,
    kind         text NOT NULL,
    title        text NOT NULL,
    state        text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    parameters   text NOT NULL,
    done         bigint NOT NULL,
    total        bigint NOT NULL,
    message      text NOT NULL,
    result       text,
    error        text,
    failure      text CHECK (failure IN ('REFUSED', 'ERROR', 'INTERRUPTED_BY_RESTART', 'UNKNOWN_KIND')),
    actor_kind   text NOT NULL,
    actor_id     text NOT NULL,
    actor_name   text NOT NULL,
    submitted_at timestamptz NOT NULL,
    started_at   timestamptz,
    finished_at  timestamptz,
    CHECK ((state = 'FAILED') = (failure IS NOT NULL))
);

CREATE INDEX job_submitted_at ON job (submitted_at DESC, id);
CREATE INDEX job_unfinished ON job (state, submitted_at) WHERE state IN ('QUEUED', 'RUNNING');

GRANT SELECT, INSERT, UPDATE ON job TO ${app};
