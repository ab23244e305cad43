CREATE TABLE feature (
    name     text PRIMARY KEY,
    revision integer NOT NULL CHECK (revision > 0),
    retired  boolean NOT NULL DEFAULT false
);

-- Every revision stays: a version of a strategy was drawn against one of them.
CREATE TABLE feature_revision (
    feature         text NOT NULL REFERENCES feature,
    revision        integer NOT NULL CHECK (revision > 0),
    label_zh        text NOT NULL,
    label_en        text NOT NULL,
    type            text NOT NULL,
    unit            text NOT NULL,
    allowed_values  text NOT NULL,
    owner           text NOT NULL,
    source          text NOT NULL,
    description     text NOT NULL,
    changed_by      text NOT NULL,
    changed_by_name text NOT NULL,
    changed_at      timestamptz NOT NULL,
    PRIMARY KEY (feature, revision)
);

CREATE TABLE feature_column (
    dataset     uuid NOT NULL REFERENCES dataset,
    column_name text NOT NULL,
    feature     text NOT NULL REFERENCES feature,
    PRIMARY KEY (dataset, column_name),
    UNIQUE (dataset, feature)
);

CREATE TABLE derivation (
    dataset         uuid NOT NULL,
    snapshot_number integer NOT NULL,
    sql             text NOT NULL,
    sql_hash        text NOT NULL CHECK (sql_hash ~ '^[0-9a-f]{64}$'),
    subject_column  text NOT NULL,
    PRIMARY KEY (dataset, snapshot_number),
    FOREIGN KEY (dataset, snapshot_number) REFERENCES dataset_snapshot (dataset, number)
);

CREATE TABLE derivation_source (
    dataset         uuid NOT NULL,
    snapshot_number integer NOT NULL,
    source_dataset  uuid NOT NULL,
    source_number   integer NOT NULL,
    columns         text NOT NULL,
    PRIMARY KEY (dataset, snapshot_number, source_dataset),
    FOREIGN KEY (dataset, snapshot_number) REFERENCES derivation,
    FOREIGN KEY (source_dataset, source_number) REFERENCES dataset_snapshot (dataset, number)
);

GRANT SELECT, INSERT, UPDATE ON feature TO ${app};
GRANT SELECT, INSERT ON feature_revision, derivation, derivation_source TO ${app};
GRANT SELECT, INSERT, DELETE ON feature_column TO ${app};
