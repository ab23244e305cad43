package org.rulewright.simulation;

import java.math.BigDecimal;

/**
 * The profit expected of one offer in its year.
 *
 * <pre>profit = (1 - churn) x amount x ((1 - PD) x rate - PD x LGD - funding cost)</pre>
 *
 * <p>A customer who leaves over the rate brings nothing and costs nothing; one who defaults pays no
 * interest and loses the share LGD; the money is paid for in every case.
 */
public final class ExpectedProfit {
  private ExpectedProfit() {}

  /**
   * Returns the expected profit of the whole offer in CNY.
   *
   * @throws IllegalArgumentException where the policy knows no default probability for the grade
   */
  public static BigDecimal of(Offer offer, BudgetPolicy policy) {
    return offer.amount().multiply(perYuan(offer, policy));
  }

  /** Returns the expected profit of each yuan granted on these terms. */
  static BigDecimal perYuan(Offer offer, BudgetPolicy policy) {
    var defaultProbability = policy.defaultProbabilities().get(offer.grade());
    if (defaultProbability == null) {
      throw new IllegalArgumentException(
          "no default probability is given for grade `" + offer.grade() + "`");
    }
    var stays = BigDecimal.ONE.subtract(policy.churn().at(offer.grade(), offer.rate()));
    var interest = BigDecimal.ONE.subtract(defaultProbability).multiply(offer.rate());
    var loss = defaultProbability.multiply(policy.lossGivenDefault());
    return stays.multiply(interest.subtract(loss).subtract(policy.fundingCost()));
  }
}
