package org.rulewright.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.ValueIndex;

/** One fact of many rows, laid out by its type. */
public sealed interface FactColumn {

  /** The fact of a row as a FEEL value: null, too, or {@link FactRow#ABSENT}. */
  @Nullable Object at(int row);

  /**
   * Where the fact of a row leads; one that is absent is null.
   *
   * @param ofNull where null leads
   */
  default int target(ValueIndex index, int ofNull, int row) {
    Object value = at(row);
    return value == null || value == FactRow.ABSENT ? ofNull : index.target(value);
  }

  /**
   * Decimals of one scale.
   *
   * @param units the unscaled values; {@link #NULL} stands for null
   * @param scale from 0 to 18
   */
  record Numbers(long[] units, int scale) implements FactColumn {

    public static final long NULL = Long.MIN_VALUE;
    public static final int LARGEST_SCALE = 18;

    public Numbers {
      if (scale < 0 || scale > LARGEST_SCALE) {
        throw new IllegalArgumentException("scale " + scale);
      }
    }

    @Override
    public @Nullable Object at(int row) {
      return units[row] == NULL ? null : BigDecimal.valueOf(units[row], scale);
    }

    @Override
    public int target(ValueIndex index, int ofNull, int row) {
      return units[row] == NULL ? ofNull : index.targetOfUnits(units[row], scale);
    }
  }

  /**
   * Strings by their number in a dictionary.
   *
   * @param codes -1 stands for null
   */
  record Texts(int[] codes, String[] dictionary) implements FactColumn {
    @Override
    public @Nullable Object at(int row) {
      return codes[row] < 0 ? null : dictionary[codes[row]];
    }
  }

  /**
   * Booleans.
   *
   * @param truths 1 for true, 0 for false, -1 for null
   */
  record Truths(byte[] truths) implements FactColumn {
    @Override
    public @Nullable Object at(int row) {
      return truths[row] < 0 ? null : (Object) (truths[row] == 1);
    }
  }

  /**
   * Dates.
   *
   * @param epochDays days since 1970-01-01; {@link #NULL} stands for null
   */
  record Days(int[] epochDays) implements FactColumn {

    public static final int NULL = Integer.MIN_VALUE;

    @Override
    public @Nullable Object at(int row) {
      return epochDays[row] == NULL ? null : LocalDate.ofEpochDay(epochDays[row]);
    }

    @Override
    public int target(ValueIndex index, int ofNull, int row) {
      return epochDays[row] == NULL ? ofNull : index.targetOfDay(epochDays[row]);
    }
  }

  /**
   * Facts of any type.
   *
   * @param first the row of the first value
   */
  record Values(@Nullable Object[] values, int first) implements FactColumn {
    @Override
    public @Nullable Object at(int row) {
      return values[row - first];
    }
  }

  /** The same fact in every row. */
  record Same(@Nullable Object value) implements FactColumn {
    @Override
    public @Nullable Object at(int row) {
      return value;
    }
  }
}
