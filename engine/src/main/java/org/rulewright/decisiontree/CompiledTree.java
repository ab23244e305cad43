package org.rulewright.decisiontree;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.ColumnarDecision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactColumn;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Formula;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.expression.Expression;
import org.rulewright.expression.Variable;
import org.rulewright.value.ValueIndex;
import org.rulewright.value.ValueKind;

/**
 * A decision tree ready to decide: arrays that are walked from split to split, without recursion,
 * and without memory of its own unless a leaf has to be computed.
 */
public final class CompiledTree implements ColumnarDecision {

  /** What {@link #leaf} returns where no branch takes a value. */
  public static final int NO_LEAF = -1;

  /** What {@link #leaf} returns where only {@link #evaluate} can tell. */
  public static final int UNCLEAR = ValueIndex.UNCLEAR;

  private final String id;
  private final String name;
  private final ValueKind[] kinds;
  private final Formula[] inputs;

  /** By input: its name if it is no more than that, else null. */
  private final @Nullable String[] variables;

  private final @Nullable Expression[] expressions;

  /** By split, the root first. */
  private final int[] tested;

  private final int[] missing;
  private final ValueIndex[] splits;

  /** A split, or the complement of a leaf. */
  private final int root;

  private final String[] leaves;
  private final LeafValues values;
  private final Outcome.@Nullable Decided[] known;
  private final Outcome nothing;

  /** Filled as they are asked for; threads may fill a slot twice, with equal outcomes. */
  private final @Nullable Outcome[] knownTraced;

  private CompiledTree(TreeDefinition tree, Set<String> names, ReferenceEvaluator reference) {
    id = tree.id();
    name = tree.name();
    kinds = tree.inputs().stream().map(TreeInput::kind).toArray(ValueKind[]::new);
    inputs =
        tree.inputs().stream()
            .map(input -> Formula.compile(input.expression(), names, reference))
            .toArray(Formula[]::new);
    variables = new @Nullable String[inputs.length];
    expressions = new @Nullable Expression[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      expressions[i] = inputs[i].compiled().orElse(null);
      variables[i] = expressions[i] instanceof Variable(String variable) ? variable : null;
    }
    List<Split> order = tree.splits().toList();
    List<Leaf> ends = tree.leaves().toList();
    Map<String, Integer> targets = targets(order, ends);
    root = targets.getOrDefault(tree.root(), ValueIndex.NOWHERE);
    tested = order.stream().mapToInt(Split::input).toArray();
    missing =
        order.stream()
            .mapToInt(split ->
                split.missing() == null
                    ? ValueIndex.NOWHERE
                    : targets.getOrDefault(split.missing(), ValueIndex.NOWHERE))
            .toArray();
    splits =
        order.stream()
            .map(split ->
                ValueIndex.of(
                    kinds[split.input()],
                    TreePaths.taken(split, kinds[split.input()])
                        .subList(0, split.branches().size()),
                    targets(split, targets)))
            .toArray(ValueIndex[]::new);
    leaves = ends.stream().map(Leaf::id).toArray(String[]::new);
    values = new LeafValues(tree, ends, names, reference);
    known = new Outcome.@Nullable Decided[leaves.length];
    knownTraced = new @Nullable Outcome[leaves.length + 1];
    for (int leaf = 0; leaf < leaves.length; leaf++) {
      known[leaf] =
          values.isFixed(leaf) ? new Outcome.Decided(values.fixedValue(leaf), Trace.EMPTY) : null;
    }
    nothing = new Outcome.Decided(null, Trace.EMPTY);
  }

  private static Map<String, Integer> targets(List<Split> splits, List<Leaf> leaves) {
    Map<String, Integer> targets = new HashMap<>();
    for (int i = 0; i < splits.size(); i++) {
      targets.put(splits.get(i).id(), i);
    }
    for (int i = 0; i < leaves.size(); i++) {
      targets.put(leaves.get(i).id(), ~i);
    }
    return targets;
  }

  private static int[] targets(Split split, Map<String, Integer> targets) {
    return split.branches().stream()
        .mapToInt(branch -> targets.getOrDefault(branch.to(), ValueIndex.NOWHERE))
        .toArray();
  }

  /**
   * Compiles a tree once, at load.
   *
   * @param variables names of everything the tree can see: inputs and other decisions
   * @param reference evaluates what does not compile
   */
  public static CompiledTree compile(
      TreeDefinition tree, Set<String> variables, ReferenceEvaluator reference) {
    return new CompiledTree(tree, variables, reference);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DecisionKind kind() {
    return DecisionKind.DECISION_TREE;
  }

  /** The share of the texts of leaves our compiler took, between 0 and 1. */
  public double compiledShare() {
    return values.compiledShare();
  }

  /**
   * Index of the leaf these facts come to; allocates nothing where the inputs are plain names.
   *
   * @return {@link #NO_LEAF} if no branch takes a value, {@link #UNCLEAR} if a value is of another
   *     kind than its input's, or only the reference engine knows it
   */
  public int leaf(Map<String, ? extends @Nullable Object> facts) {
    int at = root;
    while (at >= 0 && at != UNCLEAR) {
      int input = tested[at];
      String variable = variables[input];
      Object value = variable == null ? computed(input, facts) : facts.get(variable);
      at = value == null ? missing[at] : splits[at].target(value);
    }
    return at == UNCLEAR ? UNCLEAR : at == ValueIndex.NOWHERE ? NO_LEAF : ~at;
  }

  /**
   * Index of the leaf of each row from one to another, found in typed columns.
   *
   * @param leaves where the leaf of row i is put at i - from; {@link #UNCLEAR} for all rows where
   *     an input is more than a plain name
   */
  public void leaves(FactColumns facts, int from, int to, int[] leaves) {
    FactColumn[] columns = new FactColumn[variables.length];
    for (int i = 0; i < columns.length; i++) {
      String variable = variables[i];
      if (variable == null) {
        Arrays.fill(leaves, 0, to - from, UNCLEAR);
        return;
      }
      columns[i] = facts.column(variable);
    }
    for (int row = from; row < to; row++) {
      int at = root;
      while (at >= 0 && at != UNCLEAR) {
        at = columns[tested[at]].target(splits[at], missing[at], row);
      }
      leaves[row - from] = at == UNCLEAR ? UNCLEAR : at == ValueIndex.NOWHERE ? NO_LEAF : ~at;
    }
  }

  @Override
  public void evaluate(
      FactColumns facts,
      int from,
      int to,
      OffsetDateTime asOf,
      boolean traced,
      @Nullable Outcome[] outcomes) {
    int[] found = new int[to - from];
    leaves(facts, from, to, found);
    for (int row = from; row < to; row++) {
      int leaf = found[row - from];
      outcomes[row - from] =
          leaf == UNCLEAR
              ? evaluate(facts.row(row), asOf, traced)
              : at(leaf, facts, row, asOf, traced);
    }
  }

  /**
   * What the tree says at a leaf.
   *
   * @param leaf what {@link #leaves} found for this row, unless it is {@link #UNCLEAR}
   */
  public Outcome at(int leaf, FactColumns facts, int row, OffsetDateTime asOf, boolean traced) {
    boolean fixed = leaf == NO_LEAF || known[leaf] != null;
    return at(leaf, fixed ? Map.of() : facts.row(row), asOf, traced);
  }

  private @Nullable Object computed(int input, Map<String, ? extends @Nullable Object> facts) {
    Expression expression = expressions[input];
    // what is undecided is of no kind, so the split calls it unclear
    return expression == null ? Expression.UNDECIDED : expression.evaluate(facts);
  }

  /** Id of a leaf by its index. */
  public String leafId(int leaf) {
    return leaves[leaf];
  }

  @Override
  public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
    return evaluate(facts.asMap(), asOf, traced);
  }

  /** The same on a plain map, for callers that add the values of other decisions to it. */
  public Outcome evaluate(
      Map<String, @Nullable Object> facts, OffsetDateTime asOf, boolean traced) {
    int leaf = leaf(facts);
    if (leaf == UNCLEAR) {
      return carefully(facts, asOf, traced);
    }
    return at(leaf, facts, asOf, traced);
  }

  /**
   * What the tree says at a leaf.
   *
   * @param leaf what {@link #leaf} returned for these facts, unless it is {@link #UNCLEAR}
   */
  public Outcome at(
      int leaf, Map<String, @Nullable Object> facts, OffsetDateTime asOf, boolean traced) {
    Outcome outcome = leaf == NO_LEAF ? nothing : known[leaf];
    if (outcome != null) {
      return traced ? traced(leaf, outcome) : outcome;
    }
    List<Diagnostic> problems = new ArrayList<>();
    Object value = values.evaluate(leaf, facts, asOf, problems);
    return problems.isEmpty()
        ? new Outcome.Decided(value, traced ? trace(leaf, value) : Trace.EMPTY)
        : new Outcome.Failed(problems, traced ? trace(leaf, null) : Trace.EMPTY);
  }

  private Outcome traced(int leaf, Outcome outcome) {
    int slot = leaf < 0 ? knownTraced.length - 1 : leaf;
    Outcome traced = knownTraced[slot];
    if (traced == null && outcome instanceof Outcome.Decided(Object value, Trace _)) {
      traced = new Outcome.Decided(value, trace(leaf, value));
      knownTraced[slot] = traced;
    }
    return traced == null ? outcome : traced;
  }

  private Trace trace(int leaf, @Nullable Object value) {
    List<String> hits = leaf < 0 ? List.of() : List.of(leaves[leaf]);
    return Trace.of(new TraceStep(id, name, kind(), hits, value, false));
  }

  /** The way with the reference engine for the inputs that need it. */
  private Outcome carefully(
      Map<String, @Nullable Object> facts, OffsetDateTime asOf, boolean traced) {
    int at = root;
    while (at >= 0) {
      int input = tested[at];
      @Nullable Object value = facts.get(inputs[input].text());
      if (variables[input] == null) {
        ReferenceAnswer answer = inputs[input].evaluate(facts, asOf);
        if (answer.failed()) {
          return new Outcome.Failed(answer.problems(), Trace.EMPTY);
        }
        value = answer.value();
      }
      at = value == null ? missing[at] : splits[at].target(value);
      if (at == UNCLEAR) {
        return new Outcome.Failed(List.of(wrongKind(input, value)), Trace.EMPTY);
      }
    }
    return at(at == ValueIndex.NOWHERE ? NO_LEAF : ~at, facts, asOf, traced);
  }

  private Diagnostic wrongKind(int input, @Nullable Object value) {
    return Diagnostic.error(
        "tree.wrong-kind",
        Place.of(id),
        name,
        inputs[input].text(),
        Diagnostic.term("type." + kinds[input]),
        Diagnostic.shortened(String.valueOf(value)));
  }
}
