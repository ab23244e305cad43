package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.analysis.Limits;
import org.rulewright.decisiontable.analysis.TableAnalysis;
import org.rulewright.decisiontree.Branch;
import org.rulewright.decisiontree.TreeDefinition;
import org.rulewright.decisiontree.TreeInput;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.decisiontree.TreeOutput;
import org.rulewright.value.Range;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;

/** What is drawn in a model is checked as what it was drawn as, and what is found can be mended. */
class ModelFindingsTest {

  private static final FactSchema FACTS =
      new FactSchema(List.of(FactField.optional("income", FactType.NUMBER)));

  @Test
  void aTreeIsCheckedAsATreeAndMendedInItsModel() {
    var model = TreeForm.put(DmnSamples.document(DmnSamples.input("income", "number")), tree());

    var found = findings(model);

    assertThat(found).extracting(it -> it.diagnostic().code()).containsExactly("tree.no-missing");
    assertThat(found.getFirst().diagnostic().place().element()).isEqualTo("t");
    assertThat(found.getFirst().diagnostic().place().cell()).isEqualTo("n1");
    assertThat(found.getFirst().example()).containsEntry("income", null);
    var fix = found.getFirst().fixes().getFirst();
    assertThat(fix.words(Locale.ENGLISH)).contains("missing");
    assertThat(findings(fix.apply(model))).isEmpty();
  }

  @Test
  void aRuleTooManyIsTakenOutOfItsTableAndTheRestOfTheFileStays() {
    var model = table("FIRST", rule("r1", "&lt; 10"), rule("r2", "-"), rule("r3", "&gt; 5"));
    var dead =
        findings(model).stream()
            .filter(it -> it.diagnostic().code().equals("check.unreachable"))
            .findFirst()
            .orElseThrow();

    var mended = dead.fixes().getFirst().apply(model);

    assertThat(dead.fixes().getFirst().words(Locale.ENGLISH)).isEqualTo("Remove rule 3");
    assertThat(mended.tables().getFirst().rules())
        .extracting(it -> it.id())
        .containsExactly("r1", "r2");
    assertThat(new String(mended.bytes(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("<description>why</description>");
    assertThat(findings(mended))
        .noneMatch(it -> it.diagnostic().code().equals("check.unreachable"));
  }

  @Test
  void aGapIsClosedByARuleForItsAuthorToFill() {
    var model = table("UNIQUE", rule("r1", "&lt; 10"), rule("r2", "&gt; 10"));
    var gap =
        findings(model).stream()
            .filter(it -> it.diagnostic().code().equals("check.gap"))
            .filter(it -> BigDecimal.TEN.equals(it.example().get("income")))
            .findFirst()
            .orElseThrow();

    var mended = gap.fixes().getFirst().apply(model);

    assertThat(mended.tables().getFirst().rules()).hasSize(3);
    assertThat(findings(mended)).noneMatch(it -> BigDecimal.TEN.equals(it.example().get("income")));
  }

  private static List<ModelFinding> findings(DmnDocument model) {
    return ModelFindings.of(
        model, FACTS, Set.of(), table -> TableAnalysis.of(table, FACTS, Limits.QUICK));
  }

  private static DmnDocument table(String hitPolicy, String... rules) {
    return DmnSamples.document(
        DmnSamples.input("income", "number"),
        """
        <decision id="d" name="d"><variable name="d" typeRef="string"/>
        <informationRequirement><requiredInput href="#in_income"/></informationRequirement>
        <decisionTable hitPolicy="%s"><input id="c"><inputExpression typeRef="number"><text>income</text></inputExpression></input>
        <output id="o" typeRef="string"/>%s</decisionTable></decision>
        """
            .formatted(hitPolicy, String.join("", rules)));
  }

  private static String rule(String id, String cell) {
    return ("<rule id=\"%s\"><description>why</description><inputEntry><text>%s</text></inputEntry>"
            + "<outputEntry><text>\"%s\"</text></outputEntry></rule>")
        .formatted(id, cell, id);
  }

  private static TreeDefinition tree() {
    var threshold = new BigDecimal(1000);
    return new TreeDefinition(
        "t",
        "T",
        List.of(TreeInput.of("income", ValueKind.NUMBER)),
        List.of(new TreeOutput("limit", FactType.NUMBER)),
        "n1",
        List.of(
            Split.on(
                0,
                "n1",
                null,
                Branch.to("a", ValueSet.of(ValueKind.NUMBER, Range.below(threshold))),
                Branch.to("b", ValueSet.of(ValueKind.NUMBER, Range.atLeast(threshold)))),
            Leaf.of("a", "0"),
            Leaf.of("b", "500")));
  }
}
