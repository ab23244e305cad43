package org.rulewright.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Generates enterprises whose facts and invoices depend on one hidden quality, and so does their
 * default: rules that look at several facts can tell good from bad, no single fact can.
 *
 * <p>The same seed gives the same enterprises on every machine: {@link Random} is specified to the
 * bit.
 */
final class EnterpriseGenerator {
  /** The day after the last invoice; everything is as of this day. */
  static final LocalDate AS_OF = LocalDate.of(2026, 10, 1);

  private final Random random;
  private final Set<String> takenNames = new HashSet<>();

  EnterpriseGenerator(long seed) {
    this.random = new Random(seed);
  }

  /** An enterprise with its invoices. */
  record Generated(Enterprise enterprise, List<Invoice> invoices) {}

  Generated next() {
    double quality = random.nextGaussian();
    double size = 11.2 + 1.1 * random.nextGaussian() + 0.15 * quality; // log of monthly sales, CNY
    var industry = industry();
    var enterprise = enterprise(industry, quality, size);
    return new Generated(
        enterprise, new InvoiceGenerator(random, industry, quality, size).of(enterprise));
  }

  private Enterprise enterprise(Industry industry, double quality, double size) {
    int courtCases = poisson(StrictMath.exp(-1.2 - 0.9 * quality));
    boolean dishonest = random.nextDouble() < logistic(-4.6 - 1.2 * quality);
    boolean overdue = random.nextDouble() < logistic(-2.6 - 1.1 * quality);
    double monthlySales = StrictMath.exp(size);
    return new Enterprise(
        CreditCode.random(random),
        freshName(industry),
        industry.label(),
        Names.town(random),
        AS_OF.minusDays(200 + (long) Math.abs(random.nextGaussian() * 1_900 + 300 * quality)),
        rounded(monthlySales * (0.5 + 8 * random.nextDouble()), 10_000),
        1 + poisson(Math.min(180, 3 + monthlySales / 45_000)),
        Names.person(random),
        taxRating(quality),
        overdue ? rounded(monthlySales * 0.08 * random.nextDouble(), 100) : BigDecimal.ZERO,
        courtCases,
        dishonest,
        insuredMonths(quality),
        rounded(monthlySales * (1 + 5 * random.nextDouble()), 10_000).max(new BigDecimal(50_000)),
        random.nextDouble() < logistic(-3.1 - 1.9 * quality + 0.25 * courtCases));
  }

  private Industry industry() {
    // The square makes the first industries of the list the most frequent.
    double position = random.nextDouble();
    return Industry.ALL.get((int) (position * position * Industry.ALL.size()));
  }

  private String freshName(Industry industry) {
    String name = Names.enterprise(industry, random);
    while (!takenNames.add(name)) {
      name = Names.enterprise(industry, random);
    }
    return name;
  }

  private String taxRating(double quality) {
    double seen = quality + 0.7 * random.nextGaussian();
    if (random.nextDouble() < 0.08) {
      return "M";
    }
    return seen > 0.7 ? "A" : seen > -0.7 ? "B" : seen > -1.7 ? "C" : "D";
  }

  private int insuredMonths(double quality) {
    long missed = Math.round(Math.max(0, -1 - 2 * quality + 1.5 * random.nextGaussian()));
    return (int) Math.max(0, 12 - missed);
  }

  private int poisson(double mean) {
    return poisson(random, mean);
  }

  /** Draws from a Poisson distribution (Knuth's multiplication; fine for means up to some 200). */
  static int poisson(Random random, double mean) {
    double limit = StrictMath.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  private static BigDecimal rounded(double amount, int unit) {
    return BigDecimal.valueOf(Math.round(amount / unit))
        .multiply(BigDecimal.valueOf(unit))
        .setScale(0, RoundingMode.HALF_UP);
  }

  /** Generates {@code count} enterprises with their invoices. */
  static List<Generated> generate(long seed, int count) {
    var generator = new EnterpriseGenerator(seed);
    var enterprises = new ArrayList<Generated>(count);
    for (int i = 0; i < count; i++) {
      enterprises.add(generator.next());
    }
    return enterprises;
  }
}
