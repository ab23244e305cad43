-- What an examination of a version found, as it was signed: never changed, never removed.
CREATE TABLE evidence (
    id           uuid PRIMARY KEY,
    version      uuid NOT NULL REFERENCES version,
    document     text NOT NULL,
    signature    bytea NOT NULL,
    signing_key  text NOT NULL CHECK (signing_key ~ '^[0-9a-f]{16}$'),
    made_by      text NOT NULL,
    made_by_name text NOT NULL,
    made_at      timestamptz NOT NULL
);

CREATE INDEX evidence_version ON evidence (version, made_at DESC);

GRANT SELECT, INSERT ON evidence TO ${app};
