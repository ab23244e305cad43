package org.rulewright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rulewright.SharedMaterial;

/** Every real model file opens, or says precisely why not. */
class ModelFilesTest {

  @Test
  void everyPmmlFileOpensOrNamesWhatIsNotSupported() {
    var outcome = outcome("pmml", ModelFormat.PMML);

    assertThat(outcome.values().stream().filter(List::isEmpty)).hasSizeGreaterThanOrEqualTo(9);
    assertThat(reasons(outcome, "DefaultValueTest"))
        .containsExactly(
            "the model uses `Target/@field`, which is not supported: export the model without it",
            "the model uses `TargetValue/@defaultValue`, which is not supported: export the model without it");
    assertThat(reasons(outcome, "PriorProbabilitiesTest"))
        .contains(
            "the model uses `TargetValue/@priorProbability`, which is not supported: export the model without it");
    assertThat(reasons(outcome, "TransformationDictionaryTest"))
        .contains(
            "`TransformationDictionary` stands after `RegressionModel`, where it would be ignored: move it before the model");
    assertThat(reasons(outcome, "CategoricalResidualTest"))
        .containsExactly(
            "the model uses `OutputField feature=residual`, which is not supported: export the model without it");
  }

  @Test
  void everyOnnxFileOpensOrSaysWhyNot() {
    var outcome = outcome("onnx", ModelFormat.ONNX);

    assertThat(outcome.values().stream().filter(List::isEmpty)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(reasons(outcome, "mnist"))
        .containsExactly(
            "the input `Input3` of shape [1, 1, 28, 28] is not a row of features: use [rows] or [rows, features]");
    assertThat(reasons(outcome, "treecl.onnx"))
        .containsExactly(
            "the file does not say how many features the input `input` has: name the features");
  }

  private static List<String> reasons(TreeMap<String, List<String>> outcome, String part) {
    return outcome.entrySet().stream()
        .filter(entry -> entry.getKey().contains(part))
        .map(java.util.Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static TreeMap<String, List<String>> outcome(String folder, ModelFormat format) {
    var outcome = new TreeMap<String, List<String>>();
    for (var file :
        SharedMaterial.files("models/" + folder, "." + format.name().toLowerCase(Locale.ROOT))) {
      var result = TestModels.open(TestModels.bytes(file), format, List.of());
      outcome.put(file.getFileName().toString(), TestModels.messages(result));
      if (result instanceof OpenResult.Opened opened) {
        opened.model().close();
      } else {
        assertThat(TestModels.messages(result)).isNotEmpty();
      }
    }
    long open = outcome.values().stream().filter(List::isEmpty).count();
    System.out.printf("%s: %d of %d files open%n", format, open, outcome.size());
    outcome.forEach((file, reasons) ->
        reasons.forEach(reason -> System.out.printf("  %s: %s%n", file, reason)));
    return outcome;
  }
}
