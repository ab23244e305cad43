package org.rulewright.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Two years of sales and purchase invoices of one enterprise.
 *
 * <p>Worse enterprises sell to fewer customers, less steadily, stop sometimes, and cancel and
 * reverse more.
 */
final class InvoiceGenerator {
  private static final int MONTHS = 24;
  private static final BigDecimal TAX_RATE = new BigDecimal("0.13");

  private final Random random;
  private final Industry industry;
  private final double quality;
  private final double size;
  private final List<Invoice> invoices = new ArrayList<>();

  InvoiceGenerator(Random random, Industry industry, double quality, double size) {
    this.random = random;
    this.industry = industry;
    this.quality = quality;
    this.size = size;
  }

  List<Invoice> of(Enterprise enterprise) {
    var customers =
        partners(2 + EnterpriseGenerator.poisson(random, StrictMath.exp(1.4 + 0.45 * quality)));
    var suppliers = partners(2 + EnterpriseGenerator.poisson(random, 3));
    double growth = 0.004 * quality + 0.006 * random.nextGaussian();
    double idle = EnterpriseGenerator.logistic(-3.4 - 1.1 * quality);
    double volatility = Math.max(0.12, 0.42 - 0.13 * quality);
    double margin = industry.margin() + 0.05 * quality + 0.04 * random.nextGaussian();
    var first = YearMonth.from(EnterpriseGenerator.AS_OF).minusMonths(MONTHS);
    for (int month = 0; month < MONTHS; month++) {
      if (random.nextDouble() < idle) {
        continue;
      }
      double sales =
          StrictMath.exp(size + growth * (month - MONTHS) + volatility * random.nextGaussian());
      issue(enterprise, true, first.plusMonths(month), sales, customers);
      issue(enterprise, false, first.plusMonths(month), sales * (1 - margin), suppliers);
    }
    return invoices;
  }

  private List<String> partners(int count) {
    var partners = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      partners.add(Names.counterparty(random));
    }
    return partners;
  }

  private void issue(
      Enterprise enterprise, boolean sale, YearMonth month, double total, List<String> partners) {
    int count = 1 + EnterpriseGenerator.poisson(random, sale ? 1.6 : 0.8);
    for (int i = 0; i < count; i++) {
      add(enterprise, sale, month, total / count * (0.6 + 0.8 * random.nextDouble()), partners);
    }
  }

  private void add(
      Enterprise enterprise, boolean sale, YearMonth month, double amount, List<String> partners) {
    boolean voided = random.nextDouble() < EnterpriseGenerator.logistic(-3.2 - 0.7 * quality);
    boolean reversed = random.nextDouble() < EnterpriseGenerator.logistic(-4.0 - 0.6 * quality);
    // The first partners get the larger share: concentration, as in real books.
    double position = random.nextDouble();
    var partner = partners.get((int) (position * position * partners.size()));
    var net = BigDecimal.valueOf(reversed ? -amount : amount).setScale(2, RoundingMode.HALF_UP);
    invoices.add(
        new Invoice(
            enterprise.code(),
            sale,
            number(),
            day(month),
            partner,
            net,
            net.multiply(TAX_RATE).setScale(2, RoundingMode.HALF_UP),
            voided));
  }

  private String number() {
    return "%08d".formatted(random.nextInt(100_000_000));
  }

  private LocalDate day(YearMonth month) {
    return month.atDay(1 + random.nextInt(month.lengthOfMonth()));
  }
}
