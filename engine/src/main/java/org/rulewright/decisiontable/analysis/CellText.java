package org.rulewright.decisiontable.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a set of regions as the FEEL text of an input cell. */
final class CellText {

  private static final Regions NOTHING = Regions.of(Axis.NULL, Axis.TRUE);

  private CellText() {}

  /** The text of a cell that exactly these regions satisfy; empty when no single cell does. */
  static Optional<String> of(Regions regions, Axis axis) {
    if (regions.containsAll(axis.possible())) {
      return Optional.of("-");
    }
    if (regions.or(NOTHING).containsAll(axis.possible())) {
      return Optional.of("not(null)");
    }
    if (regions.contains(axis.otherText())) {
      return exceptTexts(regions, axis);
    }
    return isNameless(regions, axis)
        ? Optional.empty()
        : Optional.of(String.join(", ", parts(regions, axis)));
  }

  /** Whether all numbers or all dates belong to it, and the column names none to say so by. */
  private static boolean isNameless(Regions regions, Axis axis) {
    return regions.isEmpty()
        || axis.numbers().isEmpty() && regions.overlaps(axis.allNumbers())
        || axis.dates().isEmpty() && regions.overlaps(axis.allDates());
  }

  /** What stands for all texts but a few: the negation of what is left out. */
  private static Optional<String> exceptTexts(Regions regions, Axis axis) {
    Regions rest = axis.possible().minus(regions);
    return rest.overlaps(axis.allNumbers().or(axis.allDates()))
        ? Optional.empty()
        : Optional.of("not(" + String.join(", ", parts(rest, axis)) + ")");
  }

  private static List<String> parts(Regions regions, Axis axis) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < regions.stretches(); i++) {
      int from = regions.from(i);
      int to = regions.to(i);
      for (int region = from; region < Math.min(to, axis.otherText()); region++) {
        parts.add(constant(axis.example(region)));
      }
      add(parts, from, to, axis.firstNumber(), axis.numbers(), BigDecimal::toPlainString);
      add(parts, from, to, axis.firstDate(), axis.dates(), CellText::constant);
    }
    return parts;
  }

  private static <T> void add(
      List<String> parts, int from, int to, int first, List<T> points, Function<T, String> text) {
    int low = Math.max(from - first, 0);
    int high = Math.min(to - first, 2 * points.size() + 1);
    if (low < high) {
      parts.add(interval(low, high, points.size(), i -> text.apply(points.get(i))));
    }
  }

  /** The interval from one elementary region up to, not including, another. */
  private static String interval(int from, int to, int points, IntFunction<String> point) {
    boolean lowIncluded = from % 2 == 1;
    boolean highIncluded = to % 2 == 0;
    boolean unbounded = from == 0;
    boolean endless = to == 2 * points + 1;
    if (unbounded && endless) {
      return "<= " + point.apply(0) + ", > " + point.apply(0);
    }
    if (endless) {
      return (lowIncluded ? ">= " : "> ") + point.apply((from - 1) / 2);
    }
    String high = point.apply((to - 1) / 2);
    if (unbounded) {
      return (highIncluded ? "<= " : "< ") + high;
    }
    String low = point.apply((from - 1) / 2);
    return from + 1 == to && lowIncluded
        ? low
        : (lowIncluded ? "[" : "(") + low + ".." + high + (highIncluded ? "]" : ")");
  }

  /** A value as FEEL writes it. */
  static String constant(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      case LocalDate date -> "date(\"" + date + "\")";
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }

  /** Facts as a person reads them. */
  static String facts(java.util.Map<String, ? extends @Nullable Object> facts) {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey() + " = " + constant(fact.getValue()))
        .collect(Collectors.joining(", "));
  }
}
