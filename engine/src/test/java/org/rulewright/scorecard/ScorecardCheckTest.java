package org.rulewright.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.ReferenceExpression;
import org.rulewright.decision.ReferenceTest;
import org.rulewright.value.Range;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;

class ScorecardCheckTest {

  private static final FactSchema NOTHING_KNOWN = new FactSchema(List.of());

  @Test
  void binsThatOverlapOrLeaveGapsAreFoundWithAnExample() {
    var card =
        card(
            ValueKind.NUMBER,
            Bin.of("b1", range(0, 30), "10"),
            Bin.of("b2", range(20, 60), "20"),
            Bin.of("b3", range(40, 60), "5"));

    var found = ScorecardCheck.check(card, NOTHING_KNOWN, Set.of("R1"));

    assertThat(codes(found))
        .containsExactly(
            "scorecard.overlap", "scorecard.covered-bin", "scorecard.gap", "scorecard.no-missing");
    assertThat(found.getFirst().example()).isEqualTo(Map.of("x", new BigDecimal("2E+1")));
    assertThat(found.get(2).example()).isEqualTo(Map.of("x", new BigDecimal("-1")));
    assertThat(found.get(3).example()).containsEntry("x", null);
  }

  @Test
  void theDictionarySaysWhichCategoriesThereAre() {
    var card =
        card(
            ValueKind.TEXT,
            Bin.of("b1", ValueSet.of(ValueKind.TEXT, "A"), "10"),
            Bin.of("b2", ValueSet.of(ValueKind.TEXT, "B"), "20"));
    var schema =
        new FactSchema(List.of(new FactField("x", FactType.TEXT, true, List.of("A", "B", "C"))));

    var found = ScorecardCheck.check(card, schema, Set.of("R1"));

    assertThat(codes(found)).containsExactly("scorecard.missing-category");
    assertThat(found.getFirst().example()).isEqualTo(Map.of("x", "C"));
    assertThat(
            ScorecardCheck.check(
                found.getFirst().fixes().getFirst().better(), schema, Set.of("R1")))
        .isEmpty();
  }

  @Test
  void pointsThatRiseAndFallAndReasonsWithoutTextAreSaid() {
    var card =
        card(
            ValueKind.NUMBER,
            Bin.of("b1", range(30, 60), "20"),
            Bin.of("b2", ValueSet.of(ValueKind.NUMBER, Range.below(BigDecimal.valueOf(30))), "10"),
            Bin.of("b3", ValueSet.everything(ValueKind.NUMBER), "15"));

    assertThat(codes(ScorecardCheck.check(card, NOTHING_KNOWN, Set.of())))
        .containsExactly("scorecard.not-monotone", "scorecard.no-reason-text");
  }

  @Test
  void fixesKeepEveryScoreThereWas() {
    int fixes = 0;
    for (int seed = 0; seed < 300; seed++) {
      var random = new RandomScorecard(new SplittableRandom(seed));
      var card = random.card();
      for (int step = 0; step < 60; step++) {
        List<Fix> all = new ArrayList<>();
        ScorecardCheck.check(card, NOTHING_KNOWN, Set.of()).forEach(it -> all.addAll(it.fixes()));
        if (all.isEmpty()) {
          break;
        }
        fixes++;
        var better = all.getFirst().better();
        for (int i = 0; i < 10; i++) {
          Map<String, @Nullable Object> facts = random.facts();
          var before = score(card, facts);
          if (before != null && card.method() != ReasonMethod.MAX_DIFFERENCE) {
            assertThat(score(better, facts)).as("seed %d, %s", seed, facts).isEqualTo(before);
          }
        }
        card = better;
      }
      assertThat(codes(ScorecardCheck.check(card, NOTHING_KNOWN, Set.of())))
          .isSubsetOf("scorecard.not-monotone", "scorecard.no-reason", "scorecard.no-reason-text");
    }
    assertThat(fixes).isGreaterThan(300);
  }

  @Test
  void atTheBaseOddsTheScoreIsTheBaseScore() {
    var scaling = new Scaling(new BigDecimal("20"), new BigDecimal("50"), new BigDecimal("600"));

    // the figures of Siddiqi's example: factor 28.8539, offset 487.123
    assertThat(scaling.factor().doubleValue()).isCloseTo(28.8539, within(0.0001));
    assertThat(scaling.offset().doubleValue()).isCloseTo(487.123, within(0.001));
    assertThat(scaling.odds(new BigDecimal("600"))).isCloseTo(50, within(1e-6));
    assertThat(scaling.odds(new BigDecimal("620"))).isCloseTo(100, within(1e-6));
  }

  private static @Nullable Object score(Scorecard card, Map<String, @Nullable Object> facts) {
    var names = Set.of("age", "income", "行业", "since", "owner");
    Map<String, @Nullable Object> complete = new HashMap<>(facts);
    names.forEach(it -> complete.putIfAbsent(it, null));
    var outcome =
        CompiledScorecard.compile(card, names, new NoReference())
            .evaluate(complete, OffsetDateTime.MIN, false);
    return outcome instanceof Outcome.Decided(var value, _) && value instanceof BigDecimal score
        ? score.stripTrailingZeros()
        : null;
  }

  /** For cards whose inputs are names: nothing is left to a reference engine. */
  private static final class NoReference implements ReferenceEvaluator {
    @Override
    public ReferenceTest unaryTests(String text, FactType inputType) {
      throw new AssertionError(text);
    }

    @Override
    public ReferenceExpression expression(String text) {
      throw new AssertionError(text);
    }
  }

  private static List<String> codes(List<ScorecardFinding> found) {
    return found.stream().map(it -> it.diagnostic().code()).distinct().toList();
  }

  private static ValueSet range(int low, int high) {
    return ValueSet.of(
        ValueKind.NUMBER, Range.between(BigDecimal.valueOf(low), BigDecimal.valueOf(high)));
  }

  private static Scorecard card(ValueKind kind, Bin... bins) {
    return new Scorecard(
        "card",
        "Card",
        List.of(
            new Characteristic(
                "c1", "part", "x", kind, "", new BigDecimal("20"), "R1", List.of(bins))),
        BigDecimal.ZERO,
        ReasonMethod.POINTS_BELOW,
        2,
        null,
        null);
  }
}
