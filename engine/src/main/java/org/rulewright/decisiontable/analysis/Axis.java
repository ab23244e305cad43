package org.rulewright.decisiontable.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.expression.Span;
import org.rulewright.expression.Test;
import org.rulewright.expression.UnaryTests;

/**
 * The values of one input expression, cut into elementary regions: all values of a region satisfy
 * the same cells.
 *
 * <p>Regions are numbered: null, true, false, each text that is named, all other texts, then below,
 * at and between the numbers that are named, then the same of the dates.
 */
final class Axis {

  static final int NULL = 0;
  static final int TRUE = 1;
  static final int FALSE = 2;
  static final int FIRST_TEXT = 3;

  private final String expression;
  private final List<String> texts;
  private final List<BigDecimal> numbers;
  private final List<LocalDate> dates;
  private final Regions possible;

  /**
   * Takes what the cells name, in order.
   *
   * @param possible which regions a fact can fall into, before empty ones are taken out
   */
  Axis(
      String expression,
      List<String> texts,
      List<BigDecimal> numbers,
      List<LocalDate> dates,
      java.util.function.Function<Axis, Regions> possible) {
    this.expression = expression;
    this.texts = texts;
    this.numbers = numbers;
    this.dates = dates;
    this.possible = possible.apply(this).minus(daysBetweenNeighbours());
  }

  String expression() {
    return expression;
  }

  List<String> texts() {
    return texts;
  }

  List<BigDecimal> numbers() {
    return numbers;
  }

  List<LocalDate> dates() {
    return dates;
  }

  /** The regions a fact can fall into; there is at least one. */
  Regions possible() {
    return possible;
  }

  int otherText() {
    return FIRST_TEXT + texts.size();
  }

  int firstNumber() {
    return otherText() + 1;
  }

  int firstDate() {
    return firstNumber() + 2 * numbers.size() + 1;
  }

  int end() {
    return firstDate() + 2 * dates.size() + 1;
  }

  Regions truths() {
    return Regions.of(TRUE, FIRST_TEXT);
  }

  Regions allTexts() {
    return Regions.of(FIRST_TEXT, firstNumber());
  }

  Regions allNumbers() {
    return Regions.of(firstNumber(), firstDate());
  }

  Regions allDates() {
    return Regions.of(firstDate(), end());
  }

  /** The regions whose values satisfy the tests; a value of another type satisfies none. */
  Regions of(UnaryTests tests) {
    if (tests.any()) {
      return Regions.of(0, end());
    }
    BitSet bits = new BitSet(end());
    for (Test test : tests.tests()) {
      switch (test) {
        case Test.IsNull _ -> bits.set(NULL);
        case Test.Is(Object constant) -> of(constant).ifPresent(bits::set);
        case Span<?> span -> set(span, bits);
      }
    }
    if (tests.negated()) {
      bits.flip(0, end());
    }
    return Regions.of(bits);
  }

  /** The region of a value; empty for a value of a type no cell can test. */
  Optional<Integer> of(@Nullable Object value) {
    return switch (value) {
      case null -> Optional.of(NULL);
      case Boolean truth -> Optional.of(truth ? TRUE : FALSE);
      case String text -> Optional.of(textRegion(text));
      case BigDecimal number -> Optional.of(firstNumber() + region(number, numbers));
      case LocalDate date -> Optional.of(firstDate() + region(date, dates));
      default -> Optional.empty();
    };
  }

  private int textRegion(String text) {
    int index = java.util.Collections.binarySearch(texts, text);
    return index >= 0 ? FIRST_TEXT + index : otherText();
  }

  private static <T extends Comparable<? super T>> int region(T value, List<T> points) {
    int low = 0;
    int high = points.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = points.get(middle).compareTo(value);
      if (order == 0) {
        return 2 * middle + 1;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return 2 * low;
  }

  private void set(Span<?> span, BitSet bits) {
    boolean ofNumbers = span.type() == BigDecimal.class;
    int from = ofNumbers ? firstNumber() : firstDate();
    int to = ofNumbers ? firstDate() : end();
    if (span.low() != null) {
      from = of(span.low()).orElseThrow() + (span.lowIncluded() ? 0 : 1);
    }
    if (span.high() != null) {
      to = of(span.high()).orElseThrow() + (span.highIncluded() ? 1 : 0);
    }
    if (from < to) {
      bits.set(from, to);
    }
  }

  /** Between a day and the next there is no other. */
  private Regions daysBetweenNeighbours() {
    BitSet empty = new BitSet();
    for (int i = 1; i < dates.size(); i++) {
      if (dates.get(i - 1).plusDays(1).equals(dates.get(i))) {
        empty.set(firstDate() + 2 * i);
      }
    }
    return Regions.of(empty);
  }

  /** A value of the region, as simple as there is one. */
  @Nullable Object example(int region) {
    if (region < FIRST_TEXT) {
      return region == NULL ? null : region == TRUE;
    }
    if (region < otherText()) {
      return texts.get(region - FIRST_TEXT);
    }
    if (region == otherText()) {
      return Examples.otherThan(texts);
    }
    return region < firstDate()
        ? Examples.number(numbers, region - firstNumber())
        : Examples.date(dates, region - firstDate());
  }
}
