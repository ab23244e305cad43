CREATE TABLE scoring_model (
    key             text PRIMARY KEY CHECK (key ~ '^[a-z][a-z0-9._-]{0,62}$'),
    name            text NOT NULL,
    created_by      text NOT NULL,
    created_by_name text NOT NULL,
    created_at      timestamptz NOT NULL
);

-- A version is never changed: versions of strategies pin its digest.
CREATE TABLE scoring_model_version (
    model            text NOT NULL REFERENCES scoring_model,
    number           integer NOT NULL CHECK (number > 0),
    digest           text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    format           text NOT NULL,
    bytes            bigint NOT NULL,
    file_name        text NOT NULL,
    signature        text NOT NULL,
    expected         text CHECK (expected ~ '^[0-9a-f]{64}$'),
    self_test        text,
    uploaded_by      text NOT NULL,
    uploaded_by_name text NOT NULL,
    uploaded_at      timestamptz NOT NULL,
    PRIMARY KEY (model, number)
);

CREATE INDEX scoring_model_version_digest ON scoring_model_version (digest);

GRANT SELECT, INSERT ON scoring_model TO ${app};
GRANT UPDATE (name) ON scoring_model TO ${app};
GRANT SELECT, INSERT ON scoring_model_version TO ${app};
