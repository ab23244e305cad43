package org.rulewright.lookup;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Dates as days since 1970-01-01. */
final class DayStore implements CellStore {

  private static final int NULL = Integer.MIN_VALUE;

  private int[] days = new int[0];
  private int size;

  @Override
  public void add(@Nullable Object value) {
    if (size == days.length) {
      days = Arrays.copyOf(days, CellStore.grown(size));
    }
    days[size++] = value == null ? NULL : Math.toIntExact(((LocalDate) value).toEpochDay());
  }

  @Override
  public @Nullable Object get(int row) {
    return days[row] == NULL ? null : LocalDate.ofEpochDay(days[row]);
  }

  @Override
  public boolean holds(int row, Object value) {
    return days[row] != NULL && value instanceof LocalDate day && day.toEpochDay() == days[row];
  }

  /** The day, or what stands for one that is open. */
  int day(int row, int open) {
    return days[row] == NULL ? open : days[row];
  }

  @Override
  public void trim() {
    days = Arrays.copyOf(days, size);
  }

  @Override
  public long bytes() {
    return 4L * size;
  }
}
