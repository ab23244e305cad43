package org.rulewright.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnaryTestsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          5;          5.00;                true
          -5;         -5;                  true
          < 5;        4.9999999999999999;  true
          < 5;        5;                   false
          >= 0.1;     0.1;                 true
          [1..5];     5;                   true
          [1..5);     5;                   false
          ]1..5[;     1;                   false
          (1 .. 5];   1.0001;              true
          1, 3, [7..9]; 8;                 true
          [2..3), > 4; 3;                  false
          [2..3), > 4; 5;                  true
          ]2..3[, (4..5), 9; 4.5;          true
          not(1, 3);  2;                   true
          not([1..5]);3;                   false
          -;          42;                  true
          > 9007199254740992; 9007199254740993; true
          9007199254740993; 9007199254740992; false
          """)
  void numbersAreComparedExactly(String cell, BigDecimal value, boolean matches) {
    assertThat(verdict(cell, value)).isEqualTo(matches ? Verdict.MATCHES : Verdict.FAILS);
  }

  @Test
  void aListMayHoldRangesOfDates() {
    String cell = "[date(\"2026-01-01\")..date(\"2026-02-01\")), date(\"2026-03-01\")";

    assertThat(verdict(cell, LocalDate.of(2026, 1, 31))).isEqualTo(Verdict.MATCHES);
    assertThat(verdict(cell, LocalDate.of(2026, 2, 1))).isEqualTo(Verdict.FAILS);
    assertThat(verdict(cell, LocalDate.of(2026, 3, 1))).isEqualTo(Verdict.MATCHES);
  }

  @Test
  void aTextWithoutEndIsReadWithoutRecursion() {
    assertThat(UnaryTests.compile("[" + "1..".repeat(30_000))).isEmpty();
    assertThat(UnaryTests.compile("[" + "(\"a\")".repeat(30_000) + "..")).isEmpty();
  }

  @Test
  void textsAndBooleansAreComparedByEquality() {
    assertThat(verdict("\"retail\", \"steel\"", "steel")).isEqualTo(Verdict.MATCHES);
    assertThat(verdict("not(\"retail\")", "steel")).isEqualTo(Verdict.MATCHES);
    assertThat(verdict("\"a, b\"", "a, b")).isEqualTo(Verdict.MATCHES);
    assertThat(verdict("true", false)).isEqualTo(Verdict.FAILS);
  }

  @Test
  void datesAreReadInBothForms() {
    LocalDate day = LocalDate.of(2026, 2, 28);
    assertThat(verdict("date(\"2026-02-28\")", day)).isEqualTo(Verdict.MATCHES);
    assertThat(verdict("[@\"2026-01-01\"..@\"2026-02-27\"]", day)).isEqualTo(Verdict.FAILS);
    assertThat(verdict("> @\"2024-02-29\"", day)).isEqualTo(Verdict.MATCHES);
  }

  @Test
  void nullMatchesNullAndTheNegationOfAnythingElse() {
    assertThat(verdict("null", null)).isEqualTo(Verdict.MATCHES);
    assertThat(verdict("[1..5]", null)).isEqualTo(Verdict.FAILS);
    assertThat(verdict("< 5", null)).isEqualTo(Verdict.FAILS);
    assertThat(verdict("not(null)", null)).isEqualTo(Verdict.FAILS);
    assertThat(verdict("not(\"a\")", null)).isEqualTo(Verdict.MATCHES);
  }

  @Test
  void aValueOfAnotherTypeIsAnErrorOfARangeButNotOfAComparison() {
    assertThat(verdict("[1..5]", "three")).isEqualTo(Verdict.UNDECIDED);
    assertThat(verdict("< 5", "three")).isEqualTo(Verdict.FAILS);
    assertThat(verdict("not(< 5)", "three")).isEqualTo(Verdict.UNDECIDED);
    assertThat(verdict("5", "three")).isEqualTo(Verdict.FAILS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "? > 5",
        "> limit",
        "[5..1]",
        "1e3",
        "007",
        "\"a\\n\"",
        "[1,2]",
        "date(\"2026-02-30\")",
        "string length(?) > 2",
        "not(1), 2",
        "\"a",
        "1 2",
        "< \"b\"",
        "duration(\"P1D\")",
        "1,"
      })
  void whatIsOutsideTheSubsetIsLeftToTheReferenceEngine(String cell) {
    assertThat(UnaryTests.compile(cell)).isEmpty();
  }

  private static Verdict verdict(String cell, @Nullable Object value) {
    return UnaryTests.compile(cell).orElseThrow().test(value);
  }
}
