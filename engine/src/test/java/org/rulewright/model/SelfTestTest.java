package org.rulewright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.Diagnostic;

class SelfTestTest {

  @Test
  void scoresThatAgreeWithinOneMillionthPass() {
    var result = run("income,region,expected_result\n3,north,16.5000009\n2,\"south\",6\n");

    assertThat(result.passed()).isTrue();
    assertThat(result.largest()).isBetween(1e-8, 1e-6);
    assertThat(result.compared()).isEqualTo(2);
  }

  @Test
  void aScoreThatDiffersByMoreFailsAndIsNamed() {
    var result = run("income,region,expected_result\n3,north,16.5\n2,south,6.001\n");

    assertThat(result.passed()).isFalse();
    assertThat(result.disagreeing()).isEqualTo(1);
    assertThat(result.problems().getFirst().message(Locale.ENGLISH))
        .isEqualTo("row 2: the model gives 6.0 for `result`, expected is 6.001");
  }

  @Test
  void aRowThatCannotBeScoredFails() {
    var result = run("income,region,expected_result\n,north,16.5\nmuch,south,6\n");

    assertThat(result.disagreeing()).isEqualTo(2);
    assertThat(result.problems())
        .extracting(Diagnostic::code)
        .containsExactly("model.input-missing", "model.input-type");
  }

  @Test
  void columnsThatNameNothingAreRefused() {
    assertThat(run("income,regoin,expected_score\n3,north,16.5\n").problems())
        .extracting(Diagnostic::code)
        .containsExactly("model.expected-input", "model.expected-output");
  }

  @Test
  void nothingToCompareIsNoPass() {
    assertThat(run("income,region,expected_result\n3,north,\n").passed()).isFalse();
  }

  @Test
  void textsThatAreNoExpectedScoresAreRefused() {
    assertThat(codes("")).containsExactly("model.expected-empty");
    assertThat(codes("a,expected_b\n")).containsExactly("model.expected-empty");
    assertThat(codes("a,expected_b\n1\n")).containsExactly("model.expected-width");
    assertThat(codes("a,b\n1,2\n")).containsExactly("model.expected-nothing");
  }

  @Test
  void quotationMarksAndLineEndsAreReadAsTheStandardHasThem() {
    assertThat(CsvText.records("\uFEFFa,\"b\"\"c\"\r\n\r\n\"d\ne\",\n\"\"\n"))
        .containsExactly(List.of("a", "b\"c"), List.of("d\ne", ""), List.of(""));
  }

  private static SelfTestResult run(String csv) {
    try (var model = TestModels.pmml(PmmlText.regression())) {
      return SelfTest.run(model, ((ExpectedScores.Reading.Read) ExpectedScores.read(csv)).scores());
    }
  }

  private static List<String> codes(String csv) {
    return ((ExpectedScores.Reading.Refused) ExpectedScores.read(csv))
        .problems().stream().map(Diagnostic::code).toList();
  }
}
