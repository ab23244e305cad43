package org.rulewright.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;

/**
 * The columns of a look-up table, as whoever calls it has to know them.
 *
 * @param keys in the order in which a call gives them
 */
public record LookupShape(List<Column> keys, List<Column> values) {

  /** One column; its type is NUMBER, TEXT, BOOLEAN or DATE. */
  public record Column(String name, FactType type) {

    public Column {
      if (!isColumn(type)) {
        throw new IllegalArgumentException("no column of a look-up table holds " + type);
      }
    }

    private static boolean isColumn(FactType type) {
      return switch (type) {
        case NUMBER, TEXT, BOOLEAN, DATE -> true;
        case TIME, DATE_TIME, DURATION, LIST, CONTEXT, ANY -> false;
      };
    }

    /** Whether a FEEL value can stand in the column; null can. */
    boolean takes(@Nullable Object value) {
      return switch (Decimals.coerced(value)) {
        case null -> true;
        case BigDecimal _ -> type == FactType.NUMBER;
        case String _ -> type == FactType.TEXT;
        case Boolean _ -> type == FactType.BOOLEAN;
        case LocalDate _ -> type == FactType.DATE;
        default -> false;
      };
    }
  }

  public LookupShape {
    keys = List.copyOf(keys);
    values = List.copyOf(values);
  }

  /** Whether a row has a column of the name. */
  public boolean has(String column) {
    return keys.stream().anyMatch(it -> it.name().equals(column))
        || values.stream().anyMatch(it -> it.name().equals(column));
  }

  /** Whether the values are one for each key column, and of its type or null. */
  public boolean accepts(List<? extends @Nullable Object> key) {
    if (key.size() != keys.size()) {
      return false;
    }
    for (int i = 0; i < keys.size(); i++) {
      if (!keys.get(i).takes(key.get(i))) {
        return false;
      }
    }
    return true;
  }
}
