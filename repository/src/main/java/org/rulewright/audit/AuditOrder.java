package org.rulewright.audit;

/** The order of a search; entries equal in the column come by their position. */
public record AuditOrder(Column column, boolean descending) {
  public static final AuditOrder NEWEST_FIRST = new AuditOrder(Column.POSITION, true);

  /** The columns that can be sorted by. */
  public enum Column {
    /** Also the order of time. */
    POSITION("position"),
    ACTOR("actor_name"),
    ACTION("action"),
    THING("thing"),
    THING_ID("thing_id");

    private final String sql;

    Column(String sql) {
      this.sql = sql;
    }
  }

  /** The clause, made of nothing but names from here. */
  String sql() {
    var direction = descending ? " DESC" : "";
    return column == Column.POSITION
        ? "position" + direction
        : column.sql + direction + ", position" + direction;
  }

  /**
   * What comes after the entry at {@code :after}: an entry never changes, so it tells its value.
   */
  String further() {
    var compared = descending ? "<" : ">";
    return column == Column.POSITION
        ? "position " + compared + " :after"
        : "(%1$s, position) %2$s (SELECT %1$s, position FROM audit WHERE position = :after)"
            .formatted(column.sql, compared);
  }
}
