package org.rulewright.decisiontable.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rulewright.decisiontable.OutputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.expression.UnaryTests;

/** What the rules of a table give, as far as their texts say it without evaluation. */
final class Results {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  /** Rules with equal texts of outputs have the same number. */
  private final int[] same;

  /** Priority of each rule, lower first; empty where the texts do not tell. */
  private final Optional<int[]> priorities;

  Results(TableDefinition table) {
    Map<List<String>, Integer> numbers = new HashMap<>();
    same = new int[table.rules().size()];
    for (int i = 0; i < same.length; i++) {
      same[i] = numbers.computeIfAbsent(texts(table.rules().get(i)), _ -> numbers.size());
    }
    priorities = priorities(table);
  }

  private static List<String> texts(TableRule rule) {
    return rule.outputs().stream().map(cell -> normal(cell.text())).toList();
  }

  /** Numbers are the same however they are written; other texts only letter by letter. */
  private static String normal(String text) {
    String stripped = text.strip();
    if (NUMBER.matcher(stripped).matches()) {
      return new BigDecimal(stripped).stripTrailingZeros().toPlainString();
    }
    return stripped;
  }

  private static Optional<int[]> priorities(TableDefinition table) {
    List<Map<String, Integer>> ranks = new ArrayList<>();
    int combinations = 1;
    for (OutputClause output : table.outputs()) {
      Map<String, Integer> ranked = ranks(output);
      ranks.add(ranked);
      combinations = Math.multiplyExact(combinations, ranked.size() + 1);
    }
    int[] priorities = new int[table.rules().size()];
    for (int i = 0; i < priorities.length; i++) {
      for (int column = 0; column < ranks.size(); column++) {
        Map<String, Integer> ranked = ranks.get(column);
        if (ranked.isEmpty()) {
          continue;
        }
        Integer rank = ranked.get(normal(table.rules().get(i).outputs().get(column).text()));
        if (rank == null) {
          return Optional.empty();
        }
        priorities[i] = priorities[i] * (ranked.size() + 1) + rank;
      }
    }
    return combinations == 1 ? Optional.empty() : Optional.of(priorities);
  }

  private static Map<String, Integer> ranks(OutputClause output) {
    Map<String, Integer> ranks = new HashMap<>();
    if (output.allowedValues() != null) {
      UnaryTests.split(output.allowedValues())
          .forEach(text -> ranks.putIfAbsent(normal(text), ranks.size()));
    }
    return ranks;
  }

  boolean areSame(int rule, int other) {
    return same[rule] == same[other];
  }

  int number(int rule) {
    return same[rule];
  }

  Optional<int[]> priorities() {
    return priorities;
  }
}
