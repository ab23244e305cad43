package org.rulewright.decisiontable;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.expression.UnaryTests;

/** The values an output may take, in the order of their priority. */
final class AllowedValues {

  private final String text;
  private final FactType type;
  private final List<CellTest> tests;

  AllowedValues(String text, FactType type, ReferenceEvaluator reference) {
    this.text = text;
    this.type = type;
    List<CellTest> parts =
        UnaryTests.split(text).stream().map(it -> new CellTest(it, type, reference)).toList();
    this.tests = isSplitSafe(text, parts) ? parts : List.of(new CellTest(text, type, reference));
  }

  /** A list inside the text has commas of its own, and not(...) in a list is another function. */
  private static boolean isSplitSafe(String text, List<CellTest> parts) {
    return parts.size() == 1
        || parts.stream().allMatch(CellTest::isPositive)
        || (text.indexOf('[') < 0 && text.indexOf('{') < 0 && !text.contains("not"));
  }

  String text() {
    return text;
  }

  /** Whether no value of anything else is needed to tell; what is compiled names nothing. */
  boolean isConstant() {
    return tests.stream().allMatch(CellTest::isCompiled);
  }

  boolean allows(
      @Nullable Object value, Map<String, @Nullable Object> variables, OffsetDateTime asOf) {
    if (takesLists() && value instanceof Collection<?> elements) {
      return elements.stream().allMatch(element -> rank(element, variables, asOf) >= 0);
    }
    return rank(value, variables, asOf) >= 0;
  }

  /** The reference engine takes a column without a type for one of lists. */
  private boolean takesLists() {
    return type == FactType.LIST || type == FactType.ANY;
  }

  /** Position of the first test the value passes, or -1. */
  int rank(@Nullable Object value, Map<String, @Nullable Object> variables, OffsetDateTime asOf) {
    int rank = -1;
    for (int i = 0; i < tests.size(); i++) {
      ReferenceAnswer answer = tests.get(i).test(value, variables, asOf);
      if (answer.failed()) {
        return -1;
      }
      if (rank < 0 && Boolean.TRUE.equals(answer.value())) {
        rank = i;
      }
    }
    return rank;
  }
}
