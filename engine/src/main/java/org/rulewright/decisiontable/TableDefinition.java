package org.rulewright.decisiontable;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision table as its author drew it.
 *
 * @param id of the decision the table belongs to
 * @param name of that decision
 * @param aggregator only with {@link HitPolicy#COLLECT}; null collects a list
 */
public record TableDefinition(
    String id,
    String name,
    HitPolicy hitPolicy,
    @Nullable Aggregator aggregator,
    List<InputClause> inputs,
    List<OutputClause> outputs,
    List<TableRule> rules) {

  public TableDefinition {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    rules = List.copyOf(rules);
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("table `" + name + "` has no output column");
    }
    for (TableRule rule : rules) {
      if (rule.inputs().size() != inputs.size() || rule.outputs().size() != outputs.size()) {
        throw new IllegalArgumentException(
            "rule `" + rule.id() + "` of table `" + name + "` has another number of cells");
      }
    }
  }
}
