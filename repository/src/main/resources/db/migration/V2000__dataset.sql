CREATE TABLE dataset (
    id              uuid PRIMARY KEY,
    key             text NOT NULL UNIQUE CHECK (key ~ '^[a-z][a-z0-9_]{0,62}$'),
    name            text NOT NULL,
    description     text NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('IMPORTED', 'DERIVED')),
    archived        boolean NOT NULL DEFAULT false,
    created_by      text NOT NULL,
    created_by_name text NOT NULL,
    created_at      timestamptz NOT NULL
);

CREATE TABLE dataset_snapshot (
    dataset      uuid NOT NULL REFERENCES dataset,
    number       integer NOT NULL CHECK (number > 0),
    digest       text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    source       text CHECK (source ~ '^[0-9a-f]{64}$'),
    source_name  text NOT NULL,
    options      text NOT NULL,
    columns      text NOT NULL,
    rows         bigint NOT NULL,
    refused_rows bigint NOT NULL,
    report       text CHECK (report ~ '^[0-9a-f]{64}$'),
    bytes        bigint NOT NULL,
    made_by      text NOT NULL,
    made_by_name text NOT NULL,
    made_at      timestamptz NOT NULL,
    PRIMARY KEY (dataset, number)
);

CREATE INDEX dataset_snapshot_digest ON dataset_snapshot (digest);

-- Every definition stays: a model trained on one must be able to say which.
CREATE TABLE dataset_outcome (
    dataset         uuid NOT NULL REFERENCES dataset,
    revision        integer NOT NULL CHECK (revision > 0),
    column_name     text NOT NULL,
    bad_values      text NOT NULL,
    window_months   integer CHECK (window_months > 0),
    description     text NOT NULL,
    defined_by      text NOT NULL,
    defined_by_name text NOT NULL,
    defined_at      timestamptz NOT NULL,
    PRIMARY KEY (dataset, revision)
);

GRANT SELECT, INSERT, UPDATE ON dataset TO ${app};
GRANT SELECT, INSERT ON dataset_snapshot, dataset_outcome TO ${app};
