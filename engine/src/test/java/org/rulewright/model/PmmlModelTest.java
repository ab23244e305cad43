package org.rulewright.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.SharedMaterial;
import org.rulewright.decision.FactType;

class PmmlModelTest {

  @Test
  void numbersAndCategoriesAreScored() {
    try (var model = TestModels.pmml(PmmlText.regression())) {
      var score = model.score(Map.of("income", new BigDecimal("3"), "region", "north"));

      assertThat(((ModelScore.Scored) score).outputs())
          .containsExactly(entry("result", new BigDecimal("16.5")));
    }
  }

  @Test
  void theSignatureSaysWhatIsAllowed() {
    try (var model = TestModels.pmml(PmmlText.regression())) {
      assertThat(model.signature().inputs())
          .containsExactly(
              ModelInput.required("income", FactType.NUMBER),
              new ModelInput("region", FactType.TEXT, false, List.of("north", "south"), false));
    }
  }

  @Test
  void anUnknownCategoryIsNamedWithThoseTheModelKnows() {
    try (var model = TestModels.pmml(PmmlText.regression())) {
      var score = model.score(Map.of("income", BigDecimal.ONE, "region", "east"));

      assertThat(((ModelScore.Failed) score).problems().getFirst().message(Locale.ENGLISH))
          .isEqualTo(
              "the model does not know the category `east` of its input `region`; it knows [north, south]");
    }
  }

  @Test
  void missingInputsAndWrongTypesAreAllNamedAtOnce() {
    try (var model = TestModels.pmml(PmmlText.regression())) {
      assertThat(TestModels.failures(model.score(Map.of("region", BigDecimal.ONE))))
          .containsExactly("model.input-missing", "model.input-type");
    }
  }

  @Test
  void aReplacementStandsForAMissingValueAndForAnUnknownCategory() {
    var text =
        PmmlText.regression()
            .replace(
                "<MiningField name=\"income\"/>",
                "<MiningField name=\"income\" missingValueReplacement=\"8\"/>")
            .replace(
                "<MiningField name=\"region\"/>",
                "<MiningField name=\"region\" missingValueReplacement=\"north\" invalidValueTreatment=\"asMissing\"/>");
    try (var model = TestModels.pmml(text)) {
      var score = model.score(Map.of("region", "east"));

      assertThat(((ModelScore.Scored) score).outputs())
          .containsExactly(entry("result", new BigDecimal("19.0")));
    }
  }

  @Test
  void datesBooleansAndWholeNumbersAreTyped() {
    try (var model = TestModels.pmml(PmmlText.tree())) {
      assertThat(verdict(model, row("Z", "1960-12-31", false, "5"))).isEqualTo("good");
      assertThat(verdict(model, row("Z", "1961-01-01", false, "5"))).isEqualTo("bad");
      assertThat(verdict(model, row("Z", "2001-01-01", true, "5"))).isEqualTo("good");
      assertThat(verdict(model, row("Z", "2001-01-01", false, "101"))).isEqualTo("good");
      assertThat(TestModels.failures(model.score(row("Z", "2001-01-01", false, "5.5"))))
          .containsExactly("model.input-whole");
    }
  }

  @Test
  void aModelThatSaysWhatAMissingValueMeansScoresIt() {
    try (var model = TestModels.pmml(PmmlText.tree())) {
      assertThat(verdict(model, Map.of())).isEqualTo("bad");
    }
  }

  @Test
  void undeclaredCategoriesAreKnownByTheFileAndOthersAreAllTheSame() {
    try (var model = TestModels.pmml(PmmlText.tree())) {
      assertThat(verdict(model, row("A", "2001-01-01", false, "5"))).isEqualTo("good");
      for (int i = 0; i < 1_000; i++) {
        assertThat(verdict(model, row("other-" + i, "2001-01-01", false, "5"))).isEqualTo("bad");
      }
    }
  }

  @Test
  void aTypeWithoutAValueInFeelIsRefused() {
    var text =
        PmmlText.regression()
            .replace(
                "name=\"income\" optype=\"continuous\" dataType=\"double\"",
                "name=\"income\" optype=\"continuous\" dataType=\"dateTime\"");

    assertThat(
            TestModels.refusals(
                TestModels.open(
                    text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    ModelFormat.PMML,
                    List.of())))
        .containsExactly("pmml.input-type");
  }

  @Test
  void aScorecardGivesItsReasonCodesOnce() {
    var file = SharedMaterial.files("models/pmml", "CharacteristicReasonCodeTest.pmml").getFirst();
    try (var model = TestModels.opened(TestModels.bytes(file), ModelFormat.PMML, List.of())) {
      Map<String, @Nullable Object> row = new HashMap<>();
      row.put("department", "engineering");
      row.put("age", BigDecimal.valueOf(25));
      row.put("income", BigDecimal.valueOf(500));

      var outputs = ((ModelScore.Scored) model.score(row)).outputs();

      assertThat(outputs.get("Final Score")).isEqualTo(new BigDecimal("29.0"));
      var codes =
          List.of("Reason Code 1", "Reason Code 2", "Reason Code 3").stream()
              .map(outputs::get)
              .filter(java.util.Objects::nonNull)
              .toList();
      assertThat(codes).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  private static Map<String, @Nullable Object> row(
      String grade, String founded, boolean exporter, String employees) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("grade", grade);
    row.put("founded", LocalDate.parse(founded));
    row.put("exporter", exporter);
    row.put("employees", new BigDecimal(employees));
    return row;
  }

  private static @Nullable Object verdict(
      ScoringModel model, Map<String, ? extends @Nullable Object> row) {
    var score = model.score(row);
    assertThat(score).as(score.toString()).isInstanceOf(ModelScore.Scored.class);
    return ((ModelScore.Scored) score).outputs().get("verdict");
  }
}
