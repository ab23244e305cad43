package org.rulewright.ui.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulewright.asset.StrategyKey;

class StrategyFieldsTest {

  @ParameterizedTest
  @CsvSource({
    "SME working capital, sme-working-capital",
    "'  Bank A: grade (2026)  ', bank-a-grade-2026",
    "--Rates--, rates",
  })
  void aNameSuggestsItsKey(String name, String key) {
    assertThat(StrategyFields.keyFor(name)).isEqualTo(key);
  }

  @Test
  void aNameWithoutLatinLettersSuggestsNone() {
    assertThat(StrategyFields.keyFor("小微贷")).isEmpty();
  }

  @Test
  void aLongNameSuggestsAKeyThatIsStillOne() {
    var key = StrategyFields.keyFor("word ".repeat(40));

    assertThat(StrategyKey.parse(key)).isPresent();
  }
}
