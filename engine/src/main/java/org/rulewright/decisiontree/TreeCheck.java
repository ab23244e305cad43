package org.rulewright.decisiontree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.Place;
import org.rulewright.decision.Severity;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.expression.Conditions;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;

/**
 * Finds what is doubtful about a tree, exactly: by the sets of values that lead to each node.
 *
 * <p>Values the dictionary does not allow are left out, and so is null of a fact that is required.
 */
public final class TreeCheck {

  private final TreeDefinition tree;
  private final FactSchema facts;
  private final TreeSurgery surgery;
  private final Map<String, List<ValueSet>> paths;
  private final List<TreeFinding> found = new ArrayList<>();

  private TreeCheck(TreeDefinition tree, FactSchema facts) {
    this.tree = tree;
    this.facts = facts;
    this.surgery = new TreeSurgery(tree);
    this.paths = TreePaths.of(tree);
  }

  /**
   * Returns everything found, split by split.
   *
   * @param facts what the dictionary says of the facts the tree tests
   */
  public static List<TreeFinding> check(TreeDefinition tree, FactSchema facts) {
    var check = new TreeCheck(tree, facts);
    tree.splits().forEach(check::check);
    return check.found;
  }

  private void check(Split split) {
    List<ValueSet> path = paths.getOrDefault(split.id(), List.of());
    if (TreePaths.isDead(path)) {
      return; // the branch that leads here is dead, and that is said where it begins
    }
    TreeInput input = tree.inputs().get(split.input());
    ValueSet here = path.get(split.input());
    List<ValueSet> taken = TreePaths.taken(split, input.kind());
    int before = found.size();
    branches(split, path, here, taken);
    gap(split, path, here.and(allowed(input)), taken, input);
    missing(split, path, here, input);
    if (found.size() == before) {
      same(split, here, taken);
    }
  }

  private void branches(Split split, List<ValueSet> path, ValueSet here, List<ValueSet> taken) {
    ValueSet earlier = ValueSet.empty(here.kind());
    for (int i = 0; i < split.branches().size(); i++) {
      Branch branch = split.branches().get(i);
      ValueSet both = branch.takes().and(earlier).and(here);
      if (taken.get(i).isEmpty()) {
        add(
            "tree.covered-branch",
            Severity.WARNING,
            split,
            Map.of(),
            without(split, i),
            text(branch));
      } else if (taken.get(i).and(here).isEmpty()) {
        add("tree.dead-branch", Severity.WARNING, split, Map.of(), without(split, i), text(branch));
      } else if (!branch.isOther() && !both.isEmpty()) {
        add(
            "tree.overlap",
            Severity.WARNING,
            split,
            example(path, split.input(), both),
            List.of(new Fix("tree.fix.narrow", surgery.with(split, i, taken.get(i)))),
            text(branch),
            Conditions.write(both));
      }
      earlier = earlier.or(branch.takes());
    }
  }

  private List<Fix> without(Split split, int branch) {
    return surgery.without(split, branch).map(it -> new Fix("tree.fix.remove", it)).stream()
        .toList();
  }

  /** Values nothing takes, for which the tree comes to no leaf. */
  private void gap(
      Split split, List<ValueSet> path, ValueSet possible, List<ValueSet> taken, TreeInput input) {
    ValueSet left = possible.withoutNull();
    for (int i = 0; i < split.branches().size(); i++) {
      left = left.minus(taken.get(i));
    }
    if (left.isEmpty()) {
      return;
    }
    int last = split.branches().size() - 1;
    List<Fix> fixes =
        last < 0
            ? List.of()
            : List.of(
                new Fix(
                    "tree.fix.widen",
                    surgery.with(split, last, split.branches().get(last).takes().or(left))));
    boolean categories =
        input.kind() == ValueKind.TEXT
            && field(input).filter(it -> !it.allowedValues().isEmpty()).isPresent();
    add(
        categories ? "tree.missing-category" : "tree.gap",
        Severity.WARNING,
        split,
        example(path, split.input(), left),
        fixes,
        input.expression(),
        Diagnostic.shortened(Conditions.write(left)));
  }

  private void missing(Split split, List<ValueSet> path, ValueSet here, TreeInput input) {
    if (split.missing() != null || !here.hasNull() || isRequired(input)) {
      return;
    }
    Optional<Leaf> last =
        split.branches().isEmpty()
            ? Optional.empty()
            : surgery.leaf(split.branches().getLast().to());
    add(
        "tree.no-missing",
        Severity.WARNING,
        split,
        example(path, split.input(), ValueSet.missing(here.kind())),
        last.map(it -> new Fix("tree.fix.missing", surgery.withMissing(split, it))).stream()
            .toList(),
        input.expression());
  }

  /** Leaves of a split that say the same: all of them, or two branches. */
  private void same(Split split, ValueSet here, List<ValueSet> taken) {
    List<Optional<Leaf>> leaves = split.next().stream().map(surgery::leaf).toList();
    boolean whole = here.isWithin(taken.stream().reduce(ValueSet.empty(here.kind()), ValueSet::or));
    Optional<Leaf> first = leaves.getFirst();
    if (whole
        && first.isPresent()
        && leaves.stream()
            .allMatch(it -> it.filter(leaf -> leaf.saysTheSameAs(first.get())).isPresent())) {
      add(
          "tree.needless-split",
          Severity.INFO,
          split,
          Map.of(),
          List.of(new Fix("tree.fix.prune", surgery.pruned(split, first.get()))),
          tree.inputs().get(split.input()).expression());
      return;
    }
    for (int i = 0; i < split.branches().size(); i++) {
      for (int j = i + 1; j < split.branches().size(); j++) {
        Optional<Leaf> one = leaves.get(i);
        Optional<Leaf> other = leaves.get(j);
        if (one.isPresent() && other.isPresent() && one.get().saysTheSameAs(other.get())) {
          add(
              "tree.same-leaves",
              Severity.INFO,
              split,
              Map.of(),
              List.of(new Fix("tree.fix.merge", surgery.merged(split, taken, i, j))),
              text(split.branches().get(i)),
              text(split.branches().get(j)));
          return;
        }
      }
    }
  }

  private static String text(Branch branch) {
    return branch.label().isBlank()
        ? Diagnostic.shortened(Conditions.write(branch.takes()))
        : branch.label();
  }

  private Optional<FactField> field(TreeInput input) {
    return facts.fields().stream().filter(it -> it.name().equals(input.expression())).findFirst();
  }

  private boolean isRequired(TreeInput input) {
    return field(input).filter(FactField::required).isPresent();
  }

  private ValueSet allowed(TreeInput input) {
    List<Object> values =
        field(input).map(FactField::allowedValues).orElse(List.of()).stream()
            .filter(value -> input.kind().holds(value))
            .toList();
    return values.isEmpty()
        ? ValueSet.everything(input.kind())
        : ValueSet.of(input.kind(), values).or(ValueSet.missing(input.kind()));
  }

  /** Facts that lead to a split and have one of these values there. */
  private Map<String, @Nullable Object> example(List<ValueSet> path, int input, ValueSet values) {
    Map<String, @Nullable Object> example = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      ValueSet set = i == input ? path.get(i).and(values) : path.get(i);
      boolean matters = i == input || !set.equals(ValueSet.everything(set.kind()));
      if (matters) {
        TreeInput tested = tree.inputs().get(i);
        ValueSet usual = set.and(allowed(tested));
        example.put(tested.expression(), (usual.isEmpty() ? set : usual).example());
      }
    }
    return example;
  }

  private void add(
      String code,
      Severity severity,
      Split split,
      Map<String, @Nullable Object> example,
      List<Fix> fixes,
      String... arguments) {
    List<String> all = new ArrayList<>();
    all.add(split.label().isBlank() ? split.id() : split.label());
    all.addAll(List.of(arguments));
    found.add(
        new TreeFinding(
            new Diagnostic(code, severity, Place.of(tree.id(), split.id()), all), example, fixes));
  }
}
