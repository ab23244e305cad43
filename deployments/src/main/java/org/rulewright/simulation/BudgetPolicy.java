package org.rulewright.simulation;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the allocation of a yearly budget is told.
 *
 * @param total the most that may be granted in sum, in CNY
 * @param lossGivenDefault the share of an amount lost when its borrower defaults, 0 to 1
 * @param fundingCost what the lender pays a year for the money, as a fraction
 * @param smallestAmount no loan is granted below this amount, in CNY
 * @param amountStep amounts cut to fit the budget are whole multiples of this, in CNY
 * @param defaultProbabilities yearly probability of default by grade, 0 to 1
 * @param churn customers lost at the offered rate
 */
public record BudgetPolicy(
    BigDecimal total,
    BigDecimal lossGivenDefault,
    BigDecimal fundingCost,
    BigDecimal smallestAmount,
    BigDecimal amountStep,
    Map<String, BigDecimal> defaultProbabilities,
    ChurnCurve churn) {

  /** Default share of an amount lost at default. */
  public static final BigDecimal USUAL_LOSS_GIVEN_DEFAULT = new BigDecimal("0.60");

  /** Default yearly cost of money. */
  public static final BigDecimal USUAL_FUNDING_COST = new BigDecimal("0.03");

  public BudgetPolicy {
    requirePositive("the budget", total);
    requireShare("the loss given default", lossGivenDefault);
    requireShare("the funding cost", fundingCost);
    requirePositive("the smallest amount", smallestAmount);
    requirePositive("the amount step", amountStep);
    defaultProbabilities.forEach(
        (grade, probability) -> requireShare("the default probability of " + grade, probability));
  }

  private static void requirePositive(String what, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(what + " must be above 0, not " + value);
    }
  }

  private static void requireShare(String what, BigDecimal value) {
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(what + " lies between 0 and 1, not " + value);
    }
  }
}
