package org.rulewright.decisiontable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ValidityTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  @Test
  void whatIsWrittenIsReadBack() {
    for (Validity validity :
        new Validity[] {
          Validity.ALWAYS,
          new Validity(FIRST, null),
          new Validity(null, LAST),
          new Validity(FIRST, LAST),
          new Validity(LAST, FIRST)
        }) {
      assertThat(Validity.read(validity.text())).contains(validity);
    }
  }

  @Test
  void otherWritingsOfTheSameDaysAreRead() {
    assertThat(Validity.read("> date(\"2025-12-31\")")).contains(new Validity(FIRST, null));
    assertThat(Validity.read("(@\"2025-12-31\"..@\"2026-12-31\"]"))
        .contains(new Validity(FIRST, LAST));
    assertThat(Validity.read("@\"2026-01-01\"")).contains(new Validity(FIRST, FIRST));
  }

  @Test
  void whatIsMoreThanAFirstAndALastDayIsNotRead() {
    assertThat(Validity.read("not(> date(\"2026-01-01\"))")).isEmpty();
    assertThat(Validity.read("<= date(\"2026-01-01\"), >= date(\"2026-12-31\")")).isEmpty();
    assertThat(Validity.read("> 3")).isEmpty();
    assertThat(Validity.read("[date(\"2026-13-01\")..date(\"2026-01-01\")]")).isEmpty();
  }

  @Test
  void bothDaysAreInForce() {
    Validity year = new Validity(FIRST, LAST);

    assertThat(year.includes(FIRST)).isTrue();
    assertThat(year.includes(LAST)).isTrue();
    assertThat(year.includes(FIRST.minusDays(1))).isFalse();
    assertThat(year.includes(LAST.plusDays(1))).isFalse();
    assertThat(new Validity(LAST, FIRST).isEmpty()).isTrue();
    assertThat(new Validity(FIRST, FIRST).isEmpty()).isFalse();
  }
}
