package org.rulewright.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rulewright.value.Range;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;

/** Sets of values as unary tests of FEEL, and back. */
public final class Conditions {

  private Conditions() {}

  /**
   * The unary tests that are true for exactly the values of a set.
   *
   * @throws IllegalArgumentException for the empty set, which FEEL has no test for
   */
  public static String write(ValueSet set) {
    if (set.isEmpty()) {
      throw new IllegalArgumentException("no unary test is true for no value");
    }
    if (set.hasAllValues()) {
      return set.hasNull() ? "-" : "not(null)";
    }
    List<String> tests = new ArrayList<>();
    set.ranges().forEach(range -> tests.add(range(range)));
    set.names().forEach(name -> tests.add(literal(name)));
    // not(...) is true for null, too, unless null is among what it excludes
    if (set.hasNull() != set.namesLeftOut()) {
      tests.add("null");
    }
    String all = String.join(", ", tests);
    return set.namesLeftOut() ? "not(" + all + ")" : all;
  }

  private static String range(Range range) {
    if (range.isPoint()) {
      return literal(range.low());
    }
    if (range.low() == null) {
      return (range.highIncluded() ? "<= " : "< ") + literal(range.high());
    }
    if (range.high() == null) {
      return (range.lowIncluded() ? ">= " : "> ") + literal(range.low());
    }
    return (range.lowIncluded() ? "[" : "(")
        + literal(range.low())
        + ".."
        + literal(range.high())
        + (range.highIncluded() ? "]" : ")");
  }

  /** A value as a literal of FEEL. */
  public static String literal(@org.jspecify.annotations.Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case BigDecimal number -> number.toPlainString();
      case LocalDate date -> "date(\"" + date + "\")";
      case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      default -> value.toString();
    };
  }

  /** The set a text of unary tests is true for; empty where the text is beyond what is compiled. */
  public static Optional<ValueSet> read(String text, ValueKind kind) {
    return UnaryTests.compile(text).flatMap(tests -> set(tests, kind));
  }

  private static Optional<ValueSet> set(UnaryTests tests, ValueKind kind) {
    if (tests.any()) {
      return Optional.of(ValueSet.everything(kind));
    }
    ValueSet all = ValueSet.empty(kind);
    for (Test test : tests.tests()) {
      Optional<ValueSet> one = set(test, kind);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all = all.or(one.get());
    }
    return Optional.of(tests.negated() ? all.not() : all);
  }

  private static Optional<ValueSet> set(Test test, ValueKind kind) {
    return switch (test) {
      case Test.IsNull() -> Optional.of(ValueSet.missing(kind));
      case Test.Is(Object constant) ->
          kind.holds(constant) ? Optional.of(ValueSet.of(kind, constant)) : Optional.empty();
      case Span<?> span ->
          span.type() == (kind == ValueKind.DATE ? LocalDate.class : BigDecimal.class)
                  && kind.isOrdered()
              ? Optional.of(
                  ValueSet.of(
                      kind,
                      new Range(span.low(), span.lowIncluded(), span.high(), span.highIncluded())))
              : Optional.empty();
    };
  }
}
