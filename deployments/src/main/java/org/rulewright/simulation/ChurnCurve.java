package org.rulewright.simulation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The share of customers lost at an offered yearly rate, by credit grade.
 *
 * <p>Between two known rates the share is interpolated linearly; below the lowest and above the
 * highest known rate the nearest known share holds. A grade without a curve loses nobody.
 *
 * @param byGrade grade to (rate as a yearly fraction to share lost, 0 to 1)
 */
public record ChurnCurve(Map<String, NavigableMap<BigDecimal, BigDecimal>> byGrade) {

  /** The curve of a bank that knows nothing of its customers' sensitivity: nobody leaves. */
  public static final ChurnCurve NONE = new ChurnCurve(Map.of());

  public ChurnCurve {
    byGrade.values().forEach(curve -> curve.values().forEach(ChurnCurve::requireShare));
  }

  /** Returns the share lost, 0 to 1, when {@code rate} is offered to a customer of this grade. */
  public BigDecimal at(String grade, BigDecimal rate) {
    var curve = byGrade.getOrDefault(grade, new TreeMap<>());
    var below = curve.floorEntry(rate);
    var above = curve.ceilingEntry(rate);
    if (below == null) {
      return above == null ? BigDecimal.ZERO : above.getValue();
    }
    if (above == null || above.getKey().compareTo(below.getKey()) == 0) {
      return below.getValue();
    }
    var position =
        rate.subtract(below.getKey())
            .divide(above.getKey().subtract(below.getKey()), MathContext.DECIMAL64);
    return below.getValue().add(above.getValue().subtract(below.getValue()).multiply(position));
  }

  private static void requireShare(BigDecimal share) {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a churn share lies between 0 and 1, not " + share);
    }
  }
}
