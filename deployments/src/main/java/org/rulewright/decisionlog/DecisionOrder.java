package org.rulewright.decisionlog;

/**
 * The order of a search; decisions equal in the column come by their id, what is missing comes
 * last.
 */
public record DecisionOrder(Column column, boolean descending) {

  /** Newest first; the order every index ends in, and so the quickest. */
  public static final DecisionOrder NEWEST_FIRST = new DecisionOrder(Column.RECORDED, true);

  /** The columns that can be sorted by; all others are in no order. */
  public enum Column {
    /** By the moment of recording, which the id begins with. */
    RECORDED("id"),
    VERDICT("verdict"),
    AMOUNT("amount"),
    RATE("rate"),
    SCORE("score"),
    GRADE("grade"),
    STRATEGY("strategy"),
    ENVIRONMENT("environment"),
    CHANNEL("channel"),
    ASKED_BY("asker_name"),
    RELEASE("release_digest");

    private final String sql;

    Column(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }
  }

  /** The clause, made of nothing but names from here. */
  String sql() {
    var direction = descending ? " desc" : "";
    return column == Column.RECORDED
        ? "id" + direction
        : column.sql() + direction + " nulls last, id" + direction;
  }
}
