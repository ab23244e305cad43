package org.rulewright.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;

/** Built-in functions of numbers and of truth values. */
final class NumberFunctions {

  /** Beyond it the reference engine has limits of its own. */
  private static final int LARGEST_SCALE = 100;

  static final Map<String, BuiltIn> ALL =
      Map.ofEntries(
          Map.entry("abs", NumberFunctions::abs),
          Map.entry("floor", it -> rounded(it, true, RoundingMode.FLOOR)),
          Map.entry("ceiling", it -> rounded(it, true, RoundingMode.CEILING)),
          Map.entry("decimal", it -> rounded(it, false, RoundingMode.HALF_EVEN)),
          Map.entry("round up", it -> rounded(it, true, RoundingMode.UP)),
          Map.entry("round down", it -> rounded(it, true, RoundingMode.DOWN)),
          Map.entry("round half up", it -> rounded(it, true, RoundingMode.HALF_UP)),
          Map.entry("round half down", it -> rounded(it, true, RoundingMode.HALF_DOWN)),
          Map.entry("modulo", NumberFunctions::modulo),
          Map.entry("even", it -> isEven(it, true)),
          Map.entry("odd", it -> isEven(it, false)),
          Map.entry("not", NumberFunctions::not));

  private NumberFunctions() {}

  private static Object abs(@Nullable Object[] arguments) {
    if (arguments.length != 1) {
      return Expression.UNDECIDED;
    }
    return switch (arguments[0]) {
      case BigDecimal number -> number.abs();
      case java.time.Duration duration -> duration.abs();
      case java.time.Period period -> period.toTotalMonths() < 0 ? period.negated() : period;
      case null, default -> Expression.UNDECIDED;
    };
  }

  private static Object rounded(@Nullable Object[] arguments, boolean toWhole, RoundingMode mode) {
    boolean whole = toWhole && arguments.length == 1;
    if (!whole && arguments.length != 2 || !(arguments[0] instanceof BigDecimal number)) {
      return Expression.UNDECIDED;
    }
    Object digits = whole ? BigDecimal.ZERO : arguments[1];
    return digits instanceof BigDecimal scale
            && Math.abs(scale.longValue()) <= LARGEST_SCALE
            && Math.abs((long) number.scale()) <= LARGEST_SCALE
        ? number.setScale(scale.intValue(), mode)
        : Expression.UNDECIDED;
  }

  private static Object modulo(@Nullable Object[] arguments) {
    if (arguments.length != 2
        || !(arguments[0] instanceof BigDecimal dividend)
        || !(arguments[1] instanceof BigDecimal divisor)
        || divisor.signum() == 0) {
      return Expression.UNDECIDED;
    }
    BigDecimal ratio = dividend.divide(divisor, Decimals.FEEL);
    if (Math.abs((long) ratio.scale()) > LARGEST_SCALE) {
      return Expression.UNDECIDED;
    }
    BigDecimal times = ratio.setScale(0, RoundingMode.FLOOR);
    return dividend.subtract(divisor.multiply(times, Decimals.FEEL), Decimals.FEEL);
  }

  private static Object isEven(@Nullable Object[] arguments, boolean wanted) {
    if (arguments.length != 1
        || !(arguments[0] instanceof BigDecimal number)
        || Math.abs((long) number.scale()) > LARGEST_SCALE
        || number.remainder(BigDecimal.ONE).signum() != 0) {
      return Expression.UNDECIDED;
    }
    return (number.remainder(BigDecimal.TWO).signum() == 0) == wanted;
  }

  private static @Nullable Object not(@Nullable Object[] arguments) {
    if (arguments.length != 1) {
      return Expression.UNDECIDED;
    }
    return switch (arguments[0]) {
      case null -> null;
      case Boolean truth -> !truth;
      default -> Expression.UNDECIDED;
    };
  }
}
