package org.rulewright.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.PreviewResult;
import org.rulewright.dataset.RowErrorPolicy;
import org.rulewright.job.Jobs;
import org.rulewright.lookuptable.LookupImport;
import org.rulewright.lookuptable.LookupImportResult;
import org.rulewright.lookuptable.LookupImportStart;
import org.rulewright.lookuptable.Lookups;
import org.springframework.stereotype.Component;

/** The look-up tables of the demonstration: what an industry may get, and the prime rates. */
@Component
class DemoLookups {
  static final String POLICY = "industry-policy";
  static final String PRIME_RATES = "lpr";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Datasets datasets;
  private final Lookups lookups;
  private final Jobs jobs;

  DemoLookups(Datasets datasets, Lookups lookups, Jobs jobs) {
    this.datasets = datasets;
    this.lookups = lookups;
    this.jobs = jobs;
  }

  /** Does what is not done yet. */
  void ensure(Actor strategist) throws IOException, InterruptedException {
    if (lookups.find(POLICY).isEmpty()) {
      importFile(policies(), POLICY, "行业政策", List.of("industry"), null, null, strategist);
    }
    if (lookups.find(PRIME_RATES).isEmpty()) {
      importFile(primeRates(), PRIME_RATES, "贷款市场报价利率", List.of("years"), "from", "to", strategist);
    }
  }

  /** A thin margin pays more and gets less: {@code markup} is a yearly fraction, the rest CNY. */
  static byte[] policies() {
    return Industry.ALL.stream()
        .map(DemoLookups::policy)
        .collect(Collectors.joining("", "industry,markup,ceiling\n", ""))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String policy(Industry industry) {
    var margin = BigDecimal.valueOf(industry.margin());
    var markup =
        new BigDecimal("0.5")
            .subtract(margin)
            .multiply(new BigDecimal("0.05"))
            .setScale(4, RoundingMode.HALF_UP);
    var ceiling =
        margin.multiply(new BigDecimal(50)).setScale(0, RoundingMode.HALF_UP).movePointRight(5);
    return industry.label() + "," + markup + "," + ceiling.toPlainString() + "\n";
  }

  private static byte[] primeRates() throws IOException {
    try (var file = DemoLookups.class.getResourceAsStream("lpr.csv")) {
      if (file == null) {
        throw new IllegalStateException("lpr.csv is not in the jar");
      }
      return file.readAllBytes();
    }
  }

  private void importFile(
      byte[] csv,
      String key,
      String name,
      List<String> keys,
      @Nullable String from,
      @Nullable String to,
      Actor strategist)
      throws IOException, InterruptedException {
    var upload = datasets.upload(new ByteArrayInputStream(csv));
    if (!(datasets.preview(upload) instanceof PreviewResult.Shown shown)) {
      throw new IllegalStateException("the look-up table " + key + " cannot be read");
    }
    var request =
        new LookupImport(
            key,
            name,
            upload,
            key + ".csv",
            shown.preview().options(),
            keys,
            from,
            to,
            RowErrorPolicy.REFUSE_ALL);
    if (!(lookups.submitImport(request, strategist) instanceof LookupImportStart.Begun begun)) {
      throw new IllegalStateException("the look-up table " + key + " is refused");
    }
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!jobs.find(begun.job()).orElseThrow().state().ended() && System.nanoTime() < end) {
      Thread.sleep(Duration.ofMillis(50));
    }
    if (lookups.importResult(begun.job()).filter(LookupImportResult::kept).isEmpty()) {
      throw new IllegalStateException("the look-up table " + key + " was not imported");
    }
  }
}
