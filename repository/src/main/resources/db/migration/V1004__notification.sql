-- What people are told about: one row for each person who is told.
CREATE TABLE notification (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recipient uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    kind      text NOT NULL,
    thing     text NOT NULL,
    thing_id  text NOT NULL,
    arguments jsonb NOT NULL,
    roles     text[] NOT NULL,
    told_at   timestamptz NOT NULL,
    seen_at   timestamptz
);

COMMENT ON COLUMN notification.arguments IS 'names and numbers; the sentence is made in the language of the reader';
COMMENT ON COLUMN notification.roles IS 'whoever has none of these any more does not see it; empty: everybody';

CREATE INDEX notification_recipient ON notification (recipient, id DESC);
CREATE INDEX notification_unseen ON notification (recipient) WHERE seen_at IS NULL;

-- What was told is not rewritten; only that it was seen is noted.
GRANT SELECT, INSERT, UPDATE (seen_at) ON notification TO ${app};

-- The only way one goes: after 90 days, or when 500 newer ones of the same person are there.
CREATE FUNCTION forget_notifications() RETURNS integer
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    WITH placed AS (
        SELECT id, told_at, row_number() OVER (PARTITION BY recipient ORDER BY id DESC) AS place
        FROM rw.notification
    ), gone AS (
        DELETE FROM rw.notification n USING placed p
        WHERE n.id = p.id AND (p.place > 500 OR p.told_at < now() - interval '90 days')
        RETURNING n.id
    )
    SELECT count(*)::integer FROM gone
$$;

REVOKE ALL ON FUNCTION forget_notifications() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_notifications() TO ${app};
