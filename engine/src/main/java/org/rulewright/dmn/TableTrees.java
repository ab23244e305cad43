package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.OutputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.decisiontree.Branch;
import org.rulewright.decisiontree.TreeDefinition;
import org.rulewright.decisiontree.TreeInput;
import org.rulewright.decisiontree.TreeNode;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.decisiontree.TreeOutput;
import org.rulewright.expression.Conditions;
import org.rulewright.value.ValueSet;

/**
 * Draws a table as a tree: column after column is split into the regions in which the same rules
 * are left.
 */
final class TableTrees {

  /** Rules that cross each other multiply; a larger tree nobody could read. */
  private static final int MOST_NODES = 20_000;

  private final TableDefinition table;

  /** By rule, then by column. */
  private final List<List<ValueSet>> sets = new ArrayList<>();

  private final List<TreeInput> inputs = new ArrayList<>();
  private final List<TreeNode> nodes = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private @Nullable Diagnostic problem;

  private TableTrees(TableDefinition table) {
    this.table = table;
  }

  static TreeConversion of(TableDefinition table) {
    var conversion = new TableTrees(table);
    var tree = conversion.tree();
    var problem = conversion.problem;
    if (problem != null) {
      return new TreeConversion.Refused(List.of(problem));
    }
    return tree == null
        ? new TreeConversion.Refused(
            List.of(Diagnostic.error("tree.table-empty", Place.of(table.id()), table.name())))
        : new TreeConversion.Converted(tree);
  }

  private @Nullable TreeDefinition tree() {
    if (table.hitPolicy() != HitPolicy.UNIQUE && table.hitPolicy() != HitPolicy.FIRST) {
      refuse("tree.table-policy", null, table.hitPolicy().name().replace('_', ' '));
      return null;
    }
    readInputs();
    readRules();
    if (problem != null) {
      return null;
    }
    var root = node(IntStream.range(0, sets.size()).boxed().toList(), 0);
    if (root == null || problem != null) {
      return null;
    }
    var outputs = table.outputs().stream().map(it -> new TreeOutput(name(it), it.type())).toList();
    return new TreeDefinition(table.id(), table.name(), inputs, outputs, root, nodes);
  }

  private String name(OutputClause output) {
    var name = output.name();
    return name == null || name.isBlank() ? table.name() : name;
  }

  private void refuse(String code, @Nullable String cell, String... arguments) {
    if (problem == null) {
      List<String> all = new ArrayList<>();
      all.add(table.name());
      all.addAll(List.of(arguments));
      problem =
          Diagnostic.error(
              code,
              cell == null ? Place.of(table.id()) : Place.of(table.id(), cell),
              all.toArray(String[]::new));
    }
  }

  private void readInputs() {
    for (var input : table.inputs()) {
      var kind = TableLikeness.kind(input.type());
      if (kind.isEmpty()) {
        refuse("tree.table-type", input.id(), input.expression());
      } else if (input.allowedValues() != null) {
        refuse("tree.table-allowed", input.id(), input.expression());
      } else if (inputs.stream().anyMatch(it -> it.expression().equals(input.expression()))) {
        refuse("tree.table-twice", input.id(), input.expression());
      } else {
        inputs.add(new TreeInput(input.expression(), kind.get(), input.label()));
      }
    }
    for (var output : table.outputs()) {
      if (output.allowedValues() != null || output.defaultText() != null) {
        refuse("tree.table-default", output.id(), name(output));
      }
    }
  }

  private void readRules() {
    for (int row = 0; row < table.rules().size() && problem == null; row++) {
      TableRule rule = table.rules().get(row);
      List<ValueSet> conditions = new ArrayList<>();
      for (int column = 0; column < inputs.size(); column++) {
        var cell = rule.inputs().get(column);
        var set = Conditions.read(cell.text(), inputs.get(column).kind());
        set.ifPresentOrElse(
            conditions::add,
            () -> refuse("tree.table-cell", cell.id(), Diagnostic.shortened(cell.text())));
      }
      sets.add(conditions);
    }
  }

  /** The node for what is left of the rules from a column on; null where no rule is left. */
  private @Nullable String node(List<Integer> rules, int from) {
    if (rules.isEmpty() || problem != null) {
      return null;
    }
    int column = nextColumn(rules, from);
    if (column == inputs.size()) {
      return leaf(rules);
    }
    if (nodes.size() + ids.size() > 2 * MOST_NODES) {
      refuse("tree.table-too-large", null, String.valueOf(MOST_NODES));
      return null;
    }
    var kind = inputs.get(column).kind();
    var id = free(table.id() + "_n1");
    List<Region> regions = List.of(new Region(ValueSet.present(kind), List.of()));
    List<Integer> whenMissing = new ArrayList<>();
    for (int rule : rules) {
      var set = sets.get(rule).get(column);
      regions = divided(regions, set.withoutNull(), rule);
      if (set.hasNull()) {
        whenMissing.add(rule);
      }
    }
    List<Branch> branches = new ArrayList<>();
    for (var region : regions) {
      var to = node(region.rules(), column + 1);
      if (to != null) {
        branches.add(Branch.to(to, region.values()));
      }
    }
    var missing = node(whenMissing, column + 1);
    if (branches.isEmpty() && missing == null) {
      return null;
    }
    nodes.add(new Split(id, "", null, column, branches, missing));
    return id;
  }

  /** Values for which the same rules are left. */
  private record Region(ValueSet values, List<Integer> rules) {}

  private static List<Region> divided(List<Region> regions, ValueSet set, int rule) {
    List<Region> divided = new ArrayList<>();
    for (var region : regions) {
      var inside = region.values().and(set);
      var outside = region.values().minus(set);
      if (!inside.isEmpty()) {
        var rules = new ArrayList<>(region.rules());
        rules.add(rule);
        add(divided, new Region(inside, rules));
      }
      if (!outside.isEmpty()) {
        add(divided, new Region(outside, region.rules()));
      }
    }
    return divided;
  }

  private static void add(List<Region> regions, Region region) {
    for (int i = 0; i < regions.size(); i++) {
      if (regions.get(i).rules().equals(region.rules())) {
        regions.set(i, new Region(regions.get(i).values().or(region.values()), region.rules()));
        return;
      }
    }
    regions.add(region);
  }

  private int nextColumn(List<Integer> rules, int from) {
    int column = from;
    while (column < inputs.size() && areAllOpen(rules, column)) {
      column++;
    }
    return column;
  }

  private boolean areAllOpen(List<Integer> rules, int column) {
    var everything = ValueSet.everything(inputs.get(column).kind());
    return rules.stream().allMatch(rule -> sets.get(rule).get(column).equals(everything));
  }

  private @Nullable String leaf(List<Integer> rules) {
    if (rules.size() > 1 && table.hitPolicy() == HitPolicy.UNIQUE) {
      refuse(
          "tree.table-overlap",
          null,
          String.valueOf(rules.getFirst() + 1),
          String.valueOf(rules.get(1) + 1));
      return null;
    }
    var rule = table.rules().get(rules.getFirst());
    var id = free(rule.id());
    nodes.add(
        Leaf.of(
            id,
            rule.outputs().stream()
                .map(cell -> cell.text().isBlank() ? "null" : cell.text())
                .toArray(String[]::new)));
    return id;
  }

  private String free(String wanted) {
    var id = wanted;
    for (int i = 2; !ids.add(id); i++) {
      id = wanted + "_" + i;
    }
    return id;
  }
}
