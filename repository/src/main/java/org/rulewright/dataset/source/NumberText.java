package org.rulewright.dataset.source;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and amounts as people write them, read without loss.
 *
 * <p>Thousands must be grouped in threes throughout, so that {@code 1,2} is never taken for twelve.
 */
final class NumberText {
  /** Digits before the decimal point; with the scale it fills DuckDB's widest decimal of 38. */
  static final int INTEGER_DIGITS = 20;

  static final int SCALE = 18;

  private static final String CURRENCIES = "¥$€£";
  private static final String[] CURRENCY_CODES = {"CNY", "RMB", "USD", "EUR", "人民币"};
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);
  private static final int LONGEST = 80;

  private NumberText() {}

  static Cell read(String text, DecimalMark mark) {
    var number = parse(text, mark);
    if (number == null) {
      return Cell.wrong(CellProblem.NOT_A_NUMBER);
    }
    return fits(number) ? new Cell.Value(number) : Cell.wrong(CellProblem.TOO_MANY_DIGITS);
  }

  private static boolean fits(BigDecimal number) {
    if (number.precision() <= 18 && number.scale() >= 0 && number.scale() <= SCALE) {
      return true;
    }
    var least = number.stripTrailingZeros();
    return least.scale() <= SCALE && least.precision() - least.scale() <= INTEGER_DIGITS;
  }

  private static @Nullable BigDecimal parse(String text, DecimalMark mark) {
    if (text.length() > LONGEST) {
      return null;
    }
    if (isPlain(text, mark)) {
      return new BigDecimal(text);
    }
    return amount(halfWidth(text).strip(), mark);
  }

  /** The common case, kept free of copies: digits with an optional sign and point. */
  private static boolean isPlain(String text, DecimalMark mark) {
    int start = text.startsWith("-") ? 1 : 0;
    int points = 0;
    int digits = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.' && mark == DecimalMark.POINT) {
        points++;
      } else {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }

  private static @Nullable BigDecimal amount(String text, DecimalMark mark) {
    if (text.length() > 2 && text.startsWith("(") && text.endsWith(")")) {
      var inner = amount(text.substring(1, text.length() - 1).strip(), mark);
      return inner == null || inner.signum() < 0 ? null : inner.negate();
    }
    boolean negative = text.startsWith("-");
    var unsigned = withoutCurrency(negative || text.startsWith("+") ? text.substring(1) : text);
    if (unsigned.startsWith("-") && !negative) {
      negative = true;
      unsigned = unsigned.substring(1);
    }
    var number = scaled(unsigned.strip(), mark);
    return number == null || !negative ? number : number.negate();
  }

  private static String withoutCurrency(String text) {
    var rest = text.strip();
    if (!rest.isEmpty() && CURRENCIES.indexOf(rest.charAt(0)) >= 0) {
      return rest.substring(1).strip();
    }
    for (var code : CURRENCY_CODES) {
      if (rest.regionMatches(true, 0, code, 0, code.length())) {
        return rest.substring(code.length()).strip();
      }
      int end = rest.length() - code.length();
      if (end > 0 && rest.regionMatches(true, end, code, 0, code.length())) {
        return rest.substring(0, end).strip();
      }
    }
    return rest;
  }

  private static @Nullable BigDecimal scaled(String text, DecimalMark mark) {
    if (text.endsWith("%")) {
      var percent = digits(text.substring(0, text.length() - 1).strip(), mark);
      return percent == null ? null : percent.movePointLeft(2);
    }
    var rest = text.endsWith("元") ? text.substring(0, text.length() - 1).strip() : text;
    if (rest.endsWith("万")) {
      return times(rest, TEN_THOUSAND, mark);
    }
    return rest.endsWith("亿") ? times(rest, HUNDRED_MILLION, mark) : digits(rest, mark);
  }

  private static @Nullable BigDecimal times(String text, BigDecimal unit, DecimalMark mark) {
    var number = digits(text.substring(0, text.length() - 1).strip(), mark);
    return number == null ? null : number.multiply(unit);
  }

  private static @Nullable BigDecimal digits(String text, DecimalMark mark) {
    int exponentAt = Math.max(text.indexOf('e'), text.indexOf('E'));
    var mantissa = exponentAt < 0 ? text : text.substring(0, exponentAt);
    var plain = ungrouped(mantissa, mark);
    if (plain == null) {
      return null;
    }
    if (exponentAt < 0) {
      return new BigDecimal(plain);
    }
    var exponent = text.substring(exponentAt + 1);
    return exponent.matches("[+-]?\\d{1,2}") ? new BigDecimal(plain + "E" + exponent) : null;
  }

  private static @Nullable String ungrouped(String text, DecimalMark mark) {
    int pointAt = text.indexOf(mark.mark());
    var whole = pointAt < 0 ? text : text.substring(0, pointAt);
    var fraction = pointAt < 0 ? "" : text.substring(pointAt + 1);
    if (!allDigits(fraction) || (whole.isEmpty() && fraction.isEmpty())) {
      return null;
    }
    var joined = joined(whole, mark.grouping());
    return joined == null ? null : (joined.isEmpty() ? "0" : joined) + "." + fraction + "0";
  }

  private static @Nullable String joined(String whole, char grouping) {
    if (whole.indexOf(grouping) < 0) {
      return allDigits(whole) ? whole : null;
    }
    var joined = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= whole.length(); i++) {
      if (i == whole.length() || whole.charAt(i) == grouping) {
        boolean first = start == 0;
        int length = i - start;
        if (first ? length < 1 || length > 3 : length != 3) {
          return null;
        }
        joined.append(whole, start, i);
        start = i + 1;
      }
    }
    return allDigits(joined) ? joined.toString() : null;
  }

  private static boolean allDigits(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Full-width forms, as Chinese input methods write them, become their ASCII counterparts. */
  private static String halfWidth(String text) {
    var half = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      half.append(halfWidth(text.charAt(i)));
    }
    return half.toString();
  }

  private static char halfWidth(char c) {
    if (c >= '！' && c <= '～') {
      return (char) (c - 0xFEE0);
    }
    return switch (c) {
      case '￥' -> '¥';
      case '\u3000', '\u00A0', '\u2007', '\u202F' -> ' ';
      case '\u2212' -> '-';
      case '億' -> '亿';
      case '萬' -> '万';
      default -> c;
    };
  }
}
