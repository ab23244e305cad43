package org.rulewright.decisiontree;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.value.Range;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;

class TreeCheckTest {

  private static final FactSchema NOTHING_KNOWN = new FactSchema(List.of());
  private static final Set<String> MEANING_CHANGES = Set.of("tree.fix.widen", "tree.fix.missing");

  @Test
  void aBranchThatContradictsItsPathIsDead() {
    var tree =
        tree(
            Split.on(0, "n1", "m1", Branch.to("n2", below(10)), Branch.to("b", atLeast(10))),
            Split.on(0, "n2", null, Branch.to("a", below(20)), Branch.to("dead", atLeast(20))),
            Leaf.of("a", "1"),
            Leaf.of("b", "2"),
            Leaf.of("dead", "3"),
            Leaf.of("m1", "4"));

    var found = TreeCheck.check(tree, NOTHING_KNOWN);

    assertThat(codes(found)).containsExactly("tree.dead-branch");
    assertThat(found.getFirst().diagnostic().place().cell()).isEqualTo("n2");
    assertThat(found.getFirst().fixes().getFirst().better().byId()).doesNotContainKey("dead");
  }

  @Test
  void thresholdsOutOfOrderAreFoundWithAnExample() {
    var tree =
        tree(
            Split.on(
                0,
                "n1",
                "m",
                Branch.to("a", below(20)),
                Branch.to("b", below(30).and(atLeast(10))),
                Branch.to("c", below(10)),
                Branch.to("d", atLeast(30))),
            Leaf.of("a", "1"),
            Leaf.of("b", "2"),
            Leaf.of("c", "3"),
            Leaf.of("d", "4"),
            Leaf.of("m", "5"));

    var found = TreeCheck.check(tree, NOTHING_KNOWN);

    assertThat(codes(found)).containsExactly("tree.overlap", "tree.covered-branch");
    assertThat(found.getFirst().example()).containsEntry("income", new BigDecimal("1E+1"));
    var better = found.getFirst().fixes().getFirst().better();
    assertThat(codes(TreeCheck.check(better, NOTHING_KNOWN)))
        .containsExactly("tree.covered-branch");
  }

  @Test
  void whatTheDictionaryAllowsHasToLeadSomewhere() {
    var tree =
        new TreeDefinition(
            "t",
            "T",
            List.of(TreeInput.of("grade", ValueKind.TEXT)),
            List.of(new TreeOutput("limit", FactType.NUMBER)),
            "n1",
            List.of(
                Split.on(0, "n1", null, Branch.to("a", ValueSet.of(ValueKind.TEXT, "A", "B"))),
                Leaf.of("a", "1")));
    var required =
        new FactSchema(
            List.of(new FactField("grade", FactType.TEXT, true, List.of("A", "B", "C"))));

    var known = TreeCheck.check(tree, required);
    assertThat(codes(known)).containsExactly("tree.missing-category");
    assertThat(known.getFirst().example()).isEqualTo(Map.of("grade", "C"));
    assertThat(known.getFirst().diagnostic().message(Locale.ENGLISH)).contains("\"C\"");
    // a whole split whose leaves say the same is then left
    assertThat(codes(TreeCheck.check(known.getFirst().fixes().getFirst().better(), required)))
        .doesNotContain("tree.missing-category");

    assertThat(codes(TreeCheck.check(tree, NOTHING_KNOWN)))
        .containsExactly("tree.gap", "tree.no-missing");
  }

  @Test
  void leavesThatSayTheSameAreNeedless() {
    var tree =
        tree(
            Split.on(0, "n1", "m", Branch.to("a", below(10)), Branch.to("b", atLeast(10))),
            Leaf.of("a", "1"),
            Leaf.of("b", "1"),
            Leaf.of("m", "1"));

    var found = TreeCheck.check(tree, NOTHING_KNOWN);

    assertThat(codes(found)).containsExactly("tree.needless-split");
    assertThat(found.getFirst().fixes().getFirst().better().nodes())
        .containsExactly(Leaf.of("a", "1"));
  }

  @Test
  void examplesShowWhatIsFoundAndFixesKeepTheMeaning() {
    int fixes = 0;
    for (int seed = 0; seed < 400; seed++) {
      var random = new RandomTree(new SplittableRandom(seed));
      var tree = random.tree();
      for (int step = 0; step < 200; step++) {
        var found = TreeCheck.check(tree, NOTHING_KNOWN);
        for (TreeFinding finding : found) {
          if (Set.of("tree.gap", "tree.no-missing").contains(finding.diagnostic().code())) {
            assertThat(TreePath.walked(tree, finding.example()).leaf())
                .as("seed %d: %s", seed, finding)
                .isNull();
          }
        }
        List<Fix> keeping = new ArrayList<>();
        found.forEach(it -> keeping.addAll(it.fixes()));
        keeping.removeIf(it -> MEANING_CHANGES.contains(it.code()));
        if (keeping.isEmpty()) {
          break;
        }
        fixes++;
        var better = keeping.getFirst().better();
        for (int i = 0; i < 20; i++) {
          var facts = random.facts();
          assertThat(says(better, TreePath.walked(better, facts)))
              .as("seed %d: %s on %s", seed, keeping.getFirst().code(), facts)
              .isEqualTo(says(tree, TreePath.walked(tree, facts)));
        }
        tree = better;
      }
      assertThat(codes(TreeCheck.check(tree, NOTHING_KNOWN)))
          .isSubsetOf("tree.gap", "tree.no-missing", "tree.dead-branch", "tree.covered-branch");
    }
    assertThat(fixes).isGreaterThan(400);
  }

  private static List<String> says(TreeDefinition tree, TreePath path) {
    var leaf = path.leaf();
    if (leaf == null) {
      return List.of();
    }
    var end = (Leaf) Objects.requireNonNull(tree.byId().get(leaf));
    var says = new ArrayList<>(end.outputs());
    says.addAll(end.reasonCodes());
    return says;
  }

  private static List<String> codes(List<TreeFinding> found) {
    return found.stream().map(it -> it.diagnostic().code()).distinct().toList();
  }

  private static TreeDefinition tree(TreeNode... nodes) {
    return new TreeDefinition(
        "t",
        "T",
        List.of(TreeInput.of("income", ValueKind.NUMBER)),
        List.of(new TreeOutput("limit", FactType.NUMBER)),
        "n1",
        List.of(nodes));
  }

  private static ValueSet below(int high) {
    return ValueSet.of(ValueKind.NUMBER, Range.below(BigDecimal.valueOf(high)));
  }

  private static ValueSet atLeast(int low) {
    return ValueSet.of(ValueKind.NUMBER, Range.atLeast(BigDecimal.valueOf(low)));
  }
}
