package org.rulewright.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulewright.decision.FactType;

/** The eight credit models in both formats, with what they gave where they were made. */
class CreditModelsTest {

  static Stream<String> names() {
    return TestModels.CREDIT.stream();
  }

  static Stream<Arguments> files() {
    return names()
        .flatMap(name -> Stream.of(ModelFormat.values()).map(format -> Arguments.of(name, format)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void agreesWithItsExpectedScores(String name, ModelFormat format) {
    try (var model = TestModels.credit(name, format)) {
      var result = SelfTest.run(model, TestModels.expected(name));

      assertThat(result.problems()).isEmpty();
      assertThat(result.passed()).isTrue();
      assertThat(result.rows()).isEqualTo(200);
      assertThat(result.compared()).isEqualTo(400);
      assertThat(result.largest()).isLessThan(1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void bothFormatsOfAModelAgree(String name) {
    try (var onnx = TestModels.credit(name, ModelFormat.ONNX);
        var pmml = TestModels.credit(name, ModelFormat.PMML)) {
      for (var row : rows(name)) {
        assertThat(probability(onnx.score(row), "probabilities_1"))
            .isCloseTo(probability(pmml.score(row), "probability_1"), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aBatchGivesEveryRowTheScoreItHasAlone(String name, ModelFormat format) {
    try (var model = TestModels.credit(name, format)) {
      var rows = rows(name);
      for (int size : List.of(1, 2, 3, 7, 200)) {
        var scores = model.scoreAll(size, columns(model, rows.subList(0, size)));
        for (int row = 0; row < size; row++) {
          assertThat(scores.row(row)).isEqualTo(model.score(rows.get(row)));
        }
      }
    }
  }

  @Test
  void aBatchOfManySlicesKeepsItsOrder() {
    try (var model = TestModels.credit("sba-gbm", ModelFormat.ONNX)) {
      var rows = rows("sba-gbm");
      int size = 2_500;
      var columns = new HashMap<String, ModelColumn>();
      for (var input : model.signature().inputs()) {
        var values = new double[size];
        for (int row = 0; row < size; row++) {
          values[row] = number(rows.get(row % 200).get(input.name()));
        }
        columns.put(input.name(), new ModelColumn.Numbers(values));
      }

      var numbers = model.scoreAll(size, columns).numbers("probabilities_1");

      for (int row = 0; row < size; row++) {
        assertThat((float) numbers[row])
            .isEqualTo((float) probability(model.score(rows.get(row % 200)), "probabilities_1"));
      }
    }
  }

  @Test
  void theSignatureNamesFeaturesAndOutputs() {
    try (var onnx = TestModels.credit("sba-gbm", ModelFormat.ONNX);
        var pmml = TestModels.credit("sba-gbm", ModelFormat.PMML)) {
      assertThat(onnx.signature().inputs())
          .extracting(ModelInput::name)
          .containsExactly("Term", "NoEmp", "GrAppv", "Portion", "NewExist", "UrbanRural")
          .isEqualTo(pmml.signature().inputs().stream().map(ModelInput::name).toList());
      assertThat(onnx.signature().outputs())
          .containsExactly(
              ModelOutput.required("label", FactType.NUMBER),
              ModelOutput.required("probabilities_0", FactType.NUMBER),
              ModelOutput.required("probabilities_1", FactType.NUMBER));
      assertThat(pmml.signature().outputs())
          .extracting(ModelOutput::name)
          .containsExactly("probability_0", "probability_1", "predicted_default");
    }
  }

  @Test
  void featuresAreNumberedWhereNobodyNamesThem() {
    var file = TestModels.credit("sba-gbm.onnx");
    try (var model = TestModels.opened(TestModels.bytes(file), ModelFormat.ONNX, List.of())) {
      assertThat(model.signature().inputs())
          .extracting(ModelInput::name)
          .startsWith("input_1", "input_2")
          .hasSize(6);
    }
  }

  @Test
  void wrongNumbersOfNamesAreRefused() {
    var bytes = TestModels.bytes(TestModels.credit("sba-gbm.onnx"));

    assertThat(TestModels.refusals(TestModels.open(bytes, ModelFormat.ONNX, List.of("a", "b"))))
        .containsExactly("onnx.names-count");
    assertThat(
            TestModels.refusals(
                TestModels.open(bytes, ModelFormat.ONNX, List.of("a", "b", "c", "d", "e", "a"))))
        .containsExactly("onnx.names-twice");
  }

  static List<Map<String, @Nullable Object>> rows(String name) {
    var expected = TestModels.expected(name);
    return expected.rows().stream()
        .map(cells -> {
          Map<String, @Nullable Object> row = new HashMap<>();
          for (int i = 0; i < expected.features().size(); i++) {
            row.put(expected.columns().get(i), new BigDecimal(cells.get(i)));
          }
          return row;
        })
        .toList();
  }

  private static Map<String, ModelColumn> columns(
      ScoringModel model, List<Map<String, @Nullable Object>> rows) {
    var columns = new HashMap<String, ModelColumn>();
    for (var input : model.signature().inputs()) {
      columns.put(
          input.name(),
          new ModelColumn.Values(rows.stream().map(row -> row.get(input.name())).toList()));
    }
    return columns;
  }

  private static double number(@Nullable Object value) {
    return ((BigDecimal) Objects.requireNonNull(value)).doubleValue();
  }

  private static double probability(ModelScore score, String output) {
    assertThat(score).isInstanceOf(ModelScore.Scored.class);
    return number(((ModelScore.Scored) score).outputs().get(output));
  }
}
