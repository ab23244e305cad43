package org.rulewright.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one input for all rows of a batch. */
public sealed interface ModelColumn {

  int size();

  /** The FEEL value of a row, or null where it is missing. */
  @Nullable Object value(int row);

  /**
   * Numbers; what is not a number (NaN) is missing.
   *
   * @param values not copied: the caller leaves them alone until the batch is scored
   */
  @SuppressWarnings("ArrayRecordComponent") // a column is a view of its caller's values
  record Numbers(double[] values) implements ModelColumn {

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public @Nullable Object value(int row) {
      return Double.isNaN(values[row]) ? null : java.math.BigDecimal.valueOf(values[row]);
    }
  }

  /** FEEL values of any type; null is missing. */
  record Values(List<@Nullable Object> values) implements ModelColumn {

    public Values {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public @Nullable Object value(int row) {
      return values.get(row);
    }
  }
}
