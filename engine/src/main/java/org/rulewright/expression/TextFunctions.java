package org.rulewright.expression;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;

/** Built-in functions of texts; patterns are left to the reference engine. */
final class TextFunctions {

  static final Map<String, BuiltIn> ALL =
      Map.ofEntries(
          Map.entry(
              "string length",
              of(text -> BigDecimal.valueOf(text.codePointCount(0, text.length())))),
          Map.entry("upper case", of(text -> text.toUpperCase(Locale.ROOT))),
          Map.entry("lower case", of(text -> text.toLowerCase(Locale.ROOT))),
          Map.entry("contains", ofTwo(String::contains)),
          Map.entry("starts with", ofTwo(String::startsWith)),
          Map.entry("ends with", ofTwo(String::endsWith)),
          Map.entry("substring before", ofTwo(TextFunctions::before)),
          Map.entry("substring after", ofTwo(TextFunctions::after)),
          Map.entry("substring", TextFunctions::substring),
          Map.entry("string join", TextFunctions::join),
          Map.entry("string", TextFunctions::string),
          Map.entry("number", TextFunctions::number));

  private TextFunctions() {}

  private static BuiltIn of(Function<String, Object> function) {
    return arguments ->
        arguments.length == 1 && arguments[0] instanceof String text
            ? function.apply(text)
            : Expression.UNDECIDED;
  }

  private static BuiltIn ofTwo(BiFunction<String, String, Object> function) {
    return arguments ->
        arguments.length == 2
                && arguments[0] instanceof String text
                && arguments[1] instanceof String other
            ? function.apply(text, other)
            : Expression.UNDECIDED;
  }

  private static String before(String text, String match) {
    return text.substring(0, Math.max(0, text.indexOf(match)));
  }

  private static String after(String text, String match) {
    int at = text.indexOf(match);
    return at < 0 ? "" : text.substring(at + match.length());
  }

  private static Object substring(@Nullable Object[] arguments) {
    if (arguments.length < 2
        || arguments.length > 3
        || !(arguments[0] instanceof String text)
        || !(arguments[1] instanceof BigDecimal start)) {
      return Expression.UNDECIDED;
    }
    Object length = arguments.length == 3 ? arguments[2] : BigDecimal.valueOf(text.length() + 1L);
    int size = text.codePointCount(0, text.length());
    int from = start.intValue();
    if (from == 0
        || Math.abs((long) from) > size
        || !(length instanceof BigDecimal wanted)
        || wanted.intValue() <= 0) {
      return Expression.UNDECIDED;
    }
    int first = from > 0 ? from - 1 : size + from;
    int last = (int) Math.min(size, first + (long) wanted.intValue());
    return text.substring(text.offsetByCodePoints(0, first), text.offsetByCodePoints(0, last));
  }

  private static Object join(@Nullable Object[] arguments) {
    if (arguments.length < 1
        || arguments.length > 2
        || !(arguments[0] instanceof List<?> list)
        || arguments.length == 2 && !(arguments[1] instanceof String)) {
      return Expression.UNDECIDED;
    }
    StringJoiner joined =
        new StringJoiner(
            arguments.length == 1 ? "" : Objects.requireNonNull((String) arguments[1]));
    for (Object item : list) {
      if (item instanceof String text) {
        joined.add(text);
      } else if (item != null) {
        return Expression.UNDECIDED;
      }
    }
    return Running.bounded(joined.toString());
  }

  private static @Nullable Object string(@Nullable Object[] arguments) {
    if (arguments.length != 1) {
      return Expression.UNDECIDED;
    }
    return switch (arguments[0]) {
      case null -> null;
      case String text -> text;
      case BigDecimal number when Math.abs((long) number.scale()) < 40 -> number.toString();
      case Boolean truth -> truth.toString();
      case Temporal value -> TemporalTexts.write(value);
      case TemporalAmount value -> TemporalTexts.write(value);
      default -> Expression.UNDECIDED;
    };
  }

  private static Object number(@Nullable Object[] arguments) {
    if (arguments.length == 1 && arguments[0] instanceof BigDecimal number) {
      return number;
    }
    if (arguments.length != 1 && arguments.length != 3
        || !(arguments[0] instanceof String text)
        || text.length() > 60) {
      return Expression.UNDECIDED;
    }
    if (arguments.length == 3) {
      Object group = arguments[1];
      Object point = arguments[2];
      if (!isOneOf(group, " ", ".", ",") || !isOneOf(point, ".", ",")) {
        return Expression.UNDECIDED;
      }
      if (point != null && point.equals(group)) {
        return Expression.UNDECIDED;
      }
      text = group == null ? text : text.replace((String) group, "");
      text = point == null ? text : text.replace((String) point, ".");
    }
    try {
      return new BigDecimal(text.replaceFirst("^0+(?!$)", ""), Decimals.FEEL);
    } catch (NumberFormatException noNumber) {
      return Expression.UNDECIDED;
    }
  }

  private static boolean isOneOf(@Nullable Object value, String... allowed) {
    return value == null || List.of(allowed).contains(value);
  }
}
