package org.rulewright.decisionlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Searches the clear columns, page after page by id.
 *
 * <p>Ids sort by time, so that a range of time is a range of ids: it prunes months and uses every
 * index, all of which end in the id. Another order costs a walk over all that match. As a decision
 * never changes, its id is enough to go on from in any order.
 */
final class DecisionSearch {

  static final int LARGEST_PAGE = 500;

  private final JdbcClient database;
  private final SubjectKeys keys;

  DecisionSearch(JdbcClient database, SubjectKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  DecisionPage search(
      DecisionQuery query, DecisionOrder order, @Nullable DecisionId after, int limit) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new IllegalArgumentException("a page holds 1 to " + LARGEST_PAGE + " decisions");
    }
    var conditions = new Conditions();
    conditions.of(query, keys);
    if (after != null) {
      goOn(conditions, order, after);
    }
    var sql =
        "select %s from rw.decision%s order by %s limit %d"
            .formatted(RowReader.CLEAR_COLUMNS, conditions.where(), order.sql(), limit + 1);
    List<DecisionSummary> found =
        database.sql(sql).params(conditions.values).query(RowReader::summary).list();
    return found.size() <= limit
        ? new DecisionPage(found, null)
        : new DecisionPage(List.copyOf(found.subList(0, limit)), found.get(limit - 1).id());
  }

  /** Only what comes after a decision: by the column's value, then by the id, the missing last. */
  private void goOn(Conditions conditions, DecisionOrder order, DecisionId after) {
    var further = order.descending() ? "<" : ">";
    var byId = "id " + further + " :after";
    var name = order.column().sql();
    if (order.column() == DecisionOrder.Column.RECORDED) {
      conditions.add(byId, "after", after.value());
      return;
    }
    var value = value(name, after);
    if (value.isEmpty()) {
      conditions.add("(%s is null and %s)".formatted(name, byId), "after", after.value());
      return;
    }
    conditions.add(
        "(%1$s %2$s :reached or (%1$s = :reached and %3$s) or %1$s is null)"
            .formatted(name, further, byId),
        "after",
        after.value());
    conditions.values.put("reached", value.get());
  }

  private Optional<Object> value(String column, DecisionId id) {
    return database
        .sql("select " + column + " from rw.decision where id = :id")
        .param("id", id.value())
        .query((row, number) -> Optional.ofNullable(row.getObject(1)))
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("there is no decision " + id));
  }

  private static final class Conditions {

    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    void of(DecisionQuery query, SubjectKeys keys) {
      if (query.subject() != null) {
        add("subject_hash = :subject", "subject", keys.hash(query.subject()).bytes());
      }
      bound("id >= :from", "from", query.from());
      bound("id < :to", "to", query.to());
      equal("verdict", query.verdict());
      equal("environment", query.environment());
      equal("strategy", query.strategy());
      equal("channel", query.channel());
      equal("reference", query.reference());
      if (query.reasonCode() != null) {
        add("reason_codes @> array[:reason]::text[]", "reason", query.reasonCode());
      }
      if (query.release() != null) {
        release(query.release());
      }
    }

    /** A whole digest is compared, the beginning of one is a range. */
    private void release(String digest) {
      if (digest.length() >= 64) {
        add("release_digest = :release", "release", digest);
      } else {
        add("starts_with(release_digest, :release)", "release", digest);
      }
    }

    private void equal(String column, @Nullable String value) {
      if (value != null) {
        add(column + " = :" + column, column, value);
      }
    }

    private void bound(String condition, String name, @Nullable Instant moment) {
      if (moment != null) {
        add(condition, name, DecisionId.floor(moment));
      }
    }

    void add(String condition, String name, Object value) {
      parts.add(condition);
      values.put(name, value);
    }

    String where() {
      return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
    }
  }
}
