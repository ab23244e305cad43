package org.rulewright.decisiontable;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.Trace;

/**
 * A decision table ready to decide.
 *
 * @see "docs/decisions/0001-compiled-tables-by-flat-bitsets.md"
 */
public final class CompiledTable implements Decision {

  private final TableDefinition definition;

  private CompiledTable(TableDefinition definition) {
    this.definition = definition;
  }

  /**
   * Compiles a table once, at load.
   *
   * @param variables names of everything the table's cells can see: inputs and other decisions
   * @param reference evaluates the cells that do not compile
   */
  public static CompiledTable compile(
      TableDefinition definition, Set<String> variables, ReferenceEvaluator reference) {
    return new CompiledTable(definition);
  }

  @Override
  public String id() {
    return definition.id();
  }

  @Override
  public String name() {
    return definition.name();
  }

  @Override
  public DecisionKind kind() {
    return DecisionKind.DECISION_TABLE;
  }

  public TableDefinition definition() {
    return definition;
  }

  /** The share of cells our compiler took, between 0 and 1; the rest is the reference engine's. */
  public double compiledShare() {
    return 0;
  }

  /** Index of the first rule that matches, or -1; allocates nothing while no cell is delegated. */
  public int firstHit(Map<String, ? extends @Nullable Object> facts) {
    return -1;
  }

  @Override
  public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
    return new Outcome.Failed(
        List.of(Diagnostic.error("table.not-ready", Place.of(id()), name())), Trace.EMPTY);
  }
}
