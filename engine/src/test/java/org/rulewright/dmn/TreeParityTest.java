package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontable.CompiledTable;
import org.rulewright.decisiontree.CompiledTree;
import org.rulewright.decisiontree.RandomTree;
import org.rulewright.decisiontree.TreeDefinition;
import org.rulewright.decisiontree.TreePath;
import org.rulewright.xml.UnreadableModelException;

/** A tree, its table and what the reference engine makes of the table come to the same. */
class TreeParityTest {

  private static final int TREES = Integer.getInteger("rulewright.parity.trees", 120);
  private static final int FACTS = 40;
  private static final OffsetDateTime AS_OF =
      OffsetDateTime.of(2026, 11, 23, 9, 30, 0, 0, ZoneOffset.ofHours(8));

  @Test
  void aTreeIsReadBackAsItWasDrawn() throws UnreadableModelException {
    for (int seed = 0; seed < 1000; seed++) {
      var tree = new RandomTree(new SplittableRandom(seed)).tree();
      var written = TreeForm.model(tree);
      var again = DmnDocument.read(written.normalised().bytes());
      assertThat(again.trees())
          .as("seed %d%n%s", seed, new String(written.bytes(), StandardCharsets.UTF_8))
          .containsExactly(tree);
      assertThat(again.decisions().getFirst().kind()).isEqualTo(DecisionKind.DECISION_TREE);
    }
  }

  @Test
  void treeTableAndReferenceDecideAlike() {
    int withLeaf = 0;
    for (int seed = 0; seed < TREES; seed++) {
      var random = new RandomTree(new SplittableRandom(seed));
      var tree = random.tree();
      var model = DmnModel.compile(TreeForm.model(tree));
      var table = compiledTable(tree);
      var names = Map.<String, org.kie.dmn.feel.lang.Type>of();
      var compiled = CompiledTree.compile(tree, namesOf(tree), new KieReference(names));
      for (int i = 0; i < FACTS; i++) {
        var facts = random.facts();
        withLeaf += compare(tree, model, table, compiled, facts, seed) ? 1 : 0;
      }
    }
    assertThat(withLeaf).as("evaluations that came to a leaf").isGreaterThan(TREES * FACTS / 2);
  }

  private static java.util.Set<String> namesOf(TreeDefinition tree) {
    var names = new java.util.HashSet<String>();
    tree.inputs().forEach(it -> names.add(it.expression()));
    return names;
  }

  private static CompiledTable compiledTable(TreeDefinition tree) {
    return CompiledTable.compile(TreeTables.of(tree), namesOf(tree), new KieReference(Map.of()));
  }

  private static boolean compare(
      TreeDefinition tree,
      DmnModel model,
      CompiledTable table,
      CompiledTree compiled,
      Map<String, @Nullable Object> facts,
      int seed) {
    // an input of a model that is missing is null to it
    var complete = new LinkedHashMap<String, @Nullable Object>();
    tree.inputs().forEach(it -> complete.put(it.expression(), facts.get(it.expression())));
    var ours = model.evaluate("Offer", Facts.of(facts), AS_OF, true);
    var theirs = model.evaluate("Offer", Facts.of(facts), AS_OF, true, EngineChoice.KIE);
    var byTable = table.evaluate(complete, AS_OF, true);
    var byTree = compiled.evaluate(complete, AS_OF, true);
    var about = "seed %d, facts %s, tree %s".formatted(seed, facts, tree);
    assertThat(ours.getClass()).as(about).isEqualTo(theirs.getClass());
    assertThat(hits(ours)).as(about).isEqualTo(hits(theirs)).isEqualTo(hits(byTable));
    if (ours instanceof Outcome.Decided(var value, _)
        && theirs instanceof Outcome.Decided(var other, _)
        && byTable instanceof Outcome.Decided(var third, _)
        && byTree instanceof Outcome.Decided(var fourth, _)) {
      assertThat(Likeness.alike(value, other)).as("%s: %s, %s", about, value, other).isTrue();
      assertThat(Likeness.alike(value, third)).as("%s: %s, %s", about, value, third).isTrue();
      assertThat(Likeness.alike(value, fourth)).as("%s: %s, %s", about, value, fourth).isTrue();
      assertThat(hits(byTree)).as(about).isEqualTo(hits(ours));
      var walked = TreePath.walked(tree, facts);
      assertThat(walked.leaf() == null ? List.of() : List.of(walked.leaf()))
          .as(about)
          .isEqualTo(hits(ours));
      assertThat(TreePath.of(tree, ours.trace().steps().getFirst(), facts)).isEqualTo(walked);
    }
    return !hits(ours).isEmpty();
  }

  private static List<String> hits(Outcome outcome) {
    return outcome.trace().steps().stream().flatMap(step -> step.hits().stream()).toList();
  }
}
