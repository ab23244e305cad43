package org.rulewright.serving;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;

/** Values no fact may have, whatever its type. */
final class FactLimits {

  /** FEEL's decimals have 34 digits; sixty leave room for whoever writes more zeros. */
  private static final int MOST_DIGITS = 60;

  private static final int MOST_BITS = 200;
  private static final int LONGEST_TEXT = 10_000;

  private FactLimits() {}

  static Optional<Diagnostic> problem(String name, @Nullable Object value) {
    return fault(value).map(code -> Diagnostic.error(code, Place.of(name), name));
  }

  private static Optional<String> fault(@Nullable Object value) {
    return switch (value) {
      case null -> Optional.empty();
      case String text -> text(text);
      case BigDecimal number -> digits(number);
      case BigInteger number when number.bitLength() > MOST_BITS ->
          Optional.of("fact.too-many-digits");
      case Map<?, ?> map -> map(map);
      case Collection<?> list ->
          list.stream().flatMap(element -> fault(element).stream()).findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<String> map(Map<?, ?> map) {
    return map.entrySet().stream()
        .flatMap(entry ->
            fault(entry.getValue()).or(() -> text(String.valueOf(entry.getKey()))).stream())
        .findFirst();
  }

  private static Optional<String> digits(BigDecimal number) {
    return number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS
        ? Optional.of("fact.too-many-digits")
        : Optional.empty();
  }

  private static Optional<String> text(String text) {
    if (text.indexOf('\0') >= 0) {
      return Optional.of("fact.nul");
    }
    return text.length() > LONGEST_TEXT ? Optional.of("fact.too-long") : Optional.empty();
  }
}
