package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontable.TableWhy;
import org.rulewright.ruleset.Condition;
import org.rulewright.ruleset.Rule;
import org.rulewright.ruleset.RuleInput;
import org.rulewright.ruleset.RuleSetDefinition;
import org.rulewright.ruleset.RuleSetMode;
import org.rulewright.scorecard.RandomScorecard;
import org.rulewright.scorecard.ScorecardPoints;

/** What drawn kinds say of themselves when somebody asks why. */
class DrawnExplanationTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");

  @Test
  void theLinesOfAScorecardShowTheValueItsBinAndThePointsThatMakeTheSum() {
    int lines = 0;
    int lost = 0;
    for (int seed = 0; seed < 100; seed++) {
      var random = new RandomScorecard(new SplittableRandom(seed));
      var card = random.card();
      var model = DmnModel.compile(ScorecardForm.model(card));
      for (int i = 0; i < 10; i++) {
        var facts = random.facts();
        var explanation = model.explain("SmeScore", Facts.of(facts), AS_OF);
        var why = (StepWhy.OfScorecard) explanation.steps().getFirst();
        var sum = card.initialScore();
        for (ScorecardPoints.Line line : why.points().lines()) {
          var value = facts.get(line.characteristic().input());
          if (line.bin() != null && facts.containsKey(line.characteristic().input())) {
            assertThat(Likeness.alike(line.value(), value)).as("seed %d: %s", seed, line).isTrue();
            assertThat(line.bin().takes().contains(value)).as("seed %d: %s", seed, line).isTrue();
            lines++;
          }
          lost += line.lost().signum() > 0 && !line.reasonCode().isEmpty() ? 1 : 0;
          sum = sum.add(line.points());
        }
        if (why.points().sum() != null && card.scaling() == null && card.decimals() == null) {
          assertThat(Likeness.alike(sum, ((Outcome.Decided) explanation.outcome()).value()))
              .as("seed %d", seed)
              .isTrue();
        }
      }
    }
    assertThat(lines).isGreaterThan(500);
    assertThat(lost).isGreaterThan(100);
  }

  @Test
  void aRuleSetSaysWhichConditionKeptARuleFromHoldingAndByHowMuch() {
    var set =
        new RuleSetDefinition(
            "d_checks",
            "Checks",
            RuleSetMode.ALL_HITS,
            RuleSetDefinition.SEVERITIES,
            List.of(input("sales"), input("months")),
            List.of(
                Rule.of("young", "REFER", "R07", new Condition("months", "< 6")),
                Rule.of(
                    "small",
                    "DECLINE",
                    "R12",
                    new Condition("months", "< 12"),
                    new Condition("sales", "< 500000"))));
    var model = DmnModel.compile(RuleSetForm.model(set));

    var explanation =
        model.explain(
            "Checks",
            Facts.of(Map.of("sales", new BigDecimal(620_000), "months", new BigDecimal(3))),
            AS_OF);

    var why = (StepWhy.OfRuleSet) explanation.steps().getFirst();
    assertThat(why.set()).isEqualTo(set);
    assertThat(why.why().rules()).extracting(TableWhy.Rule::matched).containsExactly(true, false);
    var cell = why.why().nearest().getFirst().failed().getFirst();
    assertThat(cell.text()).isEqualTo("< 500000");
    assertThat(Objects.toString(cell.distance().orElseThrow()))
        .contains("bound=500000", "by=-120000");
  }

  private static RuleInput input(String name) {
    return RuleInput.of(name, FactType.NUMBER);
  }
}
