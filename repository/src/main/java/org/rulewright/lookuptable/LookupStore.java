package org.rulewright.lookuptable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rulewright.audit.Actor;
import org.rulewright.blob.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of look-up tables and their versions. */
@Repository
class LookupStore {

  private static final String VERSIONS =
      "SELECT v.*, t.name FROM lookup_version v JOIN lookup_table t ON t.key = v.lookup ";

  private final JdbcClient jdbc;

  LookupStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the table where it is not there, and keeps others waiting until the transaction ends. */
  void insertOrLock(String key, String name, Actor by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO lookup_table (key, name, created_by, created_by_name, created_at)
            VALUES (:key, :name, :by, :byName, :now) ON CONFLICT (key) DO NOTHING
            """)
        .param("key", key)
        .param("name", name)
        .param("by", by.id())
        .param("byName", by.name())
        .param("now", at(now))
        .update();
    jdbc.sql("SELECT 1 FROM lookup_table WHERE key = :key FOR UPDATE")
        .param("key", key)
        .query(Integer.class)
        .single();
  }

  void rename(String key, String name) {
    jdbc.sql("UPDATE lookup_table SET name = :name WHERE key = :key")
        .param("key", key)
        .param("name", name)
        .update();
  }

  void insert(MadeLookup made, int number, Actor by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO lookup_version (lookup, number, digest, columns, rows, bytes, source,
                                        source_name, options, refused_rows, report,
                                        made_by, made_by_name, made_at)
            VALUES (:lookup, :number, :digest, :columns, :rows, :bytes, :source, :sourceName,
                    :options, :refused, :report, :by, :byName, :now)
            """)
        .param("lookup", made.request().key())
        .param("number", number)
        .param("digest", made.digest().hex())
        .param("columns", LookupJson.write(LookupJson.Columns.of(made.request().definition())))
        .param("rows", made.rows())
        .param("bytes", made.bytes())
        .param("source", made.request().upload().hex())
        .param("sourceName", made.request().fileName())
        .param("options", LookupJson.write(made.request()))
        .param("refused", made.refusedRows())
        .param("report", made.report() == null ? null : made.report().hex())
        .param("by", by.id())
        .param("byName", by.name())
        .param("now", at(now))
        .update();
  }

  List<Lookup> list() {
    return jdbc.sql("SELECT * FROM lookup_table ORDER BY key").query(this::lookup).list();
  }

  Optional<Lookup> find(String key) {
    return jdbc.sql("SELECT * FROM lookup_table WHERE key = :key")
        .param("key", key)
        .query(this::lookup)
        .optional();
  }

  /** Newest first. */
  List<LookupVersion> versions(String key, int limit) {
    return jdbc.sql(VERSIONS + "WHERE v.lookup = :key ORDER BY v.number DESC LIMIT :limit")
        .param("key", key)
        .param("limit", limit)
        .query(LookupStore::version)
        .list();
  }

  Optional<LookupVersion> version(String key, int number) {
    return jdbc.sql(VERSIONS + "WHERE v.lookup = :key AND v.number = :number")
        .param("key", key)
        .param("number", number)
        .query(LookupStore::version)
        .optional();
  }

  /** The newest version of the table with the digest. */
  Optional<LookupVersion> version(String key, Digest digest) {
    return jdbc.sql(
            VERSIONS
                + "WHERE v.lookup = :key AND v.digest = :digest ORDER BY v.number DESC LIMIT 1")
        .param("key", key)
        .param("digest", digest.hex())
        .query(LookupStore::version)
        .optional();
  }

  private Lookup lookup(ResultSet row, int line) throws SQLException {
    var key = row.getString("key");
    return new Lookup(
        key,
        row.getString("name"),
        row.getString("created_by_name"),
        instant(row, "created_at"),
        versions(key, 1).getFirst());
  }

  private static LookupVersion version(ResultSet row, int line) throws SQLException {
    var columns = LookupJson.read(row.getString("columns"), LookupJson.Columns.class);
    var report = row.getString("report");
    return new LookupVersion(
        columns.definition(row.getString("lookup"), row.getString("name")),
        row.getInt("number"),
        new Digest(row.getString("digest")),
        row.getInt("rows"),
        row.getLong("bytes"),
        new Digest(row.getString("source")),
        row.getString("source_name"),
        row.getLong("refused_rows"),
        report == null ? null : new Digest(report),
        row.getString("made_by_name"),
        instant(row, "made_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
