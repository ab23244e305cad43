package org.rulewright.decisiontable.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactType;
import org.rulewright.expression.Span;
import org.rulewright.expression.Test;
import org.rulewright.expression.UnaryTests;

/** Collects what the cells of a column name, and what its values can be at all. */
final class AxisBuilder {

  private final String expression;
  private final FactType type;
  private final @Nullable UnaryTests allowed;
  private final @Nullable FactField field;
  private final SortedSet<String> texts = new TreeSet<>();
  private final SortedSet<BigDecimal> numbers = new TreeSet<>();
  private final SortedSet<LocalDate> dates = new TreeSet<>();
  private boolean truths;
  private boolean nullTested;

  /**
   * Begins an axis.
   *
   * @param allowed the allowed values the table declares for the column, where they compile
   * @param field what the dictionary says of the fact, for a column that is a fact
   */
  AxisBuilder(
      String expression, FactType type, @Nullable UnaryTests allowed, @Nullable FactField field) {
    this.expression = expression;
    this.type = field == null || type != FactType.ANY ? type : field.type();
    this.allowed = allowed;
    this.field = field;
    Optional.ofNullable(allowed).ifPresent(this::add);
    if (field != null) {
      field.allowedValues().forEach(this::addValue);
    }
  }

  String expression() {
    return expression;
  }

  void add(UnaryTests tests) {
    for (Test test : tests.tests()) {
      switch (test) {
        case Test.IsNull _ -> nullTested = true;
        case Test.Is(Object constant) -> addValue(constant);
        case Span<?> span -> {
          addValue(span.low());
          addValue(span.high());
        }
      }
    }
  }

  /** Keeps the points of an axis that is being built anew. */
  void addPoints(Axis before) {
    texts.addAll(before.texts());
    numbers.addAll(before.numbers());
    dates.addAll(before.dates());
  }

  private void addValue(@Nullable Object value) {
    switch (value) {
      case String text -> texts.add(text);
      case BigDecimal number -> numbers.add(number);
      case LocalDate date -> dates.add(date);
      case Boolean _ -> truths = true;
      case null, default -> {}
    }
  }

  Axis build() {
    return new Axis(
        expression, List.copyOf(texts), List.copyOf(numbers), List.copyOf(dates), this::possible);
  }

  private Regions possible(Axis axis) {
    Regions values = ofType(axis);
    // Of what is no fact of the dictionary, such as another decision's result, the author knows.
    boolean optional = field == null ? nullTested : !field.required();
    if (field != null && !field.allowedValues().isEmpty()) {
      values = values.and(listed(axis, field.allowedValues()));
    }
    if (allowed != null) {
      Regions tested = axis.of(allowed);
      values = values.and(tested);
      optional = optional && tested.contains(Axis.NULL);
    }
    Regions all = optional ? values.or(Regions.of(Axis.NULL, Axis.TRUE)) : values;
    // Nothing is allowed: the check of the column says so, and here one value stands for none.
    return all.isEmpty() ? ofType(axis) : all;
  }

  private static Regions listed(Axis axis, Collection<?> values) {
    var bits = new java.util.BitSet();
    values.forEach(value -> axis.of(value).ifPresent(bits::set));
    return Regions.of(bits);
  }

  private Regions ofType(Axis axis) {
    return switch (type) {
      case BOOLEAN -> axis.truths();
      case TEXT -> axis.allTexts();
      case NUMBER -> axis.allNumbers();
      case DATE -> axis.allDates();
      case ANY -> ofWhatIsNamed(axis);
      // No cell on such a value compiles; one region stands for all of them.
      case TIME, DATE_TIME, DURATION, LIST, CONTEXT ->
          Regions.of(axis.otherText(), axis.otherText() + 1);
    };
  }

  private Regions ofWhatIsNamed(Axis axis) {
    List<Regions> named = new ArrayList<>();
    if (truths) {
      named.add(axis.truths());
    }
    if (!numbers.isEmpty()) {
      named.add(axis.allNumbers());
    }
    if (!dates.isEmpty()) {
      named.add(axis.allDates());
    }
    if (!texts.isEmpty() || named.isEmpty()) {
      named.add(axis.allTexts());
    }
    return named.stream().reduce(Regions.NONE, Regions::or);
  }
}
