package org.rulewright.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the unary tests of the subset: literals, comparisons, ranges, lists and not(...). */
final class UnaryTestParser {

  private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(.*)", Pattern.DOTALL);

  /** The ends of a range are short; without the bound a long text would be read again and again. */
  private static final Pattern RANGE =
      Pattern.compile(
          "([\\[(\\]])\\s{0,9}(\\S.{0,80}?)\\s{0,9}\\.\\.\\s{0,9}(\\S.{0,80}?)\\s{0,9}([])\\[])",
          Pattern.DOTALL);

  /** An end of a range in a list: no comma, and quotes and brackets only around a date's text. */
  private static final String END =
      "[^,\\[\\]()\"]{0,60}(?:\\(\"[^\"]{0,60}\"\\)|\"[^\"]{0,60}\")?[^,\\[\\]()\"]{0,60}";

  /** A range at the beginning of a part; its brackets need not be of one kind. */
  private static final Pattern LEADING_RANGE =
      Pattern.compile("\\s{0,9}[\\[(\\]]" + END + "\\.\\." + END + "[])\\[]");

  private UnaryTestParser() {}

  static Optional<UnaryTests> parse(String text) {
    String cell = text.strip();
    if (cell.isEmpty() || cell.equals("-")) {
      return Optional.of(UnaryTests.ANY);
    }
    Matcher not = NOT.matcher(cell);
    return not.matches()
        ? tests(not.group(1)).map(tests -> new UnaryTests(strict(tests), true))
        : tests(cell).map(tests -> new UnaryTests(tests, false));
  }

  /** A comparison with a value of another type is null, and the negation of null an error. */
  private static List<Test> strict(List<Test> tests) {
    return tests.stream()
        .map(test -> test instanceof Span<?> span && !span.isPoint() ? span.asStrict() : test)
        .toList();
  }

  private static Optional<List<Test>> tests(String text) {
    List<String> parts = split(text);
    List<Test> tests = new ArrayList<>(parts.size());
    for (String part : parts) {
      @Nullable Test test = test(part.strip());
      if (test == null) {
        return Optional.empty();
      }
      tests.add(test);
    }
    return Optional.of(tests);
  }

  /** Splits at commas outside quotes, brackets and ranges. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end = partEnd(text, 0); end < text.length(); end = partEnd(text, start)) {
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** Where the part that begins here ends: at a comma, or at the end of the text. */
  private static int partEnd(String text, int start) {
    Matcher range = LEADING_RANGE.matcher(text).region(start, text.length());
    int depth = 0;
    boolean quoted = false;
    for (int i = range.lookingAt() ? range.end() : start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')') {
        depth--;
      } else if (!quoted && depth == 0 && c == ',') {
        return i;
      }
    }
    return text.length();
  }

  private static @Nullable Test test(String text) {
    switch (text) {
      case "null" -> {
        return new Test.IsNull();
      }
      case "true" -> {
        return new Test.Is(true);
      }
      case "false" -> {
        return new Test.Is(false);
      }
      default -> {
        // Not a keyword: go on with what needs a closer look.
      }
    }
    if (text.startsWith("\"")) {
      return Literals.string(text).<Test>map(Test.Is::new).orElse(null);
    }
    Matcher comparison = COMPARISON.matcher(text);
    if (comparison.matches()) {
      return comparison(comparison.group(1), comparison.group(2));
    }
    Optional<Test> literal =
        Literals.number(text).<Test>map(Span::number).or(() -> Literals.date(text).map(Span::date));
    return literal.orElseGet(() -> range(text));
  }

  private static @Nullable Test comparison(String operator, String operand) {
    Optional<BigDecimal> number = Literals.number(operand);
    if (number.isPresent()) {
      return half(BigDecimal.class, operator, number.get());
    }
    return Literals.date(operand).map(date -> half(LocalDate.class, operator, date)).orElse(null);
  }

  private static <T extends Comparable<? super T>> Span<T> half(
      Class<T> type, String operator, T bound) {
    return switch (operator) {
      case "<" -> new Span<>(type, null, false, bound, false, false);
      case "<=" -> new Span<>(type, null, false, bound, true, false);
      case ">" -> new Span<>(type, bound, false, null, false, false);
      default -> new Span<>(type, bound, true, null, false, false);
    };
  }

  private static @Nullable Test range(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return null;
    }
    boolean lowIncluded = range.group(1).equals("[");
    boolean highIncluded = range.group(4).equals("]");
    Optional<BigDecimal> low = Literals.number(range.group(2));
    Optional<BigDecimal> high = Literals.number(range.group(3));
    if (low.isPresent() && high.isPresent()) {
      return ascending(BigDecimal.class, low.get(), lowIncluded, high.get(), highIncluded);
    }
    Optional<LocalDate> from = Literals.date(range.group(2));
    Optional<LocalDate> to = Literals.date(range.group(3));
    return from.isPresent() && to.isPresent()
        ? ascending(LocalDate.class, from.get(), lowIncluded, to.get(), highIncluded)
        : null;
  }

  /** A range from high to low is null in FEEL: rare enough to be left to the reference engine. */
  private static <T extends Comparable<? super T>> @Nullable Test ascending(
      Class<T> type, T low, boolean lowIncluded, T high, boolean highIncluded) {
    return low.compareTo(high) > 0
        ? null
        : new Span<>(type, low, lowIncluded, high, highIncluded, true);
  }
}
