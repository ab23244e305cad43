package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontable.Distance;
import org.rulewright.decisiontable.TableWhy;

class ExplanationTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T08:00:00Z");

  private final DmnModel model =
      DmnModel.compile(
          DmnSamples.document(
              DmnSamples.input("sales", "number"),
              DmnSamples.input("industry", "string"),
              DmnSamples.input("limit", "number"),
              DmnSamples.table(
                  "grade",
                  "FIRST",
                  List.of("in_sales", "in_industry", "in_limit"),
                  List.of("sales", "industry"),
                  List.of("grade:string"),
                  ">= 500000 | \"steel\", \"farm\" | \"A\"",
                  "[100000..500000) | - | \"B\"",
                  "> limit | \"steel\" | \"C\"",
                  "- | - | \"D\""),
              DmnSamples.table(
                  "verdict",
                  "UNIQUE",
                  List.of("d_grade"),
                  List.of("grade"),
                  List.of("verdict:string"),
                  "\"A\", \"B\" | \"APPROVE\"",
                  "\"C\", \"D\" | \"DECLINE\"")));

  @Test
  void aRuleThatDidNotMatchNamesItsCellsTheValueAndTheDistance() {
    TableWhy grade = table(explain(430_000, "retail"), 0);

    assertThat(grade.rules())
        .extracting(TableWhy.Rule::matched)
        .containsExactly(false, true, false, true);
    assertThat(grade.rules().getFirst().failed())
        .containsExactly(
            new TableWhy.FailedCell(
                "c_grade_0_0",
                0,
                ">= 500000",
                new BigDecimal(430_000),
                false,
                Optional.of(
                    new Distance.OfNumber(new BigDecimal(500_000), true, new BigDecimal(70_000)))),
            new TableWhy.FailedCell(
                "c_grade_0_1",
                1,
                "\"steel\", \"farm\"",
                "retail",
                false,
                Optional.of(new Distance.OfValues(List.of("steel", "farm")))));
  }

  @Test
  void aCellOfTheReferenceEngineIsExplainedToo() {
    TableWhy grade = table(explain(430_000, "steel"), 0);

    TableWhy.Rule beyond = grade.rules().get(2);
    assertThat(beyond.failed()).extracting(TableWhy.FailedCell::text).containsExactly("> limit");
    assertThat(beyond.failed().getFirst().distance()).isEmpty();
  }

  @Test
  void theNearestRulesComeFirst() {
    TableWhy grade = table(explain(430_000, "retail"), 0);

    assertThat(grade.nearest()).extracting(TableWhy.Rule::number).containsExactly(1, 3);
    assertThat(table(explain(90_000, "steel"), 0).nearest())
        .extracting(TableWhy.Rule::number)
        .containsExactly(1, 2, 3);
  }

  @Test
  void aTableSeesTheResultOfTheDecisionBeforeIt() {
    Explanation explanation = explain(430_000, "retail");

    assertThat(table(explanation, 1).inputs())
        .containsExactly(new TableWhy.Input("i_verdict_0", "grade", "B"));
    assertThat(((Outcome.Decided) explanation.outcome()).value()).isEqualTo("APPROVE");
  }

  @Test
  void whatMatchedInTheExplanationIsWhatTheTraceSays() {
    for (int sales = 0; sales < 1_000_000; sales += 50_000) {
      for (String industry : List.of("steel", "farm", "retail")) {
        for (StepWhy step : explain(sales, industry).steps()) {
          var why = ((StepWhy.OfTable) step).why();
          var first = why.rules().stream().filter(TableWhy.Rule::matched).findFirst();
          assertThat(step.step().hits()).containsExactly(first.orElseThrow().id());
        }
      }
    }
  }

  private Explanation explain(long sales, String industry) {
    var facts =
        Facts.of(
            Map.of(
                "sales",
                BigDecimal.valueOf(sales),
                "industry",
                industry,
                "limit",
                new BigDecimal(900_000)));
    return model.explain("verdict", facts, AS_OF);
  }

  private static TableWhy table(Explanation explanation, int step) {
    return ((StepWhy.OfTable) explanation.steps().get(step)).why();
  }
}
