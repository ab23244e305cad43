package org.rulewright.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Turns a sum of log odds into a score people can read.
 *
 * <p>{@code score = offset + factor * sum}, with {@code factor = pointsToDouble / ln 2} and {@code
 * offset = baseScore - factor * ln baseOdds}: at the base odds the score is the base score, and
 * each {@code pointsToDouble} points more double the odds. (N. Siddiqi, Credit Risk Scorecards,
 * Wiley 2006, chapter 6, "Scorecard scaling".)
 *
 * @param pointsToDouble points that double the odds of good to bad; positive, or negative where
 *     lower scores are better
 * @param baseOdds odds of good to bad at the base score, such as 50 for 50:1; positive
 */
public record Scaling(BigDecimal pointsToDouble, BigDecimal baseOdds, BigDecimal baseScore) {

  /** So many decimals are kept of factor and offset, which have no end. */
  private static final int DECIMALS = 12;

  public Scaling {
    pointsToDouble = Bin.checked(pointsToDouble);
    baseOdds = Bin.checked(baseOdds);
    baseScore = Bin.checked(baseScore);
    if (pointsToDouble.signum() == 0 || baseOdds.signum() <= 0) {
      throw new IllegalArgumentException("points to double are not 0, and odds are positive");
    }
  }

  /** Points for each unit of log odds. */
  public BigDecimal factor() {
    // the strict logarithm is the same on every machine
    return rounded(pointsToDouble.doubleValue() / StrictMath.log(2));
  }

  /** The score at odds of one to one. */
  public BigDecimal offset() {
    double logOdds = StrictMath.log(baseOdds.doubleValue());
    return rounded(
        baseScore.doubleValue() - pointsToDouble.doubleValue() / StrictMath.log(2) * logOdds);
  }

  /** The odds of good to bad a score stands for. */
  public double odds(BigDecimal score) {
    return StrictMath.exp((score.doubleValue() - offset().doubleValue()) / factor().doubleValue());
  }

  /**
   * The points of an attribute of a logistic regression on weights of evidence.
   *
   * @param weightOfEvidence natural logarithm of the share of goods over the share of bads
   * @param coefficient of the characteristic, for the log odds of good
   * @param intercept of the regression
   * @param characteristics how many share the intercept and the offset
   */
  public BigDecimal points(
      double weightOfEvidence, double coefficient, double intercept, int characteristics) {
    return rounded(
        (weightOfEvidence * coefficient + intercept / characteristics) * factor().doubleValue()
            + offset().doubleValue() / characteristics);
  }

  private static BigDecimal rounded(double value) {
    return Bin.checked(new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }
}
