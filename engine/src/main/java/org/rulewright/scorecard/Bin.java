package org.rulewright.scorecard;

import java.math.BigDecimal;
import org.rulewright.value.ValueSet;

/**
 * A class of values of a characteristic, with what it is worth.
 *
 * @param id unique in the whole model, and fit to be an id of XML
 * @param takes values no bin before it takes; null in it or alone for what is missing
 * @param points what the bin adds to the score
 * @param reasonCode of its own, empty where the characteristic's counts
 */
public record Bin(String id, String label, ValueSet takes, BigDecimal points, String reasonCode) {

  /** Sums of points are exact in the digits FEEL has. */
  static final int MOST_DIGITS = 24;

  public Bin {
    if (takes.isEmpty()) {
      throw new IllegalArgumentException("a bin takes values, or what is missing");
    }
    points = checked(points);
  }

  public static Bin of(String id, ValueSet takes, String points) {
    return new Bin(id, "", takes, new BigDecimal(points), "");
  }

  /** Points in the one form they are kept in. */
  static BigDecimal checked(BigDecimal points) {
    if (points.precision() > MOST_DIGITS || Math.abs(points.scale()) > MOST_DIGITS) {
      throw new IllegalArgumentException("points have at most " + MOST_DIGITS + " digits");
    }
    var plain = points.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
