package org.rulewright.decisiontable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.ColumnarDecision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.Trace;

/**
 * A decision table ready to decide.
 *
 * <p>It decides exactly as the reference engine does, errors included: what the index is unclear
 * about is matched cell by cell, and what our compiler left alone the reference engine evaluates.
 *
 * @see "docs/decisions/0001-compiled-tables-by-flat-bitsets.md"
 */
public final class CompiledTable implements ColumnarDecision {

  private final TableNames names;
  private final HitPolicy policy;
  private final TableIndex index;
  private final TableCells cells;
  private final CarefulMatch careful;
  private final RuleOutputs outputs;
  private final Defaults defaults;
  private final Conclusion conclusion;
  private final CellCount count;

  /** Whether the index alone finds the hit of FIRST and UNIQUE, without memory of its own. */
  private final boolean direct;

  /**
   * The outcomes that are known at load, and last the one without a hit; null for the rules whose
   * outputs must be evaluated.
   */
  private final Outcome.@Nullable Decided[] known;

  /**
   * The known outcomes with their traces, filled as they are asked for. Threads may fill a slot
   * twice: what they write is immutable and equal.
   */
  private final @Nullable Outcome[] knownTraced;

  private CompiledTable(
      DecisionKind kind,
      TableDefinition definition,
      Set<String> variables,
      ReferenceEvaluator reference) {
    names = TableNames.of(kind, definition);
    policy = definition.hitPolicy();
    cells = new TableCells(definition, variables, reference);
    index = cells.index();
    careful = cells.careful(names, definition.inputs());
    outputs = new RuleOutputs(names, definition, variables, reference);
    defaults = new Defaults(names, definition, outputs.names(), variables, reference);
    conclusion = new Conclusion(names, policy, definition.aggregator(), outputs, defaults);
    count = cells.count().plus(outputs.count());
    direct =
        index.isLocal()
            && !cells.needsSecondLook()
            && (policy == HitPolicy.FIRST || policy == HitPolicy.UNIQUE);
    known = new Outcome.Decided[index.none() + 1];
    knownTraced = new @Nullable Outcome[known.length];
    Map<Object, Outcome.Decided> shared = new IdentityHashMap<>();
    for (int rule = 0; rule < names.rules().length; rule++) {
      known[rule] = outputs.isFixed(rule) ? known(outputs.fixedValue(rule), shared) : null;
    }
    if (defaults.isFixed()
        && defaults.evaluate(Map.of(), OffsetDateTime.MIN, false) instanceof Outcome.Decided it) {
      known[index.none()] = it;
    }
  }

  /** Rules that give the same value share their outcome: tables are long, values are few. */
  private static Outcome.Decided known(
      @Nullable Object value, Map<Object, Outcome.Decided> shared) {
    return value == null
        ? new Outcome.Decided(null, Trace.EMPTY)
        : shared.computeIfAbsent(value, it -> new Outcome.Decided(it, Trace.EMPTY));
  }

  /**
   * Compiles a table once, at load.
   *
   * @param variables names of everything the table's cells can see: inputs and other decisions
   * @param reference evaluates the cells that do not compile
   */
  public static CompiledTable compile(
      TableDefinition definition, Set<String> variables, ReferenceEvaluator reference) {
    return compile(DecisionKind.DECISION_TABLE, definition, variables, reference);
  }

  /**
   * The same for a table that something else is kept in, which its traces then name.
   *
   * @param kind what was drawn
   */
  public static CompiledTable compile(
      DecisionKind kind,
      TableDefinition definition,
      Set<String> variables,
      ReferenceEvaluator reference) {
    return new CompiledTable(kind, definition, variables, reference);
  }

  @Override
  public String id() {
    return names.id();
  }

  @Override
  public String name() {
    return names.name();
  }

  @Override
  public DecisionKind kind() {
    return names.kind();
  }

  /** The share of cells our compiler took, between 0 and 1; the rest is the reference engine's. */
  public double compiledShare() {
    return count.share();
  }

  /** How many cells and column expressions there are, and how many of them our compiler took. */
  public CellCount cells() {
    return count;
  }

  /** What {@link #firstHit} returns when no rule matches. */
  public static final int NO_HIT = -1;

  /** What {@link #firstHit} returns when only {@link #evaluate} can tell. */
  public static final int UNCLEAR = -2;

  /**
   * Index of the first rule that matches, without its outputs; allocates nothing.
   *
   * @return {@link #NO_HIT} if there is none, {@link #UNCLEAR} if a cell or a fact needs more
   */
  public int firstHit(Map<String, ? extends @Nullable Object> facts, OffsetDateTime asOf) {
    int hit = direct ? index.first(facts, asOf) : TableIndex.UNCLEAR;
    return hit < 0 ? UNCLEAR : hit == index.none() ? NO_HIT : hit;
  }

  @Override
  public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
    return evaluate(facts.asMap(), asOf, traced);
  }

  /** The same on a plain map, for callers that add the values of other decisions to it. */
  public Outcome evaluate(
      Map<String, @Nullable Object> facts, OffsetDateTime asOf, boolean traced) {
    if (direct) {
      int hit = policy == HitPolicy.FIRST ? index.first(facts, asOf) : index.only(facts, asOf);
      Outcome outcome = hit < 0 ? null : known[hit];
      if (outcome != null) {
        return traced ? traced(hit, outcome) : outcome;
      }
    }
    return evaluateAll(facts, asOf, traced);
  }

  @Override
  public void evaluate(
      FactColumns facts,
      int from,
      int to,
      OffsetDateTime asOf,
      boolean traced,
      @Nullable Outcome[] outcomes) {
    new TableBatch(this, index, asOf, traced).evaluate(facts, from, to, outcomes);
  }

  /** Whether the index alone finds the hits. */
  boolean isIndexed() {
    return names.rules().length > 0 && !cells.needsSecondLook();
  }

  HitPolicy policy() {
    return policy;
  }

  /** The outcome of a hit of the index that is known at load, else null. */
  @Nullable Outcome known(int hit, boolean traced) {
    Outcome outcome = hit < 0 ? null : known[hit];
    return outcome != null && traced ? traced(hit, outcome) : outcome;
  }

  /** Whether what the table says to these hits depends on nothing else. */
  boolean isFixed(int[] hits) {
    for (int hit : hits) {
      if (!outputs.isConstant(hit)) {
        return false;
      }
    }
    return hits.length > 0 || defaults.isFixed();
  }

  /** From all rules that match to the outcome. */
  Outcome concluded(
      int[] hits, Map<String, @Nullable Object> facts, OffsetDateTime asOf, boolean traced) {
    return conclusion.of(hits, facts, asOf, traced);
  }

  /** A known outcome with its trace, which is known as well once it has been asked for. */
  private Outcome traced(int slot, Outcome outcome) {
    Outcome traced = knownTraced[slot];
    if (traced == null && outcome instanceof Outcome.Decided(Object value, Trace _)) {
      int[] hits = slot == index.none() ? new int[0] : new int[] {slot};
      traced = new Outcome.Decided(value, names.trace(hits, value));
      knownTraced[slot] = traced;
    }
    return traced == null ? outcome : traced;
  }

  /** The way for facts the index alone is not enough for. */
  Outcome evaluateAll(Map<String, @Nullable Object> facts, OffsetDateTime asOf, boolean traced) {
    if (names.rules().length == 0) {
      return conclusion.of(new int[0], facts, asOf, traced);
    }
    List<Diagnostic> problems = new ArrayList<>();
    int @Nullable [] rows = index.rows(facts, asOf);
    int[] hits =
        rows == null
            ? careful.hits(facts, asOf, problems)
            : cells.hits(rows, facts, asOf, problems);
    return problems.isEmpty()
        ? conclusion.of(hits, facts, asOf, traced)
        : new Outcome.Failed(problems, traced ? names.trace(hits, null) : Trace.EMPTY);
  }
}
