package org.rulewright.ui.portfolio;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.simulation.ListedRow;
import org.rulewright.simulation.PortfolioRun;
import org.rulewright.simulation.PortfolioRuns;
import org.rulewright.simulation.RowOrder;
import org.rulewright.simulation.RowSelection;
import org.rulewright.ui.shell.RowRequest;
import org.rulewright.ui.shell.RowSource;

/** The rows of a run; the words look for a subject or a reason code. */
record RunRows(
    PortfolioRuns runs, PortfolioRun run, @Nullable String verdict, @Nullable String grade)
    implements RowSource<ListedRow> {

  private static final Map<String, RowOrder.Column> SORTED_BY =
      Map.of(
          "verdict", RowOrder.Column.VERDICT,
          "grade", RowOrder.Column.GRADE,
          "score", RowOrder.Column.SCORE,
          "amount", RowOrder.Column.AMOUNT,
          "rate", RowOrder.Column.RATE,
          "bad", RowOrder.Column.OUTCOME,
          "allotment", RowOrder.Column.ALLOTMENT,
          "granted", RowOrder.Column.GRANTED,
          "profit", RowOrder.Column.PROFIT,
          "problem", RowOrder.Column.PROBLEM);

  @Override
  public List<ListedRow> rows(RowRequest asked, int offset, int limit) {
    return runs.rows(run, selection(asked), order(asked), offset, limit);
  }

  @Override
  public Set<String> sortable() {
    return SORTED_BY.keySet();
  }

  @Override
  public OptionalLong total(RowRequest asked) {
    return OptionalLong.of(runs.count(run, selection(asked)));
  }

  private RowSelection selection(RowRequest asked) {
    return new RowSelection(verdict, grade, asked.words().isEmpty() ? null : asked.words());
  }

  private static RowOrder order(RowRequest asked) {
    var column = SORTED_BY.get(asked.sortedBy());
    return column == null ? RowOrder.BY_PLACE : new RowOrder(column, asked.descending());
  }
}
