package org.rulewright.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The kinds of values a condition on one input can tell apart. */
public enum ValueKind {
  NUMBER,
  DATE,
  TEXT,
  BOOLEAN;

  /** Whether the values have an order that conditions may use. */
  public boolean isOrdered() {
    return this == NUMBER || this == DATE;
  }

  /** Whether the value is of this kind; null is of none. */
  public boolean holds(@Nullable Object value) {
    return switch (this) {
      case NUMBER ->
          value instanceof BigDecimal || value instanceof Long || value instanceof Integer;
      case DATE -> value instanceof LocalDate;
      case TEXT -> value instanceof String;
      case BOOLEAN -> value instanceof Boolean;
    };
  }
}
