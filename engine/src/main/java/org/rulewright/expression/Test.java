package org.rulewright.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One positive unary test. */
public sealed interface Test permits Span, Test.IsNull, Test.Is {

  /** The value must be null, a boolean, a string, a {@link BigDecimal} or a {@link LocalDate}. */
  Verdict test(@Nullable Object value);

  /** The cell {@code null}. */
  record IsNull() implements Test {
    @Override
    public Verdict test(@Nullable Object value) {
      return value == null ? Verdict.MATCHES : isPlain(value) ? Verdict.FAILS : Verdict.UNDECIDED;
    }
  }

  /** The cell {@code true} or {@code false}, or a string. */
  record Is(Object constant) implements Test {
    @Override
    public Verdict test(@Nullable Object value) {
      if (constant.equals(value)) {
        return Verdict.MATCHES;
      }
      return isPlain(value) ? Verdict.FAILS : Verdict.UNDECIDED;
    }
  }

  /** Whether the value is of the types whose equality we know to be the reference engine's. */
  static boolean isPlain(@Nullable Object value) {
    return value == null
        || value instanceof BigDecimal
        || value instanceof String
        || value instanceof Boolean
        || value instanceof LocalDate;
  }
}
