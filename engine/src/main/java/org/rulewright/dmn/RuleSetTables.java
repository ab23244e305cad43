package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.InputClause;
import org.rulewright.decisiontable.OutputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.decisiontable.Validity;
import org.rulewright.expression.Conditions;
import org.rulewright.ruleset.Condition;
import org.rulewright.ruleset.Rule;
import org.rulewright.ruleset.RuleSetDefinition;
import org.rulewright.ruleset.RuleSetMode;

/**
 * A rule set as the table any engine runs: a rule for each rule that is enabled.
 *
 * <p>An input has one column; where a rule has two conditions on it, it has two, because FEEL
 * cannot say "and" between any two texts of unary tests. The days a rule is in force are a column,
 * too.
 */
final class RuleSetTables {

  private RuleSetTables() {}

  static HitPolicy policy(RuleSetMode mode) {
    return switch (mode) {
      case ALL_HITS -> HitPolicy.RULE_ORDER;
      case FIRST_HIT -> HitPolicy.FIRST;
      case WORST_SEVERITY -> HitPolicy.PRIORITY;
    };
  }

  static TableDefinition of(RuleSetDefinition set) {
    var rules = set.enabledRules();
    var columns = columns(set, rules);
    boolean dated = rules.stream().anyMatch(Rule::isDated);
    return new TableDefinition(
        set.id(),
        set.name(),
        policy(set.mode()),
        null,
        inputs(set, columns, dated),
        outputs(set),
        rules.stream().map(rule -> rule(rule, columns, dated)).toList());
  }

  /** The input of each column. */
  private static List<String> columns(RuleSetDefinition set, List<Rule> rules) {
    var columns = new ArrayList<String>();
    for (var input : set.inputs()) {
      long most =
          rules.stream()
              .mapToLong(rule -> conditions(rule, input.expression()).size())
              .max()
              .orElse(0);
      for (long i = 0; i < Math.max(1, most); i++) {
        columns.add(input.expression());
      }
    }
    return columns;
  }

  private static List<Condition> conditions(Rule rule, String input) {
    return rule.when().stream().filter(it -> it.input().equals(input)).toList();
  }

  private static List<InputClause> inputs(
      RuleSetDefinition set, List<String> columns, boolean dated) {
    var clauses = new ArrayList<InputClause>();
    for (var column : columns) {
      var input = set.input(column).orElseThrow();
      var id = set.id() + "_input_" + (clauses.size() + 1);
      clauses.add(new InputClause(id, input.label(), column, input.type(), null));
    }
    if (dated) {
      clauses.add(
          new InputClause(set.id() + "_in_force", "", Validity.EXPRESSION, FactType.DATE, null));
    }
    return clauses;
  }

  private static List<OutputClause> outputs(RuleSetDefinition set) {
    var values =
        set.severities().stream().map(Conditions::literal).collect(Collectors.joining(", "));
    return List.of(
        new OutputClause(
            set.id() + "_severity",
            RuleSetDefinition.SEVERITY,
            FactType.TEXT,
            null,
            set.mode() == RuleSetMode.WORST_SEVERITY ? values : null),
        new OutputClause(
            set.id() + "_reasonCode", RuleSetDefinition.REASON_CODE, FactType.TEXT, null, null));
  }

  private static TableRule rule(Rule rule, List<String> columns, boolean dated) {
    var cells = new ArrayList<Cell>();
    Map<String, Integer> used = new HashMap<>();
    for (var column : columns) {
      var conditions = conditions(rule, column);
      int next = used.merge(column, 1, Integer::sum) - 1;
      cells.add(
          new Cell(
              rule.id() + "_in_" + (cells.size() + 1),
              next < conditions.size() ? conditions.get(next).test() : Condition.ANYTHING));
    }
    if (dated) {
      cells.add(new Cell(rule.id() + "_in_force", new Validity(rule.from(), rule.to()).text()));
    }
    return new TableRule(
        rule.id(),
        cells,
        List.of(
            new Cell(rule.id() + "_severity", said(rule.severity())),
            new Cell(rule.id() + "_reasonCode", said(rule.reasonCode()))),
        List.of());
  }

  /** What the author has not said yet is null. */
  private static String said(String text) {
    return text.isEmpty() ? "null" : Conditions.literal(text);
  }
}
