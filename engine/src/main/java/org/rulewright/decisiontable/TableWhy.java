package org.rulewright.decisiontable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Formula;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.expression.UnaryTests;

/**
 * Why each rule of a table matched some facts or did not, cell by cell.
 *
 * <p>It is made on demand for a person, so it tests every cell of every rule, and nothing of it is
 * in the way of a decision.
 *
 * @param rules in the order of the table
 */
public record TableWhy(String decisionId, List<Input> inputs, List<Rule> rules) {

  public TableWhy {
    inputs = List.copyOf(inputs);
    rules = List.copyOf(rules);
  }

  /** An input column and the value it had. */
  public record Input(String id, String expression, @Nullable Object value) {}

  /**
   * A rule and the cells that kept it from matching; it matched where there is none.
   *
   * @param number counts the rules from 1, as the table shows them
   */
  public record Rule(String id, int number, List<FailedCell> failed) {

    public Rule {
      failed = List.copyOf(failed);
    }

    public boolean matched() {
      return failed.isEmpty();
    }
  }

  /**
   * A cell its value does not satisfy.
   *
   * @param column counts the input columns from 0
   * @param undecided whether testing the cell was an error rather than a no
   */
  public record FailedCell(
      String id,
      int column,
      String text,
      @Nullable Object value,
      boolean undecided,
      Optional<Distance> distance) {}

  /** The rules that did not match, those with the fewest failing cells first. */
  public List<Rule> nearest() {
    return rules.stream()
        .filter(rule -> !rule.matched())
        .sorted(Comparator.comparingInt(rule -> rule.failed().size()))
        .toList();
  }

  /**
   * Explains a table.
   *
   * @param variables what the decision could see, the results of the decisions it requires included
   * @param reference for what our compiler leaves alone
   */
  public static TableWhy of(
      TableDefinition table,
      Map<String, @Nullable Object> variables,
      OffsetDateTime asOf,
      ReferenceEvaluator reference) {
    return new Explainer(table, variables, asOf, reference).explain();
  }

  private static final class Explainer {

    private final TableDefinition table;
    private final Map<String, @Nullable Object> variables;
    private final OffsetDateTime asOf;
    private final ReferenceEvaluator reference;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Map<String, CellTest>> tests = new ArrayList<>();

    Explainer(
        TableDefinition table,
        Map<String, @Nullable Object> variables,
        OffsetDateTime asOf,
        ReferenceEvaluator reference) {
      this.table = table;
      this.variables = variables;
      this.asOf = asOf;
      this.reference = reference;
      Set<String> names = variables.keySet();
      for (InputClause clause : table.inputs()) {
        var formula = Formula.compile(clause.expression(), names, reference);
        inputs.add(
            new Input(clause.id(), clause.expression(), formula.evaluate(variables, asOf).value()));
        tests.add(new HashMap<>());
      }
    }

    TableWhy explain() {
      List<Rule> rules = new ArrayList<>();
      for (TableRule rule : table.rules()) {
        rules.add(new Rule(rule.id(), rules.size() + 1, failed(rule)));
      }
      return new TableWhy(table.id(), inputs, rules);
    }

    private List<FailedCell> failed(TableRule rule) {
      List<FailedCell> failed = new ArrayList<>();
      for (int column = 0; column < inputs.size(); column++) {
        Cell cell = rule.inputs().get(column);
        Object value = inputs.get(column).value();
        var answer = test(column, cell.text()).test(value, variables, asOf);
        if (!Boolean.TRUE.equals(answer.value())) {
          var distance =
              UnaryTests.compile(cell.text()).flatMap(tests -> Distance.of(tests, value));
          failed.add(
              new FailedCell(cell.id(), column, cell.text(), value, answer.failed(), distance));
        }
      }
      return failed;
    }

    private CellTest test(int column, String text) {
      return tests
          .get(column)
          .computeIfAbsent(
              text, it -> new CellTest(it, table.inputs().get(column).type(), reference));
    }
  }
}
