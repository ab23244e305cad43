package org.rulewright.scorecard;

import java.math.BigDecimal;

/**
 * How points lost are counted.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/Scorecard.html">PMML 4.4.1, Scorecard, Reason Codes</a>
 */
public enum ReasonMethod {
  /** The baseline less the points; more points are better. */
  POINTS_BELOW,
  /** The points less the baseline; fewer points are better. */
  POINTS_ABOVE,
  /** The most points of the characteristic less the points; the baseline does not count. */
  MAX_DIFFERENCE;

  /** What points are compared with. */
  public BigDecimal reference(Characteristic characteristic) {
    return this == MAX_DIFFERENCE ? characteristic.mostPoints() : characteristic.baseline();
  }

  /** The points a characteristic lost; negative where it gained some. */
  public BigDecimal lost(Characteristic characteristic, BigDecimal points) {
    BigDecimal reference = reference(characteristic);
    return this == POINTS_ABOVE ? points.subtract(reference) : reference.subtract(points);
  }
}
