CREATE TABLE users (
    id            uuid PRIMARY KEY,
    login         text NOT NULL,
    display_name  text NOT NULL,
    password_hash text NOT NULL,
    roles         text[] NOT NULL,
    language      text NOT NULL,
    theme         text NOT NULL,
    active        boolean NOT NULL,
    epoch         integer NOT NULL,
    created_at    timestamptz NOT NULL,
    last_login_at timestamptz
);

CREATE UNIQUE INDEX users_login ON users (lower(login));

-- Never deleted: records name users for ever; whoever leaves is deactivated.
GRANT SELECT, INSERT, UPDATE ON users TO ${app};

CREATE TABLE api_key (
    id           uuid PRIMARY KEY,
    name         text NOT NULL,
    start        text NOT NULL,
    hash         bytea NOT NULL UNIQUE,
    roles        text[] NOT NULL CHECK (NOT roles && ARRAY['GOVERNOR', 'ADMINISTRATOR']),
    environments text[] NOT NULL,
    created_by   text NOT NULL,
    created_at   timestamptz NOT NULL,
    revoked_at   timestamptz,
    last_used_at timestamptz
);

GRANT SELECT, INSERT, UPDATE ON api_key TO ${app};

-- Tries to sign in within a window of time, by hashes of login and source.
CREATE TABLE login_try (
    key   bytea PRIMARY KEY,
    tries integer NOT NULL,
    until timestamptz NOT NULL
);

CREATE INDEX login_try_until ON login_try (until);

GRANT SELECT, INSERT, UPDATE, DELETE ON login_try TO ${app};

-- At most one row: the code that lets somebody create the first administrator.
CREATE TABLE first_run (
    single    boolean PRIMARY KEY DEFAULT true CHECK (single),
    code_hash text NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON first_run TO ${app};
