-- The runtime role sees the schema; each later migration grants it what it may do with each table.
GRANT USAGE ON SCHEMA rw TO ${app};
