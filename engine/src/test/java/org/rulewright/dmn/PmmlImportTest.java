package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rulewright.SharedMaterial;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Severity;

class PmmlImportTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");

  @Test
  void aScorecardBecomesAModelWhoseEntryAnswersScoreAndReasons() throws Exception {
    var read = (PmmlImport.Read) PmmlImport.read(file("AttributeReasonCodeTest"));
    var model = DmnModel.compile(read.model());

    var outcome =
        model.evaluate(
            "SampleScorecard_result",
            Facts.of(Map.of("department", "engineering", "age", 25, "income", 500)),
            AS_OF,
            true);

    assertThat(((Outcome.Decided) outcome).value())
        .isEqualTo(Map.of("score", new BigDecimal("29"), "reasonCodes", List.of("RC2_3", "RC1")));
    assertThat(outcome.trace().steps()).hasSize(3).noneMatch(step -> step.delegated());
    assertThat(DmnCheck.check(read.model(), schema(), null))
        .filteredOn(it -> it.severity() == Severity.ERROR)
        .isEmpty();
  }

  private static FactSchema schema() {
    return new FactSchema(
        List.of(
            FactField.optional("department", FactType.TEXT),
            FactField.optional("age", FactType.NUMBER),
            FactField.optional("income", FactType.NUMBER)));
  }

  @Test
  void whatIsNeitherIsRefusedInWords() throws Exception {
    var refused = (PmmlImport.Refused) PmmlImport.read(file("test_mining_model_summed"));

    assertThat(refused.problems().getFirst().message(Locale.ENGLISH)).contains("ensemble");
  }

  @Test
  void aModelOfDmnIsNotTakenForPmml() throws Exception {
    assertThat(PmmlImport.isPmml(DmnSamples.bytes(DmnSamples.model()))).isFalse();
    assertThat(PmmlImport.isPmml(file("test_scorecard"))).isTrue();
  }

  private static byte[] file(String name) throws IOException {
    return Files.readAllBytes(
        SharedMaterial.files("models/pmml", ".pmml").stream()
            .filter(it -> it.toString().contains(name + ".pmml"))
            .findFirst()
            .orElseThrow());
  }
}
