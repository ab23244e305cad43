package org.rulewright.decisiontable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.expression.Span;
import org.rulewright.expression.Test;
import org.rulewright.expression.UnaryTests;

/** How far a value is from satisfying a cell. */
public sealed interface Distance {

  /**
   * A number would have to change by this much.
   *
   * @param bound the nearest number of the cell
   * @param included whether the bound itself would do, or only what lies beyond it
   * @param by the bound less the value: positive where the value is too small
   */
  record OfNumber(BigDecimal bound, boolean included, BigDecimal by) implements Distance {}

  /**
   * A date would have to change by this many days.
   *
   * @param bound the nearest date of the cell
   * @param included whether the bound itself would do, or only what lies beyond it
   * @param days from the value to the bound: positive where the value is too early
   */
  record OfDate(LocalDate bound, boolean included, long days) implements Distance {}

  /** The value would have to be one of these. */
  record OfValues(List<Object> accepted) implements Distance {
    public OfValues {
      accepted = List.copyOf(accepted);
    }
  }

  /** The distance of a value that fails the tests; empty where there is no measure for it. */
  static Optional<Distance> of(UnaryTests tests, @Nullable Object value) {
    if (tests.negated() || tests.any()) {
      return Optional.empty();
    }
    return switch (value) {
      case BigDecimal number -> nearestNumber(tests, number);
      case LocalDate date -> nearestDate(tests, date);
      case null, default -> accepted(tests);
    };
  }

  private static Optional<Distance> nearestNumber(UnaryTests tests, BigDecimal value) {
    @Nullable OfNumber nearest = null;
    for (Test test : tests.tests()) {
      if (test instanceof Span<?> span && span.type() == BigDecimal.class) {
        boolean tooSmall = isBelow(span, value);
        Object bound = tooSmall ? span.low() : span.high();
        if (bound instanceof BigDecimal number) {
          var distance =
              new OfNumber(
                  number,
                  tooSmall ? span.lowIncluded() : span.highIncluded(),
                  number.subtract(value));
          if (nearest == null || distance.by().abs().compareTo(nearest.by().abs()) < 0) {
            nearest = distance;
          }
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static Optional<Distance> nearestDate(UnaryTests tests, LocalDate value) {
    @Nullable OfDate nearest = null;
    for (Test test : tests.tests()) {
      if (test instanceof Span<?> span && span.type() == LocalDate.class) {
        boolean tooEarly = isBelow(span, value);
        Object bound = tooEarly ? span.low() : span.high();
        if (bound instanceof LocalDate date) {
          var distance =
              new OfDate(
                  date,
                  tooEarly ? span.lowIncluded() : span.highIncluded(),
                  ChronoUnit.DAYS.between(value, date));
          if (nearest == null || Math.abs(distance.days()) < Math.abs(nearest.days())) {
            nearest = distance;
          }
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static <T extends Comparable<? super T>> boolean isBelow(Span<T> span, Object value) {
    T low = span.low();
    if (low == null) {
      return false;
    }
    int order = low.compareTo(span.type().cast(value));
    return span.lowIncluded() ? order > 0 : order >= 0;
  }

  private static Optional<Distance> accepted(UnaryTests tests) {
    List<Object> accepted = new ArrayList<>();
    for (Test test : tests.tests()) {
      if (test instanceof Test.Is(Object constant)) {
        accepted.add(constant);
      }
    }
    return accepted.isEmpty() ? Optional.empty() : Optional.of(new OfValues(accepted));
  }
}
