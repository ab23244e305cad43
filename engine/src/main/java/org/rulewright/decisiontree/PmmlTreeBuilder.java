package org.rulewright.decisiontree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.pmml.PmmlField;
import org.rulewright.pmml.PmmlField.Invalid;
import org.rulewright.pmml.PmmlFile;
import org.rulewright.pmml.PmmlPredicate;
import org.rulewright.pmml.PmmlPredicate.Truth;
import org.rulewright.pmml.PmmlPredicates;
import org.rulewright.pmml.PmmlRefusal;
import org.rulewright.pmml.PmmlSets;
import org.rulewright.value.ValueSet;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/**
 * Turns nodes with conditions into splits on one input.
 *
 * <p>It goes down the nodes as a scorer would, but with sets of values: what is known of each field
 * so far. Where that settles which child comes next it goes there; where not, it splits on the
 * field that matters, and goes on with each part. So conditions on several fields become several
 * splits, and missing values take the way PMML prescribes.
 */
final class PmmlTreeBuilder {

  /** Conditions on several fields can multiply nodes; more than these nobody could read. */
  private static final int MOST_NODES = 50_000;

  private final PmmlFile file;
  private final PmmlPredicates predicates;
  private final PmmlLeaves leaves;
  private final String id;
  private final List<PmmlField> fields;
  private final String whenUnknown;
  private final boolean lastPrediction;
  private final Map<Element, PmmlPredicate> conditions = new HashMap<>();
  private final List<TreeNode> nodes = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  PmmlTreeBuilder(PmmlFile file, String id) {
    this.file = file;
    this.id = id;
    this.predicates = new PmmlPredicates(file);
    this.leaves = new PmmlLeaves(file);
    this.fields = file.fields();
    this.whenUnknown = Xml.attribute(file.model(), "missingValueStrategy");
    this.lastPrediction =
        Xml.attribute(file.model(), "noTrueChildStrategy").equals("returnLastPrediction");
  }

  /** What is known of the fields, by their index. */
  private record Known(List<ValueSet> sets) {
    Known with(int field, ValueSet set) {
      var changed = new ArrayList<>(sets);
      changed.set(field, set);
      return new Known(changed);
    }
  }

  TreeDefinition build(String name) {
    var known = new Known(fields.stream().map(it -> ValueSet.everything(it.kind())).toList());
    var first = Xml.children(file.model(), "Node");
    if (first.isEmpty()) {
      throw PmmlRefusal.of("TreeModel", "pmml.no-nodes");
    }
    var root = choose(null, first, known);
    if (root == null) {
      throw PmmlRefusal.of("TreeModel", "pmml.no-nodes");
    }
    var inputs =
        fields.stream()
            .map(it ->
                new TreeInput(
                    it.feelName(), it.kind(), it.feelName().equals(it.name()) ? "" : it.name()))
            .toList();
    return new TreeDefinition(id, name, inputs, leaves.outputs(), root, nodes);
  }

  private @Nullable String descend(Element node, Known known) {
    var children = Xml.children(node, "Node");
    return children.isEmpty() ? leaf(node) : choose(node, children, known);
  }

  /**
   * The node that stands for the choice among children; null where it comes to no prediction.
   *
   * @param node whose children they are, null for the root itself
   */
  private @Nullable String choose(@Nullable Element node, List<Element> children, Known known) {
    Function<PmmlField, ValueSet> sets = field -> known.sets().get(fields.indexOf(field));
    for (int i = 0; i < children.size(); i++) {
      var child = children.get(i);
      Optional<Truth> truth = condition(child).truth(sets);
      if (truth.isEmpty()) {
        return split(node, children.subList(i, children.size()), known);
      }
      switch (truth.get()) {
        case TRUE -> {
          return descend(child, known);
        }
        case FALSE -> {
          continue;
        }
        case UNKNOWN -> {
          if (!whenUnknown.isEmpty() && !whenUnknown.equals("none")) {
            return unknown(node, known);
          }
        }
      }
    }
    return lastPrediction && node != null ? leaf(node) : null;
  }

  /** The way a value that is missing takes, where that keeps a condition from being known. */
  private @Nullable String unknown(@Nullable Element node, Known known) {
    return switch (whenUnknown) {
      case "lastPrediction" -> node == null ? null : leaf(node);
      case "defaultChild" -> {
        var wanted = node == null ? "" : Xml.attribute(node, "defaultChild");
        var child =
            node == null
                ? Optional.<Element>empty()
                : Xml.children(node, "Node").stream()
                    .filter(it -> !wanted.isEmpty() && Xml.attribute(it, "id").equals(wanted))
                    .findFirst();
        yield descend(
            child.orElseThrow(() -> PmmlRefusal.of("Node", "pmml.no-default-child", wanted)),
            known);
      }
      default -> null;
    };
  }

  private PmmlPredicate condition(Element node) {
    return conditions.computeIfAbsent(node, predicates::in);
  }

  /** Splits on the first field that keeps the first condition from being known. */
  private @Nullable String split(@Nullable Element node, List<Element> children, Known known) {
    Function<PmmlField, ValueSet> sets = field -> known.sets().get(fields.indexOf(field));
    var part =
        condition(children.getFirst()).parts().stream()
            .filter(it -> it.truth(sets).isEmpty())
            .findFirst()
            .orElseThrow();
    int field = fields.indexOf(part.field());
    var set = known.sets().get(field);
    var valid = part.field().invalid() == Invalid.AS_IS ? null : part.field().valid();
    var place = reserve("n");
    List<Branch> branches = new ArrayList<>();
    @Nullable String missing = set.hasNull() ? choose(node, children, missing(known, field)) : null;
    var left = set.withoutNull();
    if (valid != null) {
      var outside = left.minus(valid);
      left = left.and(valid);
      if (!outside.isEmpty() && part.field().invalid() == Invalid.AS_MISSING) {
        add(branches, outside, choose(node, children, missing(known, field)));
      }
    }
    boolean oneField =
        children.stream().allMatch(it -> Set.of(part.field()).containsAll(condition(it).fields()));
    List<ValueSet> parts =
        oneField
            ? children.stream()
                .map(it -> PmmlSets.trueFor(condition(it), part.field()).withoutNull())
                .toList()
            : List.of(part.takes().withoutNull(), part.takes().not().withoutNull());
    for (var wanted : parts) {
      var taken = left.and(wanted);
      if (!taken.isEmpty()) {
        var to = choose(node, children, known.with(field, taken));
        boolean all = set.hasNull() && set.hasAllValues() && left.and(wanted).equals(wanted);
        add(branches, all ? wanted : taken, to);
        left = left.minus(wanted);
      }
    }
    if (!left.isEmpty()) {
      add(branches, left, choose(node, children, known.with(field, left)));
    }
    return put(place, field, branches, missing);
  }

  private Known missing(Known known, int field) {
    var replacement = fields.get(field).replacement();
    var kind = fields.get(field).kind();
    return known.with(
        field, replacement == null ? ValueSet.missing(kind) : ValueSet.of(kind, replacement));
  }

  /** A branch that leads nowhere is none. */
  private static void add(List<Branch> branches, ValueSet takes, @Nullable String to) {
    if (to != null) {
      branches.add(Branch.to(to, takes));
    }
  }

  private String reserve(String wanted) {
    if (nodes.size() >= MOST_NODES) {
      throw PmmlRefusal.of("TreeModel", "pmml.too-many-nodes", String.valueOf(MOST_NODES));
    }
    var base = id + "_" + wanted.replaceAll("[^\\p{L}\\p{N}_.-]", "_");
    var free = base;
    for (int i = 2; !ids.add(free); i++) {
      free = base + "_" + i;
    }
    return free;
  }

  private @Nullable String put(
      String place, int field, List<Branch> branches, @Nullable String missing) {
    if (branches.isEmpty() && missing == null) {
      return null;
    }
    nodes.add(new Split(place, "", null, field, branches, missing));
    return place;
  }

  private String leaf(Element node) {
    if (nodes.size() >= MOST_NODES) {
      throw PmmlRefusal.of("TreeModel", "pmml.too-many-nodes", String.valueOf(MOST_NODES));
    }
    var leafId = reserve("leaf_" + Xml.attribute(node, "id"));
    nodes.add(leaves.leaf(leafId, node));
    return leafId;
  }
}
