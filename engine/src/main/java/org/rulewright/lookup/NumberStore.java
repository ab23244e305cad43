package org.rulewright.lookup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exact decimals as a whole number and a scale; the few that are too long are kept apart. */
final class NumberStore implements CellStore {

  private static final byte NULL = Byte.MIN_VALUE;

  /** Scale of a cell whose number is an index into {@link #wide}. */
  private static final byte WIDE = Byte.MIN_VALUE + 1;

  private static final int BYTES_OF_WIDE = 80;
  private static final int NARROW_DIGITS = 18;

  private long[] unscaled = new long[0];
  private byte[] scales = new byte[0];
  private final List<BigDecimal> wide = new ArrayList<>();
  private int size;

  @Override
  public void add(@Nullable Object value) {
    if (size == scales.length) {
      int length = CellStore.grown(size);
      unscaled = Arrays.copyOf(unscaled, length);
      scales = Arrays.copyOf(scales, length);
    }
    if (value == null) {
      scales[size] = NULL;
    } else {
      put((BigDecimal) value);
    }
    size++;
  }

  private void put(BigDecimal number) {
    int scale = number.scale();
    if (number.precision() <= NARROW_DIGITS && scale > WIDE && scale <= Byte.MAX_VALUE) {
      unscaled[size] = number.unscaledValue().longValueExact();
      scales[size] = (byte) scale;
    } else {
      unscaled[size] = wide.size();
      scales[size] = WIDE;
      wide.add(number);
    }
  }

  @Override
  public @Nullable Object get(int row) {
    return scales[row] == NULL ? null : number(row);
  }

  private BigDecimal number(int row) {
    return scales[row] == WIDE
        ? wide.get((int) unscaled[row])
        : BigDecimal.valueOf(unscaled[row], scales[row]);
  }

  @Override
  public boolean holds(int row, Object value) {
    return scales[row] != NULL
        && value instanceof BigDecimal number
        && number(row).compareTo(number) == 0;
  }

  @Override
  public void trim() {
    unscaled = Arrays.copyOf(unscaled, size);
    scales = Arrays.copyOf(scales, size);
  }

  @Override
  public long bytes() {
    return 9L * size + (long) BYTES_OF_WIDE * wide.size();
  }
}
