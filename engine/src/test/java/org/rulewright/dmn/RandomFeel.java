package org.rulewright.dmn;

import java.util.List;
import java.util.random.RandomGenerator;

/** Random expressions of FEEL, mostly of sensible types. */
final class RandomFeel {

  private static final List<String> DAYS =
      List.of("2024-02-29", "2025-01-31", "2026-12-28", "1999-07-15", "-0044-03-15");
  private static final List<String> TIMES =
      List.of("10:15:00", "23:59:59", "00:00:00", "10:15:00Z", "10:15:00+08:00", "09:30:05.25");
  private static final List<String> ZONES = List.of("", "", "Z", "+08:00", "@Europe/Paris");
  private static final List<String> DURATIONS = List.of("PT1H", "P2D", "-P1DT3H", "PT0S", "PT90M");
  private static final List<String> MONTHS = List.of("P1Y", "P14M", "-P3M", "P0M", "P2Y6M");

  private final RandomGenerator random;

  RandomFeel(RandomGenerator random) {
    this.random = random;
  }

  /** Any expression. */
  String any(int depth) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> number(depth);
      case 2 -> text(depth);
      case 3, 4 -> truth(depth);
      case 5 -> list(depth);
      case 6 -> temporal(depth);
      case 7 -> amount(depth);
      case 8 -> context(depth);
      default -> random.nextInt(3) == 0 ? "null" : "x1";
    };
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String of(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Now and then an expression of any type where another is meant. */
  private boolean astray() {
    return random.nextInt(30) == 0;
  }

  String number(int depth) {
    if (astray()) {
      return any(depth - 1);
    }
    if (depth <= 0) {
      return one("n1", "n2", "0", "1", "2", "10", "1.50", "-3", "c1.a", "0.001", "(-2)");
    }
    int less = depth - 1;
    return switch (random.nextInt(16)) {
      case 0, 1, 2 -> "(" + number(less) + one(" + ", " - ", " * ", " / ") + number(less) + ")";
      case 3 -> "(" + number(less) + " ** " + one("2", "3", "0") + ")";
      case 4 -> "-" + number(0).replace("-", "");
      case 5 -> one("sum", "min", "max", "mean", "median", "count") + "(" + numbers(less) + ")";
      case 6 ->
          one("abs", "floor", "ceiling", "round up", "round down", "round half up")
              + "("
              + number(less)
              + (random.nextBoolean() ? "" : ", 1")
              + ")";
      case 7 -> "modulo(" + number(less) + ", " + number(less) + ")";
      case 8 -> "string length(" + text(less) + ")";
      case 9 -> "if " + truth(less) + " then " + number(less) + " else " + number(less);
      case 10 -> numbers(less) + "[" + one("1", "2", "-1", "5", "n1") + "]";
      case 11 -> amount(less) + one(".days", ".hours", ".years", ".months", ".seconds");
      case 12 -> temporal(less) + one(".year", ".month", ".day", ".hour", ".minute", ".weekday");
      case 13 -> "max(" + number(less) + ", " + number(less) + ")";
      case 14 -> "number(" + one("\"12.5\"", "\"007\"", "\"x\"", "n1") + ")";
      default -> number(0);
    };
  }

  String text(int depth) {
    if (astray()) {
      return any(depth - 1);
    }
    if (depth <= 0) {
      return one("s1", "\"\"", "\"abc\"", "\"a\\\"b\"", "\"\\u4e2d文\"", "c1.b", "\"Abc x\"");
    }
    int less = depth - 1;
    return switch (random.nextInt(8)) {
      case 0 -> "(" + text(less) + " + " + text(less) + ")";
      case 1 -> one("upper case", "lower case") + "(" + text(less) + ")";
      case 2 -> "substring(" + text(less) + ", " + one("1", "2", "-1", "-2") + one("", ", 1") + ")";
      case 3 ->
          one("substring before", "substring after") + "(" + text(less) + ", " + text(0) + ")";
      case 4 -> "string(" + any(less) + ")";
      case 5 -> "string join([" + text(less) + ", " + text(0) + "]" + one("", ", \"-\"") + ")";
      case 6 -> one("day of week", "month of year") + "(" + temporal(less) + ")";
      default -> text(0);
    };
  }

  String truth(int depth) {
    if (astray()) {
      return any(depth - 1);
    }
    if (depth <= 0) {
      return one("b1", "true", "false", "n1 > 1", "s1 = \"abc\"");
    }
    int less = depth - 1;
    var compare = one(" = ", " != ", " < ", " <= ", " > ", " >= ");
    return switch (random.nextInt(16)) {
      case 0, 1 -> "(" + number(less) + compare + number(less) + ")";
      case 2 -> "(" + text(less) + compare + text(less) + ")";
      case 3 -> "(" + temporal(less) + compare + temporal(less) + ")";
      case 4 -> "(" + amount(less) + compare + amount(less) + ")";
      case 5, 6 -> "(" + truth(less) + one(" and ", " or ") + truth(less) + ")";
      case 7 -> "(" + number(less) + " between " + number(0) + " and " + number(0) + ")";
      case 8 -> "(" + number(less) + " in " + tests() + ")";
      case 9 -> "(" + any(less) + one(" = ", " != ") + any(less) + ")";
      case 10 -> one("some", "every") + " x in " + numbers(less) + " satisfies x > " + number(0);
      case 11 -> "not(" + truth(less) + ")";
      case 12 -> "list contains(" + list(less) + ", " + any(0) + ")";
      case 13 -> one("contains", "starts with") + "(" + text(less) + ", " + text(0) + ")";
      case 14 ->
          "("
              + any(less)
              + " instance of "
              + one("number", "string", "boolean", "date", "time", "days and time duration")
              + ")";
      default -> one("any", "all") + "([" + truth(less) + ", " + truth(0) + "])";
    };
  }

  private String tests() {
    return switch (random.nextInt(6)) {
      case 0 -> one("[1..5]", "(0..2]", "[n2..10)", "]1..3[");
      case 1 -> "(" + one("> 1", "<= n2", "=2", "!=1") + ", " + one("< 0", "[3..4]", "n2") + ")";
      case 2 -> numbers(1);
      case 3 -> one(">= 2", "< n2");
      case 4 -> "(" + number(0) + ", " + number(0) + ")";
      default -> "([1..2], null, " + number(0) + ")";
    };
  }

  private String numbers(int depth) {
    return switch (random.nextInt(5)) {
      case 0 -> "l1";
      case 1 -> "[]";
      case 2 -> depth <= 0 ? "l1" : "(for i in " + numbers(depth - 1) + " return i * 2)";
      case 3 -> "l2.a";
      default -> "[" + number(depth - 1) + ", " + number(0) + "]";
    };
  }

  String list(int depth) {
    if (depth <= 0) {
      return one("l1", "[]", "[1, 2]", "[\"a\", null]", "l2");
    }
    int less = depth - 1;
    return switch (random.nextInt(14)) {
      case 0 -> "[" + any(less) + ", " + any(0) + "]";
      case 1 -> "for i in 1.." + one("3", "n1", "-1") + ", j in " + numbers(less) + " return i + j";
      case 2 -> numbers(less) + "[item > " + number(0) + "]";
      case 3 -> "l2[a > " + number(0) + one("", " and b != s1") + "]";
      case 4 -> "l2[" + one("item.a = 1", "b = \"abc\"", "missing = 1") + "]";
      case 5 -> "reverse(" + list(less) + ")";
      case 6 -> "append(" + list(less) + ", " + one(number(0), text(0)) + ")";
      case 7 -> "concatenate(" + list(less) + ", " + list(0) + ")";
      case 8 -> "distinct values(" + list(less) + ")";
      case 9 -> "flatten(" + list(less) + ")";
      case 10 -> "sublist(" + list(less) + ", " + one("1", "2", "-1") + one("", ", 1") + ")";
      case 11 -> one("remove", "insert before") + "(" + list(less) + ", 1" + one("", ", 7") + ")";
      case 12 -> "index of(" + list(less) + ", " + any(0) + ")";
      default -> one("union(", "mode(") + numbers(less) + one("", ", [1, 2]") + ")";
    };
  }

  String context(int depth) {
    if (depth <= 0) {
      return one("c1", "{a: 1}", "{}");
    }
    int less = depth - 1;
    return switch (random.nextInt(5)) {
      case 0 -> "{a: " + any(less) + ", b: a}";
      case 1 -> "{n1: 5, total: n1 + " + number(less) + "}";
      case 2 -> "context put(" + context(less) + ", \"a\", " + any(0) + ")";
      case 3 -> "context([{key: \"k\", value: " + any(less) + "}])";
      default -> "get entries({a: " + any(less) + "})";
    };
  }

  String temporal(int depth) {
    if (depth <= 0) {
      return one(
          "d1",
          "date(\"" + of(DAYS) + "\")",
          "@\"" + of(DAYS) + "\"",
          "time(\"" + of(TIMES) + "\")",
          "date and time(\"" + of(DAYS) + "T" + of(TIMES).substring(0, 8) + of(ZONES) + "\")");
    }
    int less = depth - 1;
    return switch (random.nextInt(6)) {
      case 0, 1 -> "(" + temporal(less) + one(" + ", " - ") + amount(less) + ")";
      case 2 -> one("date", "time") + "(" + temporal(less) + ")";
      case 3 -> "date(2024, " + one("1", "2", "13") + ", " + one("1", "29", "31") + ")";
      case 4 -> one("today()", "now()");
      default -> "date and time(" + temporal(less) + ", time(\"" + of(TIMES) + "\"))";
    };
  }

  String amount(int depth) {
    if (depth <= 0) {
      return one("duration(\"" + of(DURATIONS) + "\")", "@\"" + of(MONTHS) + "\"");
    }
    int less = depth - 1;
    return switch (random.nextInt(7)) {
      case 0 -> "(" + temporal(less) + " - " + temporal(less) + ")";
      case 1 -> "(" + amount(less) + one(" + ", " - ") + amount(less) + ")";
      case 2 -> "(" + amount(less) + one(" * ", " / ") + number(0) + ")";
      case 3 -> "(" + number(0) + " * " + amount(less) + ")";
      case 4 -> "years and months duration(" + temporal(less) + ", " + temporal(0) + ")";
      case 5 -> "abs(" + amount(less) + ")";
      default -> amount(0);
    };
  }
}
