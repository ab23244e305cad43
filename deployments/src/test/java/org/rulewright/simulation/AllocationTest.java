package org.rulewright.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AllocationTest {
  private static final Map<String, BigDecimal> DEFAULTS =
      Map.of("A", dec("0.01"), "B", dec("0.03"), "D", dec("0.9"));

  @Test
  void expectedProfitIsTheFormulaByHand() {
    // (1 - 0.2) x 100,000 x ((1 - 0.03) x 0.08 - 0.03 x 0.6 - 0.03) = 80,000 x 0.0296
    var churn = new ChurnCurve(Map.of("B", new TreeMap<>(Map.of(dec("0.08"), dec("0.2")))));

    assertThat(ExpectedProfit.of(offer("b", "B", 100_000, "0.08"), policy(1_000_000, churn)))
        .isEqualByComparingTo("2368");
  }

  @Test
  void churnIsInterpolatedBetweenRatesAndHeldBeyondThem() {
    var churn =
        new ChurnCurve(
            Map.of("A", new TreeMap<>(Map.of(dec("0.04"), dec("0"), dec("0.05"), dec("0.2")))));

    assertThat(churn.at("A", dec("0.0425"))).isEqualByComparingTo("0.05");
    assertThat(churn.at("A", dec("0.03"))).isEqualByComparingTo("0");
    assertThat(churn.at("A", dec("0.15"))).isEqualByComparingTo("0.2");
    assertThat(churn.at("C", dec("0.15"))).isEqualByComparingTo("0");
  }

  @Test
  void theBestYuanComesFirstAndTheLastOfferIsCutToWholeSteps() {
    var offers =
        List.of(
            offer("dear", "A", 600_000, "0.08"),
            offer("cheap", "A", 600_000, "0.05"),
            offer("loss", "D", 600_000, "0.15"));

    var allocated = Allocation.of(offers, policy(1_105_000, ChurnCurve.NONE));

    assertThat(allocated)
        .extracting(
            it -> it.offer().subject(), Allocated::allotment, it -> it.granted().longValue())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("dear", Allotment.FULL, 600_000L),
            org.assertj.core.groups.Tuple.tuple("cheap", Allotment.PARTIAL, 500_000L),
            org.assertj.core.groups.Tuple.tuple("loss", Allotment.UNPROFITABLE, 0L));
  }

  @Test
  void whatIsLeftBelowTheSmallestAmountIsNotGranted() {
    var offers = List.of(offer("a", "A", 600_000, "0.08"), offer("b", "A", 600_000, "0.07"));

    assertThat(Allocation.of(offers, policy(690_000, ChurnCurve.NONE)))
        .extracting(Allocated::allotment)
        .containsExactly(Allotment.FULL, Allotment.BUDGET_EXHAUSTED);
  }

  @Test
  void theBudgetHoldsAndNoOtherWholeChoiceEarnsMoreThanTheCutOfferLeaves() {
    for (long seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var offers = new ArrayList<Offer>();
      for (int i = 0; i < 10; i++) {
        var grade = List.of("A", "B", "D").get(random.nextInt(3));
        var rate = dec("0.04").add(BigDecimal.valueOf(random.nextInt(110), 3));
        offers.add(offer("e" + i, grade, 100_000 + 10_000L * random.nextInt(90), rate.toString()));
      }
      var policy = policy(1_500_000 + 1_000L * random.nextInt(1_000), ChurnCurve.NONE);

      var allocated = Allocation.of(offers, policy);

      var granted =
          allocated.stream().map(Allocated::granted).reduce(BigDecimal.ZERO, BigDecimal::add);
      var profit =
          allocated.stream()
              .map(Allocated::expectedProfit)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      var largest =
          offers.stream()
              .map(it -> ExpectedProfit.of(it, policy))
              .reduce(BigDecimal.ZERO, BigDecimal::max);
      assertThat(granted).as("seed %d", seed).isLessThanOrEqualTo(policy.total());
      assertThat(profit.add(largest))
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(bestByExhaustion(offers, policy));
    }
  }

  @Test
  void aGradeWithoutDefaultProbabilityIsNamed() {
    assertThatThrownBy(() ->
            Allocation.of(
                List.of(offer("x", "E", 100_000, "0.1")), policy(1_000_000, ChurnCurve.NONE)))
        .hasMessageContaining("`E`");
  }

  private static BigDecimal bestByExhaustion(List<Offer> offers, BudgetPolicy policy) {
    var best = BigDecimal.ZERO;
    for (int choice = 0; choice < 1 << offers.size(); choice++) {
      var amount = BigDecimal.ZERO;
      var profit = BigDecimal.ZERO;
      for (int i = 0; i < offers.size(); i++) {
        if ((choice >> i & 1) == 1) {
          amount = amount.add(offers.get(i).amount());
          profit = profit.add(ExpectedProfit.of(offers.get(i), policy));
        }
      }
      if (amount.compareTo(policy.total()) <= 0) {
        best = best.max(profit);
      }
    }
    return best;
  }

  private static Offer offer(String subject, String grade, long amount, String rate) {
    return new Offer(subject, grade, BigDecimal.valueOf(amount), dec(rate));
  }

  private static BudgetPolicy policy(long total, ChurnCurve churn) {
    return new BudgetPolicy(
        BigDecimal.valueOf(total),
        BudgetPolicy.USUAL_LOSS_GIVEN_DEFAULT,
        BudgetPolicy.USUAL_FUNDING_COST,
        BigDecimal.valueOf(100_000),
        BigDecimal.valueOf(10_000),
        DEFAULTS,
        churn);
  }

  private static BigDecimal dec(String value) {
    return new BigDecimal(value);
  }
}
