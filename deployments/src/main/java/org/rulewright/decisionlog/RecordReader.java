package org.rulewright.decisionlog;

import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens one record: decrypts its payload and checks its place in the chain. */
final class RecordReader {

  private final JdbcClient database;
  private final SubjectKeys keys;

  RecordReader(JdbcClient database, SubjectKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  Optional<DecisionRecord> find(DecisionId id) {
    return database
        .sql("select " + RowReader.ALL_COLUMNS + " from rw.decision where id = ?")
        .param(id.value())
        .query(RowReader::stored)
        .optional()
        .map(row -> new DecisionRecord(row.summary(), payload(row), chain(row)));
  }

  private @Nullable DecisionPayload payload(StoredRow row) {
    return database
        .sql("select wrapped_key from rw.subject_key where id = ? and wrapped_key is not null")
        .param(row.keyId())
        .query(byte[].class)
        .optional()
        .map(wrapped -> open(row, wrapped))
        .orElse(null);
  }

  private DecisionPayload open(StoredRow row, byte[] wrapped) {
    var key = keys.unwrap(row.keyId(), new SubjectHash(row.subjectHash()), wrapped);
    try {
      return PayloadFormat.read(
          keys.cipher().decrypt(key.key(), row.summary().id(), row.payload()));
    } catch (GeneralSecurityException altered) {
      throw new AlteredRecordException(row.summary().id(), altered);
    }
  }

  private ChainState chain(StoredRow row) {
    var own = link(row.session(), row.position());
    if (own == null) {
      return new ChainState(row.session(), row.position(), "", false);
    }
    var intact =
        own.decision().equals(row.summary().id().value())
            && Arrays.equals(own.digest(), RecordDigest.of(row))
            && follows(link(row.session(), row.position() - 1), own)
            && isFollowed(own, link(row.session(), row.position() + 1));
    var digest = HexFormat.of().formatHex(own.digest());
    return new ChainState(row.session(), row.position(), digest, intact);
  }

  private static boolean follows(@Nullable ChainLink before, ChainLink own) {
    if (own.position() == 1) {
      return Arrays.equals(own.previous(), ChainLink.genesis(own.session()));
    }
    return before != null && Arrays.equals(own.previous(), before.hash());
  }

  /** The newest link of a chain has none after it. */
  private static boolean isFollowed(ChainLink own, @Nullable ChainLink after) {
    return after == null || Arrays.equals(after.previous(), own.hash());
  }

  private @Nullable ChainLink link(UUID session, long position) {
    return database
        .sql(
            """
            select session, position, decision_id, digest, previous from rw.decision_digest
            where session = ? and position = ?\
            """)
        .params(session, position)
        .query(RecordReader::link)
        .optional()
        .orElse(null);
  }

  static ChainLink link(ResultSet row, int number) throws SQLException {
    return new ChainLink(
        row.getObject("session", UUID.class),
        row.getLong("position"),
        row.getObject("decision_id", UUID.class),
        row.getBytes("digest"),
        row.getBytes("previous"));
  }
}
