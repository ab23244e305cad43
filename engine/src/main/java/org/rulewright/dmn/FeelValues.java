package org.rulewright.dmn;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.Range;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.rulewright.value.Decimals;

/** Translates values between our Java types and those of the reference engine. */
final class FeelValues {

  private FeelValues() {}

  static @Nullable Object toKie(@Nullable Object value) {
    return switch (value) {
      case Period period -> new ComparablePeriod(period);
      case Number number -> Decimals.of(number).orElse(null);
      case Map<?, ?> context -> context(context, true);
      case Collection<?> list -> list(list, true);
      case null, default -> value;
    };
  }

  static @Nullable Object fromKie(@Nullable Object value) {
    return switch (value) {
      case ComparablePeriod period -> period.asPeriod();
      case BigDecimal number -> number;
      case Number number -> Decimals.of(number).orElse(null);
      case Map<?, ?> context -> context(context, false);
      case Collection<?> list -> list(list, false);
      // what cannot leave an expression is shown as it is written
      case Range range -> range.toString();
      case FEELFunction function -> "function " + function.getName();
      case UnaryTest test -> test.toString();
      case null, default -> value;
    };
  }

  /** Whether a value is the same to the reference engine after it has left it and come back. */
  static boolean canLeave(@Nullable Object value) {
    return switch (value) {
      case Range _, FEELFunction _, UnaryTest _ -> false;
      case Map<?, ?> context -> context.values().stream().allMatch(FeelValues::canLeave);
      case Collection<?> list -> list.stream().allMatch(FeelValues::canLeave);
      case null, default -> true;
    };
  }

  private static Map<String, @Nullable Object> context(Map<?, ?> context, boolean toKie) {
    var copy = new LinkedHashMap<String, @Nullable Object>();
    context.forEach(
        (key, value) -> copy.put(String.valueOf(key), toKie ? toKie(value) : fromKie(value)));
    return copy;
  }

  private static Collection<@Nullable Object> list(Collection<?> list, boolean toKie) {
    var copy = new ArrayList<@Nullable Object>(list.size());
    list.forEach(value -> copy.add(toKie ? toKie(value) : fromKie(value)));
    return copy;
  }
}
