CREATE TABLE lookup_table (
    key             text PRIMARY KEY CHECK (key ~ '^[a-z][a-z0-9._-]{0,62}$'),
    name            text NOT NULL,
    created_by      text NOT NULL,
    created_by_name text NOT NULL,
    created_at      timestamptz NOT NULL
);

-- A version is never changed: versions of strategies pin its digest.
CREATE TABLE lookup_version (
    lookup       text NOT NULL REFERENCES lookup_table,
    number       integer NOT NULL CHECK (number > 0),
    digest       text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    columns      text NOT NULL,
    rows         integer NOT NULL,
    bytes        bigint NOT NULL,
    source       text NOT NULL CHECK (source ~ '^[0-9a-f]{64}$'),
    source_name  text NOT NULL,
    options      text NOT NULL,
    refused_rows bigint NOT NULL,
    report       text CHECK (report ~ '^[0-9a-f]{64}$'),
    made_by      text NOT NULL,
    made_by_name text NOT NULL,
    made_at      timestamptz NOT NULL,
    PRIMARY KEY (lookup, number)
);

CREATE INDEX lookup_version_digest ON lookup_version (digest);

GRANT SELECT, INSERT, UPDATE ON lookup_table TO ${app};
GRANT SELECT, INSERT ON lookup_version TO ${app};
