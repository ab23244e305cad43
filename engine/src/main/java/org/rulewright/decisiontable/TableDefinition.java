package org.rulewright.decisiontable;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
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

  /** The columns and the policy alone. */
  public TableDefinition withoutRules() {
    return new TableDefinition(id, name, hitPolicy, aggregator, inputs, outputs, List.of());
  }

  /** The input column that says when the rules are in force, if the table has one. */
  public OptionalInt validityColumn() {
    return IntStream.range(0, inputs.size())
        .filter(column -> Validity.isColumn(inputs.get(column).expression()))
        .findFirst();
  }

  /**
   * When a rule is in force.
   *
   * @return {@link Validity#ALWAYS} in a table without such a column; empty where the cell says
   *     more than a first and a last day
   */
  public Optional<Validity> validity(TableRule rule) {
    OptionalInt column = validityColumn();
    return column.isEmpty()
        ? Optional.of(Validity.ALWAYS)
        : Validity.read(rule.inputs().get(column.getAsInt()).text());
  }
}
