package org.rulewright.expression;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulewright.value.Decimals;

/** Literals whose reading we know to be the reference engine's; any other text is left to it. */
final class Literals {

  private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,32})(?:\\.\\d{1,20})?");
  private static final Pattern STRING = Pattern.compile("\"([^\"\\\\\\p{Cntrl}]*)\"");
  private static final Pattern DATE =
      Pattern.compile("date\\(\\s*\"(\\d{4}-\\d{2}-\\d{2})\"\\s*\\)|@\"(\\d{4}-\\d{2}-\\d{2})\"");

  private Literals() {}

  static Optional<BigDecimal> number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text);
    // Longer literals are rounded by the reference engine before the sign is applied.
    return number.precision() <= Decimals.FEEL.getPrecision()
        ? Optional.of(number)
        : Optional.empty();
  }

  static Optional<String> string(String text) {
    Matcher matcher = STRING.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  static Optional<LocalDate> date(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String date = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    try {
      return Optional.of(LocalDate.parse(date));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
