package org.rulewright.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An interval of numbers or dates; an end that is null is unbounded.
 *
 * @param strict whether a value of another type is an error, as for {@code [1..5]}, or simply
 *     outside, as for {@code > 1}
 */
public record Span<T extends Comparable<? super T>>(
    Class<T> type,
    @Nullable T low,
    boolean lowIncluded,
    @Nullable T high,
    boolean highIncluded,
    boolean strict)
    implements Test {

  static Span<BigDecimal> number(BigDecimal value) {
    return new Span<>(BigDecimal.class, value, true, value, true, false);
  }

  static Span<LocalDate> date(LocalDate value) {
    return new Span<>(LocalDate.class, value, true, value, true, false);
  }

  @Override
  public Verdict test(@Nullable Object value) {
    if (value == null) {
      return Verdict.FAILS;
    }
    if (!type.isInstance(value)) {
      return strict || !Test.isPlain(value) ? Verdict.UNDECIDED : Verdict.FAILS;
    }
    return contains(type.cast(value)) ? Verdict.MATCHES : Verdict.FAILS;
  }

  boolean isPoint() {
    return low != null && low.equals(high);
  }

  Span<T> asStrict() {
    return new Span<>(type, low, lowIncluded, high, highIncluded, true);
  }

  public boolean contains(T value) {
    return aboveLow(value) && belowHigh(value);
  }

  private boolean aboveLow(T value) {
    if (low == null) {
      return true;
    }
    int order = low.compareTo(value);
    return lowIncluded ? order <= 0 : order < 0;
  }

  private boolean belowHigh(T value) {
    if (high == null) {
      return true;
    }
    int order = high.compareTo(value);
    return highIncluded ? order >= 0 : order > 0;
  }
}
