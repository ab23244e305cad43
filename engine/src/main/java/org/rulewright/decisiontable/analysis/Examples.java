package org.rulewright.decisiontable.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** The simplest values of elementary regions. */
final class Examples {

  private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);

  private Examples() {}

  /** A text that is none of these. */
  static String otherThan(List<String> texts) {
    String text = "?";
    while (texts.contains(text)) {
      text += "?";
    }
    return text;
  }

  /** The number of an elementary region: at a point where it is odd, else beside or between. */
  static BigDecimal number(List<BigDecimal> points, int region) {
    int point = region / 2;
    if (region % 2 == 1) {
      return points.get(point);
    }
    if (points.isEmpty()) {
      return BigDecimal.ZERO;
    }
    if (point == 0) {
      return whole(points.getFirst(), RoundingMode.CEILING).subtract(BigDecimal.ONE);
    }
    return point == points.size()
        ? whole(points.getLast(), RoundingMode.FLOOR).add(BigDecimal.ONE)
        : between(points.get(point - 1), points.get(point));
  }

  private static BigDecimal whole(BigDecimal number, RoundingMode mode) {
    return new BigDecimal(number.setScale(0, mode).toBigInteger());
  }

  /** The decimal with the fewest digits after the point that lies strictly between the two. */
  static BigDecimal between(BigDecimal low, BigDecimal high) {
    for (int scale = 0; ; scale++) {
      BigDecimal step = BigDecimal.ONE.movePointLeft(scale);
      BigDecimal next = low.setScale(scale, RoundingMode.FLOOR).add(step);
      if (next.compareTo(high) < 0) {
        return next;
      }
    }
  }

  static LocalDate date(List<LocalDate> points, int region) {
    int point = region / 2;
    if (region % 2 == 1) {
      return points.get(point);
    }
    if (points.isEmpty()) {
      return SOME_DAY;
    }
    return point == 0 ? points.getFirst().minusDays(1) : points.get(point - 1).plusDays(1);
  }
}
