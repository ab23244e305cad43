package org.rulewright.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One output of a model for the rows of a run, as the model's library gave it. */
@SuppressWarnings("ArrayRecordComponent") // a view of what a run gave, never compared
sealed interface RawColumn {

  /** The FEEL value of a row; null where the model gave none, or no finite number. */
  @Nullable Object value(int row);

  /** The number of a row, NaN where there is none. */
  double number(int row);

  /** Every {@code width}th value of a tensor of single precision, from the {@code index}th. */
  record Floats(float[] values, int width, int index) implements RawColumn {

    @Override
    public @Nullable Object value(int row) {
      float value = values[row * width + index];
      // the shortest decimal that names the same single-precision number
      return Float.isFinite(value) ? new BigDecimal(Float.toString(value)) : null;
    }

    @Override
    public double number(int row) {
      return finite(values[row * width + index]);
    }
  }

  /** The same in double precision. */
  record Doubles(double[] values, int width, int index) implements RawColumn {

    @Override
    public @Nullable Object value(int row) {
      double value = values[row * width + index];
      return Double.isFinite(value) ? new BigDecimal(Double.toString(value)) : null;
    }

    @Override
    public double number(int row) {
      return finite(values[row * width + index]);
    }
  }

  /** The same of whole numbers. */
  record Wholes(long[] values, int width, int index) implements RawColumn {

    @Override
    public Object value(int row) {
      return BigDecimal.valueOf(values[row * width + index]);
    }

    @Override
    public double number(int row) {
      return values[row * width + index];
    }
  }

  /** Values that are FEEL values already. */
  record Values(@Nullable Object[] values, int width, int index) implements RawColumn {

    @Override
    public @Nullable Object value(int row) {
      return values[row * width + index];
    }

    @Override
    public double number(int row) {
      return values[row * width + index] instanceof Number number
          ? number.doubleValue()
          : Double.NaN;
    }
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : Double.NaN;
  }
}
