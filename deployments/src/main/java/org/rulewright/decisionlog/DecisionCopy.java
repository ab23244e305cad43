package org.rulewright.decisionlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes rows of decisions and links of the chain by COPY. */
final class DecisionCopy {

  private static final String DECISIONS =
      """
      copy rw.decision (id, as_of, recorded_at, environment, strategy, release_digest, arm, channel,
        reference, verdict, score, amount, rate, term_months, grade, reason_codes, latency_micros,
        subject_hash, asker_kind, asker_id, asker_name, key_id, session, position, salt, payload)
      from stdin (format binary)\
      """;
  private static final int DECISION_COLUMNS = 26;

  private static final String LINKS =
      """
      copy rw.decision_digest (session, position, decision_id, digest, previous)
      from stdin (format binary)\
      """;
  private static final int LINK_COLUMNS = 5;
  private static final int BYTES_PER_LINK = 126;
  private static final int BYTES_BESIDE_PAYLOAD = 700;

  private DecisionCopy() {}

  static void decisions(Connection connection, List<StoredRow> rows) throws SQLException {
    int payloads = rows.stream().mapToInt(row -> row.payload().length).sum();
    var buffer = new CopyBuffer(payloads + rows.size() * BYTES_BESIDE_PAYLOAD);
    rows.forEach(row -> add(buffer, row));
    buffer.send(connection, DECISIONS);
  }

  static void links(Connection connection, List<ChainLink> links) throws SQLException {
    var buffer = new CopyBuffer(64 + links.size() * BYTES_PER_LINK);
    for (var link : links) {
      buffer
          .row(LINK_COLUMNS)
          .uuid(link.session())
          .bigint(link.position())
          .uuid(link.decision())
          .bytea(link.digest())
          .bytea(link.previous());
    }
    buffer.send(connection, LINKS);
  }

  private static void add(CopyBuffer buffer, StoredRow row) {
    var summary = row.summary();
    var place = summary.place();
    var headline = summary.headline();
    buffer
        .row(DECISION_COLUMNS)
        .uuid(summary.id().value())
        .timestamp(summary.asOf().toInstant())
        .timestamp(summary.recordedAt().toInstant())
        .text(place.environment())
        .text(place.strategy())
        .text(place.releaseDigest())
        .text(place.arm())
        .text(summary.channel())
        .text(summary.reference())
        .text(headline.verdict())
        .numeric(headline.score())
        .numeric(headline.amount())
        .numeric(headline.rate())
        .integer(headline.termMonths())
        .text(headline.grade())
        .texts(headline.reasonCodes())
        .bigint(summary.latency().toNanos() / 1000)
        .bytea(row.subjectHash())
        .text(summary.askedBy().kind().name())
        .text(summary.askedBy().id())
        .text(summary.askedBy().name())
        .uuid(row.keyId())
        .uuid(row.session())
        .bigint(row.position())
        .bytea(row.salt())
        .bytea(row.payload());
  }
}
