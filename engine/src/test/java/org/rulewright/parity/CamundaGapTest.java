package org.rulewright.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Trace;
import org.rulewright.dmn.EngineChoice;

/** Shows each known gap of Camunda: where it is closed one day, its name must go. */
class CamundaGapTest {

  @Test
  void anErrorIsNullToCamunda() {
    var subject = literal("number(n, \",\", \",\")", FactType.TEXT);

    assertThat(evaluate(subject, EngineChoice.KIE, "1")).isInstanceOf(Outcome.Failed.class);
    assertThat(evaluate(subject, EngineChoice.CAMUNDA, "1")).isInstanceOf(Outcome.Decided.class);
    assertExplained(subject, "1", CamundaGap.ERROR_IS_NULL);
  }

  @Test
  void camundaAddsInDoubles() {
    var subject = table("SUM", "n", "-", "n", "-", "0.2");

    assertThat(value(subject, EngineChoice.KIE, new BigDecimal("0.1")))
        .isEqualTo(new BigDecimal("0.3"));
    assertThat(value(subject, EngineChoice.CAMUNDA, new BigDecimal("0.1")))
        .isEqualTo(new BigDecimal("0.30000000000000004"));
    assertExplained(subject, new BigDecimal("0.1"), CamundaGap.DOUBLES);
  }

  @Test
  void aNegatedComparisonWithNullDoesNotHoldToCamunda() {
    var subject = table(null, "n", "not(< 5)", "1", "7", "2");

    assertThat(value(subject, EngineChoice.KIE, null)).isEqualTo(List.of(BigDecimal.ONE));
    assertThat(value(subject, EngineChoice.CAMUNDA, null)).isEqualTo(List.of());
    assertExplained(subject, null, CamundaGap.NULL_IN_NEGATION);
  }

  @Test
  void camundaDoesNotReadEveryCellOfDmn() {
    var subject = table(null, "n", "!= 5", "1", "7", "2");

    assertThat(value(subject, EngineChoice.KIE, BigDecimal.ONE)).isEqualTo(List.of(BigDecimal.ONE));
    assertThat(evaluate(subject, EngineChoice.CAMUNDA, BigDecimal.ONE))
        .isInstanceOf(Outcome.Failed.class);
    assertExplained(subject, BigDecimal.ONE, CamundaGap.SYNTAX);
  }

  @Test
  void aDifferenceNobodyHasExplainedStaysUnexplained() {
    var subject = table(null, "n", "> 5", "1", "7", "2");

    assertThat(
            new CamundaGaps(subject.model(), subject.entry())
                .explain(
                    facts(null),
                    new Outcome.Decided(BigDecimal.ONE, Trace.EMPTY),
                    new Outcome.Decided(null, Trace.EMPTY)))
        .isEmpty();
  }

  private static void assertExplained(
      Subject.OfDecision subject, @Nullable Object n, CamundaGap gap) {
    var facts = facts(n);
    assertThat(
            new CamundaGaps(subject.model(), subject.entry())
                .explain(
                    facts,
                    evaluate(subject, EngineChoice.KIE, n),
                    evaluate(subject, EngineChoice.CAMUNDA, n)))
        .contains(gap);
  }

  private static @Nullable Object value(
      Subject.OfDecision subject, EngineChoice engine, @Nullable Object n) {
    var outcome = evaluate(subject, engine, n);
    assertThat(outcome).isInstanceOf(Outcome.Decided.class);
    return ((Outcome.Decided) outcome).value();
  }

  private static Outcome evaluate(
      Subject.OfDecision subject, EngineChoice engine, @Nullable Object n) {
    return subject.model().evaluate(subject.entry(), facts(n), subject.asOf(), false, engine);
  }

  private static Facts facts(@Nullable Object n) {
    Map<String, @Nullable Object> map = Collections.singletonMap("n", n);
    return Facts.of(map);
  }

  private static Subject.OfDecision literal(String feel, FactType type) {
    return ParityTest.subject(
        """
        <inputData id="i" name="n"><variable name="n"/></inputData>
        <decision id="d" name="d"><variable name="d"/>
        <informationRequirement><requiredInput href="#i"/></informationRequirement>
        <literalExpression><text>%s</text></literalExpression></decision>
        """
            .formatted(feel.replace("<", "&lt;")),
        "d",
        FactField.optional("n", type));
  }

  private static Subject.OfDecision table(
      @Nullable String aggregation, String column, String... cellsAndOutputs) {
    var rules = new StringBuilder();
    for (int i = 0; i < cellsAndOutputs.length; i += 2) {
      rules.append(
          "<rule id=\"r%d\"><inputEntry><text>%s</text></inputEntry><outputEntry><text>%s</text></outputEntry></rule>"
              .formatted(i, cellsAndOutputs[i].replace("<", "&lt;"), cellsAndOutputs[i + 1]));
    }
    return ParityTest.subject(
        """
        <inputData id="i" name="n"><variable name="n"/></inputData>
        <decision id="d" name="d"><variable name="d"/>
        <informationRequirement><requiredInput href="#i"/></informationRequirement>
        <decisionTable hitPolicy="COLLECT" %s>
        <input><inputExpression><text>%s</text></inputExpression></input><output name="d"/>%s
        </decisionTable></decision>
        """
            .formatted(
                aggregation == null ? "" : "aggregation=\"" + aggregation + "\"", column, rules),
        "d",
        FactField.optional("n", FactType.NUMBER));
  }
}
