package org.rulewright.bench;

import java.math.BigDecimal;
import java.math.MathContext;

/** One figure with its target, printed as one line. */
record Goal(String name, boolean atLeast, double target) {

  static Goal atLeast(String name, double target) {
    return new Goal(name, true, target);
  }

  static Goal atMost(String name, double target) {
    return new Goal(name, false, target);
  }

  void measured(double figure) {
    boolean met = atLeast ? figure >= target : figure <= target;
    print(text(figure), met);
  }

  /** The figure could not be measured; the reason, in one word, takes its place. */
  void missed(String reason) {
    print(reason.strip().replaceAll("\\s+", "-"), false);
  }

  private void print(String figure, boolean met) {
    System.out.printf(
        "GOAL %s measured %s target %s%s %s%n",
        name, figure, atLeast ? ">=" : "<=", text(target), met ? "met" : "missed");
  }

  private static String text(double figure) {
    MathContext digits = new MathContext(figure >= 100 ? 6 : 3);
    BigDecimal rounded = new BigDecimal(figure).round(digits).stripTrailingZeros();
    return rounded.scale() < 0 || figure >= 100
        ? rounded.setScale(0, java.math.RoundingMode.HALF_UP).toPlainString()
        : rounded.toPlainString();
  }
}
