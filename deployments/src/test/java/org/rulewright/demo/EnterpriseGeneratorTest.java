package org.rulewright.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulewright.demo.EnterpriseGenerator.Generated;

class EnterpriseGeneratorTest {
  private static final List<Generated> TWO_THOUSAND = EnterpriseGenerator.generate(7, 2_000);

  @Test
  void theSameSeedGivesTheSameFilesToTheByte(@TempDir Path folder) throws IOException {
    DemoFiles.write(folder.resolve("a"), EnterpriseGenerator.generate(7, 50));
    DemoFiles.write(folder.resolve("b"), EnterpriseGenerator.generate(7, 50));

    for (var file : List.of(DemoFiles.ENTERPRISES, DemoFiles.INVOICES)) {
      assertThat(folder.resolve("a").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
    }
    assertThat(Files.readAllLines(folder.resolve("a").resolve(DemoFiles.ENTERPRISES))).hasSize(51);
  }

  @Test
  void codesAndNamesAreUniqueAndCodesHaveAValidCheckCharacter() {
    assertThat(TWO_THOUSAND).extracting(it -> it.enterprise().code()).doesNotHaveDuplicates();
    assertThat(TWO_THOUSAND).extracting(it -> it.enterprise().name()).doesNotHaveDuplicates();
    assertThat(TWO_THOUSAND)
        .allSatisfy(it ->
            assertThat(it.enterprise().code().charAt(17))
                .isEqualTo(CreditCode.check(it.enterprise().code())));
  }

  @Test
  void theCheckCharacterOfAKnownCodeIsRight() {
    // Example published with the standard's explanation: 91350100M000100Y43.
    assertThat(CreditCode.check("91350100M000100Y4")).isEqualTo('3');
  }

  @Test
  void defaultsAreAMinorityAndFactsTellThemApartButNoneAlone() {
    long defaults = TWO_THOUSAND.stream().filter(it -> it.enterprise().defaulted()).count();

    assertThat(defaults).isBetween(160L, 360L);
    assertThat(auc(it -> it.enterprise().courtCases())).isBetween(0.55, 0.85);
    assertThat(auc(it -> "ABMCD".indexOf(it.enterprise().taxRating()))).isBetween(0.55, 0.88);
    assertThat(auc(it -> -it.enterprise().insuredMonths())).isBetween(0.55, 0.88);
    assertThat(auc(it -> it.enterprise().overdueTax().signum())).isBetween(0.52, 0.80);
    assertThat(auc(it -> -it.invoices().size())).isBetween(0.50, 0.80);
  }

  @Test
  void everyEnterpriseHasInvoicesOfTheTwoYearsBeforeTheAsOfDay() {
    var from = EnterpriseGenerator.AS_OF.minusMonths(24);
    assertThat(TWO_THOUSAND)
        .allSatisfy(it ->
            assertThat(it.invoices())
                .isNotEmpty()
                .allMatch(invoice ->
                    !invoice.issuedOn().isBefore(from)
                        && invoice.issuedOn().isBefore(EnterpriseGenerator.AS_OF)));
    var kinds =
        TWO_THOUSAND.stream()
            .flatMap(it -> it.invoices().stream())
            .map(invoice -> (invoice.voided() ? "voided " : "") + invoice.amount().signum())
            .collect(Collectors.toSet());
    assertThat(kinds).contains("1", "-1", "voided 1");
    assertThat(TWO_THOUSAND)
        .allMatch(it -> it.enterprise().requestedAmount().compareTo(new BigDecimal(50_000)) >= 0);
  }

  /** The chance that a defaulted enterprise has the higher value, ties counting half. */
  private static double auc(ToDoubleFunction<Generated> value) {
    double won = 0;
    long pairs = 0;
    for (var bad : TWO_THOUSAND) {
      if (!bad.enterprise().defaulted()) {
        continue;
      }
      for (var good : TWO_THOUSAND) {
        if (!good.enterprise().defaulted()) {
          double difference = value.applyAsDouble(bad) - value.applyAsDouble(good);
          won += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return won / pairs;
  }
}
