package org.rulewright.decisiontable.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.Aggregator;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.InputClause;
import org.rulewright.decisiontable.OutputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;

/** Makes tables for tests from rows of texts: the inputs, then the output. */
final class Tables {

  private final HitPolicy policy;
  private final List<InputClause> inputs = new ArrayList<>();
  private final List<TableRule> rules = new ArrayList<>();
  private @Nullable Aggregator aggregator;
  private @Nullable String allowedOutputs;
  private @Nullable String defaultText;

  private Tables(HitPolicy policy) {
    this.policy = policy;
  }

  static Tables of(HitPolicy policy) {
    return new Tables(policy);
  }

  Tables input(String name, FactType type) {
    return input(name, type, null);
  }

  Tables input(String name, FactType type, @Nullable String allowed) {
    inputs.add(new InputClause("i" + inputs.size(), name, name, type, allowed));
    return this;
  }

  Tables sum() {
    aggregator = Aggregator.SUM;
    return this;
  }

  Tables outputs(String allowed) {
    allowedOutputs = allowed;
    return this;
  }

  Tables otherwise(String text) {
    defaultText = text;
    return this;
  }

  Tables rule(String... cells) {
    String id = "r" + (rules.size() + 1);
    List<Cell> tests = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      tests.add(new Cell(id + "_" + i, cells[i]));
    }
    rules.add(
        new TableRule(id, tests, List.of(new Cell(id + "_o", cells[inputs.size()])), List.of()));
    return this;
  }

  TableDefinition build() {
    return new TableDefinition(
        "t",
        "table",
        policy,
        aggregator,
        inputs,
        List.of(new OutputClause("o", null, FactType.ANY, defaultText, allowedOutputs)),
        rules);
  }
}
