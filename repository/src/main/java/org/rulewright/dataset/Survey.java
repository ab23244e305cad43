package org.rulewright.dataset;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.snapshot.StoredColumn;
import org.rulewright.dataset.source.ColumnChoice;
import org.rulewright.dataset.source.ColumnType;
import org.rulewright.dataset.source.TypedRows;

/**
 * The first reading of a file: what is wrong with it, and how wide its numbers are.
 *
 * <p>Reading twice costs little and lets every number be kept as an exact decimal of just the width
 * the file needs, which is only known at its end.
 */
final class Survey {
  private final List<ColumnChoice> columns;
  private final int[] integerDigits;
  private final int[] scales;
  private long goodRows;
  private long refusedRows;

  Survey(List<ColumnChoice> columns) {
    this.columns = columns;
    this.integerDigits = new int[columns.size()];
    this.scales = new int[columns.size()];
  }

  void take(TypedRows rows, RowErrorReport report) throws IOException {
    if (!rows.problems().isEmpty()) {
      refusedRows++;
      report.add(rows.problems());
      return;
    }
    goodRows++;
    var values = rows.values();
    for (int i = 0; i < values.length; i++) {
      measure(i, values[i]);
    }
  }

  private void measure(int column, @Nullable Object value) {
    if (value instanceof BigDecimal number) {
      boolean wideEnough = number.scale() <= scales[column] && number.scale() >= 0;
      var least = wideEnough ? number : number.stripTrailingZeros();
      scales[column] = Math.max(scales[column], least.scale());
      integerDigits[column] = Math.max(integerDigits[column], least.precision() - least.scale());
    }
  }

  long goodRows() {
    return goodRows;
  }

  long refusedRows() {
    return refusedRows;
  }

  List<StoredColumn> stored() {
    var stored = new ArrayList<StoredColumn>();
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      stored.add(
          column.type() == ColumnType.NUMBER
              ? StoredColumn.decimal(column.name(), integerDigits[i], scales[i])
              : StoredColumn.of(column.name(), column.type()));
    }
    return stored;
  }
}
