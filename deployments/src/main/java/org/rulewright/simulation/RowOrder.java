package org.rulewright.simulation;

/** The order of a run's rows; equal rows come by their place, what is missing comes last. */
public record RowOrder(Column column, boolean descending) {

  /** As they stand in the snapshot. */
  public static final RowOrder BY_PLACE = new RowOrder(Column.PLACE, false);

  /** The columns that can be sorted by. */
  public enum Column {
    PLACE("r.row_number"),
    VERDICT("r.verdict"),
    GRADE("r.grade"),
    SCORE("r.score"),
    AMOUNT("r.amount"),
    RATE("r.rate"),
    OUTCOME("r.bad"),
    ALLOTMENT("a.allotment"),
    GRANTED("a.granted"),
    PROFIT("a.expected_profit"),
    PROBLEM("r.problem");

    private final String sql;

    Column(String sql) {
      this.sql = sql;
    }
  }

  /** The clause, made of nothing but names from here. */
  String sql() {
    return column.sql + (descending ? " desc" : "") + " nulls last, r.row_number";
  }
}
