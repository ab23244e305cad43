package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontree.Branch;
import org.rulewright.decisiontree.CompiledTree;
import org.rulewright.decisiontree.RandomTree;
import org.rulewright.decisiontree.TreeDefinition;
import org.rulewright.decisiontree.TreeInput;
import org.rulewright.decisiontree.TreeNode;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.decisiontree.TreeOutput;
import org.rulewright.decisiontree.TreePath;
import org.rulewright.value.Range;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;
import org.rulewright.xml.UnreadableModelException;

class TreeFormTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");

  @Test
  void whatALeafSaysMayBeChangedInTheTable() throws UnreadableModelException {
    var text = text(TreeForm.model(small()));

    var model = read(text.replace("<text>500</text>", "<text>700</text>"));

    assertThat(model.trees().getFirst().leaves().map(Leaf::outputs).toList())
        .containsExactly(List.of("0"), List.of("700"), List.of("-1"));
  }

  @Test
  void aConditionChangedInTheTableCountsAndIsSaid() throws UnreadableModelException {
    var model = read(text(TreeForm.model(small())).replace("&lt; 1000", "&lt; 2000"));

    assertThat(model.trees()).isEmpty();
    assertThat(model.decisions().getFirst().kind()).isEqualTo(DecisionKind.DECISION_TABLE);
    assertThat(
            DmnCheck.check(model, new FactSchema(List.of()), null).stream()
                .filter(it -> it.code().equals("tree.table-changed"))
                .map(it -> it.message(Locale.ENGLISH)))
        .singleElement()
        .asString()
        .contains("the table decides");
  }

  @Test
  void spacesAndOtherWaysToWriteTheSameConditionAreNoChange() throws UnreadableModelException {
    var model =
        read(text(TreeForm.model(small())).replace("&gt;= 1000", " not(&lt;1000.0, null) "));

    assertThat(model.trees()).containsExactly(small());
  }

  @Test
  void aTreeIsPutIntoAModelBesideWhatIsThere() {
    var there =
        DmnSamples.document(
            DmnSamples.input("income", "number"),
            DmnSamples.literal("doubled", "number", "income * 2", "in_income"));

    var model = TreeForm.put(there, small());

    assertThat(model.inputs()).hasSize(1);
    assertThat(model.decisions()).extracting(DmnDecision::name).containsExactly("doubled", "Limit");
    assertThat(model.decisions().getLast().requiredInputs()).containsExactly("in_income");
    var again = TreeForm.put(model, small());
    assertThat(again.decisions()).hasSize(2);
    assertThat(again.trees()).containsExactly(small());
    assertThat(TreeForm.asTable(again, small()).trees()).isEmpty();
    assertThat(TreeForm.asTable(again, small()).tables()).hasSize(1);
  }

  @Test
  void aTableBecomesATreeThatDecidesAlike() {
    int converted = 0;
    for (int seed = 0; seed < 300; seed++) {
      var random = new RandomTree(new SplittableRandom(seed));
      var tree = random.tree();
      var table = TreeTables.of(tree);
      if (tree.hasReasonCodes() || table.rules().isEmpty()) {
        continue;
      }
      if (TreeForm.fromTable(table) instanceof TreeConversion.Converted(var other)) {
        converted++;
        for (int i = 0; i < 40; i++) {
          var facts = random.facts();
          assertThat(says(other, TreePath.walked(other, facts)))
              .as("seed %d, %s", seed, facts)
              .isEqualTo(says(tree, TreePath.walked(tree, facts)));
        }
      }
    }
    assertThat(converted).isGreaterThan(60);
  }

  @Test
  void theFirstRuleOfATableIsTheLeaf() {
    var table =
        DmnSamples.document(
                DmnSamples.input("n", "number"),
                typed(
                    DmnSamples.table(
                        "T",
                        "FIRST",
                        List.of("in_n"),
                        List.of("n"),
                        List.of("v:string"),
                        "< 10 | \"low\"",
                        "< 20 | \"middle\"",
                        "- | \"high\"")))
            .tables()
            .getFirst();

    var tree = ((TreeConversion.Converted) TreeForm.fromTable(table)).tree();

    assertThat(List.of(5, 15, 25).stream().map(n -> leafOf(tree, Map.of("n", n))).toList())
        .containsExactly(List.of("\"low\""), List.of("\"middle\""), List.of("\"high\""));
    assertThat(says(tree, TreePath.walked(tree, Map.of()))).containsExactly("\"high\"");
    assertThat(refusal(with(table, HitPolicy.UNIQUE))).contains("rules 1 and 2");
    assertThat(refusal(with(table, HitPolicy.COLLECT))).contains("COLLECT");
  }

  private static String typed(String table) {
    return table.replace("<inputExpression>", "<inputExpression typeRef=\"number\">");
  }

  private static List<String> leafOf(TreeDefinition tree, Map<String, Integer> facts) {
    return says(
        tree, TreePath.walked(tree, Map.of("n", BigDecimal.valueOf(facts.getOrDefault("n", 0)))));
  }

  private static TableDefinition with(TableDefinition table, HitPolicy policy) {
    return new TableDefinition(
        table.id(), table.name(), policy, null, table.inputs(), table.outputs(), table.rules());
  }

  private static String refusal(TableDefinition table) {
    return TreeForm.fromTable(table) instanceof TreeConversion.Refused(var problems)
        ? problems.getFirst().message(Locale.ENGLISH)
        : "converted";
  }

  @Test
  void aTreeOfThousandsOfNodesOneBelowTheOtherIsNoTrouble() {
    List<TreeNode> nodes = new ArrayList<>();
    int depth = 3000;
    for (int i = 0; i < depth; i++) {
      nodes.add(
          Split.on(
              0,
              "n" + i,
              null,
              Branch.to("leaf" + i, ValueSet.of(ValueKind.NUMBER, BigDecimal.valueOf(i))),
              Branch.to(
                  i + 1 < depth ? "n" + (i + 1) : "last", ValueSet.present(ValueKind.NUMBER))));
      nodes.add(Leaf.of("leaf" + i, String.valueOf(i % 10)));
    }
    nodes.add(Leaf.of("last", "-1"));
    var tree =
        new TreeDefinition(
            "deep",
            "Deep",
            List.of(TreeInput.of("income", ValueKind.NUMBER)),
            List.of(new TreeOutput("limit", FactType.NUMBER)),
            "n0",
            nodes);

    var compiled = CompiledTree.compile(tree, Set.of("income"), new KieReference(Map.of()));

    assertThat(compiled.leafId(compiled.leaf(Map.of("income", 2999L)))).isEqualTo("leaf2999");
    assertThat(compiled.leafId(compiled.leaf(Map.of("income", 5000L)))).isEqualTo("last");
    assertThat(compiled.leaf(Map.of())).isEqualTo(CompiledTree.NO_LEAF);
    assertThat(TreePath.walked(tree, Map.of("income", BigDecimal.ZERO)).passed()).hasSize(1);
  }

  @Test
  void aDecisionOnATreeIsTracedWithItsLeaf() {
    var model = DmnModel.compile(TreeForm.model(small()));

    var outcome =
        model.evaluate("Limit", Facts.of(Map.of("income", new BigDecimal("1000"))), AS_OF, true);

    assertThat(outcome).isInstanceOf(Outcome.Decided.class);
    var step = outcome.trace().steps().getFirst();
    assertThat(step.kind()).isEqualTo(DecisionKind.DECISION_TREE);
    assertThat(step.hits()).containsExactly("much");
    var path = TreePath.of(small(), step, Map.of("income", new BigDecimal("1000")));
    assertThat(path.passed()).hasSize(1);
    assertThat(path.passed().getFirst().value()).isEqualTo(new BigDecimal("1000"));
    assertThat(path.passed().getFirst().to()).isEqualTo("much");
  }

  private static TreeDefinition small() {
    var threshold = new BigDecimal("1000");
    return new TreeDefinition(
        "limit",
        "Limit",
        List.of(TreeInput.of("income", ValueKind.NUMBER)),
        List.of(new TreeOutput("limit", FactType.NUMBER)),
        "root",
        List.of(
            Split.on(
                0,
                "root",
                "unknown",
                Branch.to("little", ValueSet.of(ValueKind.NUMBER, Range.below(threshold))),
                Branch.to("much", ValueSet.of(ValueKind.NUMBER, Range.atLeast(threshold)))),
            Leaf.of("little", "0"),
            Leaf.of("much", "500"),
            Leaf.of("unknown", "-1")));
  }

  private static List<String> says(TreeDefinition tree, TreePath path) {
    var leaf = path.leaf();
    return leaf == null
        ? List.of()
        : ((Leaf) Objects.requireNonNull(tree.byId().get(leaf))).outputs();
  }

  private static String text(DmnDocument model) {
    return new String(model.bytes(), StandardCharsets.UTF_8);
  }

  private static DmnDocument read(String text) throws UnreadableModelException {
    return DmnDocument.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
