package org.rulewright.decisiontable.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.expression.UnaryTests;
import org.rulewright.expression.Verdict;

/**
 * Looks at every combination of values that a small table can tell apart, cell by cell, without
 * regions, boxes or any other code of the analysis.
 */
final class BruteForce {

  private final TableDefinition table;
  private final List<List<@Nullable Object>> values = new ArrayList<>();
  private final List<Map<String, @Nullable Object>> points = new ArrayList<>();
  private final List<Set<Integer>> hits = new ArrayList<>();
  private final List<List<UnaryTests>> tests;

  /** Takes for each input the values to try; they must hold one of each kind that matters. */
  BruteForce(TableDefinition table, List<List<@Nullable Object>> values) {
    this.table = table;
    this.values.addAll(values);
    this.tests =
        table.rules().stream()
            .map(rule -> rule.inputs().stream().map(cell -> compiled(cell.text())).toList())
            .toList();
    fill(0, new LinkedHashMap<>());
  }

  /** Numbers 0 to 6 in steps of a half, for cells that name whole numbers from 1 to 5. */
  static List<@Nullable Object> numbers() {
    List<@Nullable Object> numbers = new ArrayList<>();
    for (int i = 0; i <= 12; i++) {
      numbers.add(BigDecimal.valueOf(i).divide(BigDecimal.valueOf(2)));
    }
    return numbers;
  }

  private static UnaryTests compiled(String text) {
    return UnaryTests.compile(text).orElseThrow(() -> new AssertionError(text));
  }

  private void fill(int column, Map<String, @Nullable Object> facts) {
    if (column == values.size()) {
      points.add(new LinkedHashMap<>(facts));
      hits.add(hits(facts));
      return;
    }
    for (Object value : values.get(column)) {
      facts.put(table.inputs().get(column).expression(), value);
      fill(column + 1, facts);
    }
  }

  Set<Integer> hits(Map<String, ? extends @Nullable Object> facts) {
    Set<Integer> hit = new LinkedHashSet<>();
    for (int rule = 0; rule < table.rules().size(); rule++) {
      if (matches(rule, facts)) {
        hit.add(rule);
      }
    }
    return hit;
  }

  private boolean matches(int rule, Map<String, ? extends @Nullable Object> facts) {
    for (int column = 0; column < table.inputs().size(); column++) {
      var value = facts.get(table.inputs().get(column).expression());
      if (tests.get(rule).get(column).test(value) != Verdict.MATCHES) {
        return false;
      }
    }
    return true;
  }

  List<Map<String, @Nullable Object>> points() {
    return points;
  }

  Set<Integer> hitsAt(int point) {
    return hits.get(point);
  }

  boolean everHit(int rule) {
    return hits.stream().anyMatch(it -> it.contains(rule));
  }

  boolean everFirst(int rule) {
    return hits.stream().anyMatch(it -> !it.isEmpty() && it.iterator().next() == rule);
  }

  boolean everTogether(int rule, int other) {
    return hits.stream().anyMatch(it -> it.contains(rule) && it.contains(other));
  }

  /** Whether one hits wherever the other does. */
  boolean contains(int rule, int other) {
    return hits.stream().allMatch(it -> !it.contains(other) || it.contains(rule));
  }
}
