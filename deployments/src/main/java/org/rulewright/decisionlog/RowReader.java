package org.rulewright.decisionlog;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;

/** Reads rows of the decision table. */
final class RowReader {

  static final String CLEAR_COLUMNS =
      """
      id, as_of, recorded_at, environment, strategy, release_digest, arm, channel, reference,
      verdict, score, amount, rate, term_months, grade, reason_codes, latency_micros,
      asker_kind, asker_id, asker_name\
      """;

  static final String ALL_COLUMNS =
      CLEAR_COLUMNS + ", subject_hash, key_id, session, position, salt, payload";

  private RowReader() {}

  static DecisionSummary summary(ResultSet row, int number) throws SQLException {
    return new DecisionSummary(
        new DecisionId(row.getObject("id", UUID.class)),
        row.getObject("as_of", OffsetDateTime.class),
        row.getObject("recorded_at", OffsetDateTime.class),
        new DecisionPlace(
            row.getString("environment"),
            row.getString("strategy"),
            row.getString("release_digest"),
            row.getString("arm")),
        row.getString("channel"),
        row.getString("reference"),
        new Actor(
            ActorKind.valueOf(row.getString("asker_kind")),
            row.getString("asker_id"),
            row.getString("asker_name")),
        Duration.of(row.getLong("latency_micros"), ChronoUnit.MICROS),
        headline(row));
  }

  static StoredRow stored(ResultSet row, int number) throws SQLException {
    return new StoredRow(
        summary(row, number),
        row.getBytes("subject_hash"),
        row.getObject("key_id", UUID.class),
        row.getObject("session", UUID.class),
        row.getLong("position"),
        row.getBytes("salt"),
        row.getBytes("payload"));
  }

  private static Headline headline(ResultSet row) throws SQLException {
    return new Headline(
        row.getString("verdict"),
        row.getObject("score", BigDecimal.class),
        row.getObject("amount", BigDecimal.class),
        row.getObject("rate", BigDecimal.class),
        row.getObject("term_months", Integer.class),
        row.getString("grade"),
        List.of((String[]) row.getArray("reason_codes").getArray()));
  }
}
