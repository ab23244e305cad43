package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.ruleset.Condition;
import org.rulewright.ruleset.Rule;
import org.rulewright.ruleset.RuleInput;
import org.rulewright.ruleset.RuleSetDefinition;
import org.rulewright.ruleset.RuleSetMode;
import org.rulewright.xml.UnreadableModelException;

/** A rule set kept in one model is used by others through an import of the standard. */
class RuleSetImportTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");

  private static final RuleSetDefinition SET =
      new RuleSetDefinition(
          "checks",
          "Policy checks",
          RuleSetMode.WORST_SEVERITY,
          RuleSetDefinition.SEVERITIES,
          List.of(RuleInput.of("sales", FactType.NUMBER), RuleInput.of("months", FactType.NUMBER)),
          List.of(
              Rule.of("young", "REFER", "R07", new Condition("months", "< 6")),
              Rule.of(
                  "small",
                  "DECLINE",
                  "R12",
                  new Condition("sales", "< 500000"),
                  new Condition("months", "< 6"))));

  private static final DmnDocument LIBRARY = RuleSetForm.library(SET);

  @ParameterizedTest
  @CsvSource({"400000, 3", "600000, 3", "400000, 6", "499999.99, 5.999", "500000, 6"})
  void twoModelsThatImportOneRuleSetDecideAlike(BigDecimal sales, BigDecimal months)
      throws Exception {
    var shop = importer("shop", "annual sales", "age of firm");
    var farm = importer("farm", "turnover", "months in business");
    var own = DmnModel.compile(LIBRARY);
    var expected = value(own, "Policy_checks_hits", Map.of("sales", sales, "months", months));

    for (var engine : List.of(EngineChoice.COMPILED, EngineChoice.KIE)) {
      assertThat(
              value(
                  DmnModel.compile(List.of(shop, LIBRARY)),
                  "Hits",
                  Map.of("annual sales", sales, "age of firm", months),
                  engine))
          .isEqualTo(expected);
      assertThat(
              value(
                  DmnModel.compile(List.of(farm, LIBRARY)),
                  "Hits",
                  Map.of("turnover", sales, "months in business", months),
                  engine))
          .isEqualTo(expected);
    }
  }

  @Test
  void whereNoRuleHoldsThereIsAnEmptyList() throws Exception {
    var model = DmnModel.compile(List.of(importer("shop", "annual sales", "age of firm"), LIBRARY));
    var facts =
        Map.<String, Object>of(
            "annual sales", new BigDecimal("500000"), "age of firm", new BigDecimal("6"));

    assertThat(value(model, "Hits", facts, EngineChoice.KIE)).isEqualTo("[]");
  }

  @Test
  void aModelThatRequiresTheImportedDecisionGivesItItsFactsByTheNameOfTheImport() throws Exception {
    var model = DmnModel.compile(List.of(direct(), LIBRARY));
    var facts =
        Map.<String, Object>of(
            "lib", Map.of("sales", new BigDecimal("400000"), "months", new BigDecimal("3")));

    assertThat(value(model, "Severity", facts, EngineChoice.COMPILED)).isEqualTo("DECLINE");
  }

  @Test
  void anImportThatIsNotThereFailsTheDecisionAndSaysWhich() throws Exception {
    var model = DmnModel.compile(importer("shop", "annual sales", "age of firm"));

    var outcome =
        model.evaluate(
            "Hits",
            Facts.of(Map.of("annual sales", BigDecimal.ONE, "age of firm", BigDecimal.ONE)),
            AS_OF,
            true);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).problems()).isNotEmpty();
  }

  @Test
  void aLibraryIsReadBackWithItsService() throws Exception {
    var again = DmnDocument.read(LIBRARY.normalised().bytes());

    assertThat(again.ruleSets()).containsExactly(SET);
    assertThat(again.services()).containsExactly("Policy_checks_service");
  }

  @ParameterizedTest
  @EnumSource(RuleSetMode.class)
  void aModelWithAnImportIsSound(RuleSetMode mode) throws Exception {
    var set =
        new RuleSetDefinition(
            SET.id(), SET.name(), mode, SET.severities(), SET.inputs(), SET.rules());
    assertThat(RuleSetForm.library(set).ruleSets()).containsExactly(set);

    var found =
        DmnCheck.check(
            importer("shop", "annual sales", "age of firm"),
            new FactSchema(
                List.of(
                    FactField.optional("annual sales", FactType.NUMBER),
                    FactField.optional("age of firm", FactType.NUMBER))),
            null);

    assertThat(found).extracting(Diagnostic::code).doesNotContain("dmn.unknown-name", "dmn.syntax");
  }

  private static DmnDocument importer(String id, String sales, String months)
      throws UnreadableModelException {
    return read(
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%1$s" name="%1$s"
            namespace="urn:%1$s">
          <import name="lib" namespace="%2$s"
              importType="https://www.omg.org/spec/DMN/20191111/MODEL/"/>
          <inputData id="i1" name="%3$s"><variable name="%3$s" typeRef="number"/></inputData>
          <inputData id="i2" name="%4$s"><variable name="%4$s" typeRef="number"/></inputData>
          <decision id="hits" name="Hits">
            <variable name="Hits"/>
            <informationRequirement><requiredInput href="#i1"/></informationRequirement>
            <informationRequirement><requiredInput href="#i2"/></informationRequirement>
            <knowledgeRequirement>
              <requiredKnowledge href="%2$s#checks_service"/>
            </knowledgeRequirement>
            <literalExpression>
              <text>lib.%5$s(sales: %3$s, months: %4$s)</text>
            </literalExpression>
          </decision>
        </definitions>
        """
            .formatted(id, LIBRARY.namespace(), sales, months, RuleSetForm.serviceName(SET)));
  }

  private static DmnDocument direct() throws UnreadableModelException {
    return read(
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="direct" name="direct"
            namespace="urn:direct">
          <import name="lib" namespace="%1$s"
              importType="https://www.omg.org/spec/DMN/20191111/MODEL/"/>
          <decision id="severity" name="Severity">
            <variable name="Severity" typeRef="string"/>
            <informationRequirement>
              <requiredDecision href="%1$s#checks"/>
            </informationRequirement>
            <literalExpression><text>lib.Policy checks.severity</text></literalExpression>
          </decision>
        </definitions>
        """
            .formatted(LIBRARY.namespace()));
  }

  private static DmnDocument read(String xml) throws UnreadableModelException {
    return DmnDocument.read(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static Object value(DmnModel model, String decision, Map<String, Object> facts) {
    return value(model, decision, facts, EngineChoice.COMPILED);
  }

  private static Object value(
      DmnModel model, String decision, Map<String, Object> facts, EngineChoice engine) {
    var outcome = model.evaluate(decision, Facts.of(facts), AS_OF, true, engine);
    assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Decided.class);
    return String.valueOf(((Outcome.Decided) outcome).value());
  }
}
