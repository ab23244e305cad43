package org.rulewright.batch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactColumn;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.FactRow;

/** Turns facts row by row into facts by column. */
public final class Columns {

  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private Columns() {}

  /** Lays the facts of all rows out by column; values the layout has no name for are left out. */
  public static FactColumns of(
      FactLayout layout, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    List<FactColumn> columns = new ArrayList<>();
    for (String name : layout.names()) {
      @Nullable Object[] values = new Object[rows.size()];
      for (int i = 0; i < values.length; i++) {
        Object value = rows.get(i).get(name);
        values[i] = value == null && !rows.get(i).containsKey(name) ? FactRow.ABSENT : value;
      }
      columns.add(column(values));
    }
    return new FactColumns(layout, columns, rows.size());
  }

  /**
   * Lays values out by their type where they all have the same; a null is of every type.
   *
   * <p>Decimals must also have the same scale: two values that differ in scale only are equal, but
   * a decision that hands its input on must hand it on as it was.
   */
  public static FactColumn column(@Nullable Object[] values) {
    Class<?> type = null;
    for (Object value : values) {
      if (value == null) {
        continue;
      }
      if (type != null && type != value.getClass()) {
        return new FactColumn.Values(values, 0);
      }
      type = value.getClass();
    }
    @Nullable FactColumn typed =
        type == BigDecimal.class
            ? numbers(values)
            : type == String.class
                ? texts(values)
                : type == Boolean.class
                    ? truths(values)
                    : type == LocalDate.class ? days(values) : null;
    return Objects.requireNonNullElseGet(typed, () -> new FactColumn.Values(values, 0));
  }

  private static @Nullable FactColumn numbers(@Nullable Object[] values) {
    int scale = -1;
    long[] units = new long[values.length];
    for (int i = 0; i < units.length; i++) {
      if (!(values[i] instanceof BigDecimal number)) {
        units[i] = FactColumn.Numbers.NULL;
        continue;
      }
      scale = scale < 0 ? number.scale() : scale;
      if (number.scale() != scale
          || scale < 0
          || scale > FactColumn.Numbers.LARGEST_SCALE
          || number.movePointRight(scale).abs().compareTo(LARGEST) > 0) {
        return null;
      }
      units[i] = number.unscaledValue().longValueExact();
    }
    return new FactColumn.Numbers(units, Math.max(0, scale));
  }

  private static FactColumn texts(@Nullable Object[] values) {
    Map<Object, Integer> codes = new HashMap<>();
    List<String> dictionary = new ArrayList<>();
    int[] found = new int[values.length];
    for (int i = 0; i < found.length; i++) {
      if (!(values[i] instanceof String text)) {
        found[i] = -1;
        continue;
      }
      Integer code = codes.putIfAbsent(text, dictionary.size());
      if (code == null) {
        dictionary.add(text);
      }
      found[i] = code == null ? dictionary.size() - 1 : code;
    }
    return new FactColumn.Texts(found, dictionary.toArray(String[]::new));
  }

  private static FactColumn truths(@Nullable Object[] values) {
    byte[] truths = new byte[values.length];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = (byte) (values[i] instanceof Boolean truth ? truth ? 1 : 0 : -1);
    }
    return new FactColumn.Truths(truths);
  }

  private static @Nullable FactColumn days(@Nullable Object[] values) {
    int[] days = new int[values.length];
    for (int i = 0; i < days.length; i++) {
      if (!(values[i] instanceof LocalDate day)) {
        days[i] = FactColumn.Days.NULL;
        continue;
      }
      long epochDay = day.toEpochDay();
      if (epochDay <= Integer.MIN_VALUE || epochDay > Integer.MAX_VALUE) {
        return null;
      }
      days[i] = (int) epochDay;
    }
    return new FactColumn.Days(days);
  }
}
