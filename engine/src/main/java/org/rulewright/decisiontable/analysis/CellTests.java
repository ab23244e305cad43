package org.rulewright.decisiontable.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.expression.UnaryTests;

/** The tests in the cells of a table, each text compiled once. */
final class CellTests {

  private final Map<String, Optional<UnaryTests>> compiled = new HashMap<>();

  /** The test of a cell; empty for an empty text and for one that is beyond our compiler. */
  Optional<UnaryTests> test(@Nullable String text) {
    return text == null || text.isBlank()
        ? Optional.empty()
        : compiled.computeIfAbsent(text, UnaryTests::compile);
  }

  boolean isBeyond(String text) {
    return !text.isBlank() && test(text).isEmpty();
  }

  /** How many input cells of the rules are beyond our compiler. */
  int beyond(List<TableRule> rules) {
    return (int)
        rules.stream()
            .flatMap(rule -> rule.inputs().stream())
            .filter(cell -> isBeyond(cell.text()))
            .count();
  }
}
