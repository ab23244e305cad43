package org.rulewright.decisiontable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rulewright.expression.Span;
import org.rulewright.expression.Test;
import org.rulewright.expression.UnaryTests;

/**
 * When a rule is in force, both days included; without an end it is open there.
 *
 * <p>A table keeps it in an input column whose expression is {@code today()}, with cells such as
 * {@code [date("2026-01-01")..date("2026-12-31")]}: standard DMN, which any engine evaluates as of
 * its own today, and ours as of the decision's.
 *
 * @see "docs/decisions/0015-effective-dates-as-a-column.md"
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

  public static final String EXPRESSION = "today()";

  private static final String DAY = "(?:date\\(\\s*|@)\"(\\d{4}-\\d{2}-\\d{2})\"\\s*\\)?";
  private static final Pattern RANGE =
      Pattern.compile("\\[\\s*" + DAY + "\\s*\\.\\.\\s*" + DAY + "\\s*]");

  public static final Validity ALWAYS = new Validity(null, null);

  /** Whether an input column with this expression says when its rules are in force. */
  public static boolean isColumn(String expression) {
    return expression.strip().equals(EXPRESSION);
  }

  /**
   * Reads a cell, also one whose last day is before its first; empty where it says more than a
   * first and a last day.
   */
  public static Optional<Validity> read(String cell) {
    Matcher range = RANGE.matcher(cell.strip());
    if (range.matches()) {
      try {
        return Optional.of(
            new Validity(LocalDate.parse(range.group(1)), LocalDate.parse(range.group(2))));
      } catch (DateTimeException noSuchDay) {
        return Optional.empty();
      }
    }
    return UnaryTests.compile(cell).filter(it -> !it.negated()).flatMap(Validity::of);
  }

  private static Optional<Validity> of(UnaryTests tests) {
    if (tests.any()) {
      return Optional.of(ALWAYS);
    }
    List<Test> all = tests.tests();
    return all.size() == 1
            && all.getFirst() instanceof Span<?> span
            && span.type() == LocalDate.class
        ? Optional.of(new Validity(first(span), last(span)))
        : Optional.empty();
  }

  private static @Nullable LocalDate first(Span<?> span) {
    return span.low() instanceof LocalDate low ? span.lowIncluded() ? low : low.plusDays(1) : null;
  }

  private static @Nullable LocalDate last(Span<?> span) {
    return span.high() instanceof LocalDate high
        ? span.highIncluded() ? high : high.minusDays(1)
        : null;
  }

  /** Whether no day is in it. */
  public boolean isEmpty() {
    return from != null && to != null && from.isAfter(to);
  }

  public boolean includes(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** The cell that says so. */
  public String text() {
    if (from == null) {
      return to == null ? "-" : "<= " + text(to);
    }
    return to == null ? ">= " + text(from) : "[" + text(from) + ".." + text(to) + "]";
  }

  private static String text(LocalDate day) {
    return "date(\"" + day + "\")";
  }
}
