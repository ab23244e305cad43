package org.rulewright.simulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Allocates a budget to offers by the profit expected of each yuan, best first.
 *
 * <p>This is the greedy solution of the fractional knapsack problem (Dantzig 1957), which is
 * optimal up to the one offer that is cut: what it leaves of the best possible profit is less than
 * the profit of that offer. Offers alike in profit are taken in the order of their subjects, so
 * that the same run allocates alike.
 */
public final class Allocation {
  private final BudgetPolicy policy;
  private BigDecimal left;

  private Allocation(BudgetPolicy policy) {
    this.policy = policy;
    this.left = policy.total();
  }

  /** Returns one entry for each offer, in the order in which the budget was given away. */
  public static List<Allocated> of(List<Offer> offers, BudgetPolicy policy) {
    var allocation = new Allocation(policy);
    var allocated = new ArrayList<Allocated>(offers.size());
    offers.stream()
        .map(offer -> new Ranked(offer, ExpectedProfit.perYuan(offer, policy)))
        .sorted(Ranked.BEST_FIRST)
        .forEach(ranked -> allocated.add(allocation.next(ranked)));
    return allocated;
  }

  private Allocated next(Ranked ranked) {
    if (ranked.profitPerYuan().signum() <= 0) {
      return nothing(ranked, Allotment.UNPROFITABLE);
    }
    var wanted = ranked.offer().amount();
    if (wanted.compareTo(left) <= 0) {
      return grant(ranked, Allotment.FULL, wanted);
    }
    var part = left.subtract(left.remainder(policy.amountStep()));
    return part.compareTo(policy.smallestAmount()) < 0
        ? nothing(ranked, Allotment.BUDGET_EXHAUSTED)
        : grant(ranked, Allotment.PARTIAL, part);
  }

  private Allocated grant(Ranked ranked, Allotment allotment, BigDecimal amount) {
    left = left.subtract(amount);
    return new Allocated(
        ranked.offer(), allotment, amount, amount.multiply(ranked.profitPerYuan()));
  }

  private static Allocated nothing(Ranked ranked, Allotment allotment) {
    return new Allocated(ranked.offer(), allotment, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  private record Ranked(Offer offer, BigDecimal profitPerYuan) {
    static final Comparator<Ranked> BEST_FIRST =
        Comparator.comparing(Ranked::profitPerYuan)
            .reversed()
            .thenComparing(ranked -> ranked.offer().subject());
  }
}
