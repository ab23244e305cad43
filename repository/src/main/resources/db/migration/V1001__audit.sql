CREATE TABLE audit (
    position    bigint PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    actor_kind  text NOT NULL,
    actor_id    text NOT NULL,
    actor_name  text NOT NULL,
    action      text NOT NULL,
    thing       text NOT NULL,
    thing_id    text NOT NULL,
    details     jsonb NOT NULL,
    previous    bytea NOT NULL,
    hash        bytea NOT NULL
);

CREATE INDEX audit_thing ON audit (thing, thing_id, position);
CREATE INDEX audit_actor ON audit (actor_id, position);
CREATE INDEX audit_action ON audit (action, position);
CREATE INDEX audit_recorded_at ON audit (recorded_at);

GRANT SELECT, INSERT ON audit TO ${app};

-- Also whoever owns the table cannot change an entry without first removing this openly.
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is append-only: % refused', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
