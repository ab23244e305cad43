package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.SharedMaterial;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.scorecard.ImportedScorecard;
import org.rulewright.scorecard.PmmlScorecard;
import org.rulewright.scorecard.Scorecard;
import org.rulewright.xml.UnreadableModelException;

/** Scorecards of PMML become scorecards that score as PMML says, by every engine. */
class PmmlScorecardTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");

  @Test
  void theStandardsExampleScoresAndExplainsAsTheStandardSays() throws Exception {
    var byBin = file("AttributeReasonCodeTest");
    var byCharacteristic = file("CharacteristicReasonCodeTest");
    var facts = Map.<String, Object>of("department", "engineering", "age", 25, "income", 500);

    // 3 + 0 + 26; lost: age 18, department 16, income none
    assertThat(score(byBin, facts)).isEqualTo(29.0);
    assertThat(reasons(byBin, facts)).isEqualTo(List.of("RC2_3", "RC1"));
    assertThat(score(byCharacteristic, facts)).isEqualTo(29.0);
    assertThat(reasons(byCharacteristic, facts)).isEqualTo(List.of("RC2", "RC1"));

    // -9 - 1 + 5, all missing; lost 28, 19 and 5
    assertThat(score(byBin, Map.of())).isEqualTo(-5.0);
    assertThat(reasons(byBin, Map.of())).isEqualTo(List.of("RC1", "RC2_1", "RC3"));
  }

  @Test
  void valuesThatAreNotDeclaredAreMissingWhereTheFileSaysSo() throws Exception {
    var card = file("test_scorecard");

    // 0.345 + 30 + 5 + 10 + 1
    var facts =
        Map.<String, Object>of(
            "age", 11, "occupation", "PROGRAMMER", "residenceState", "KN", "validLicense", true);
    assertThat(score(card, facts)).isEqualTo(46.345);
    // a student is in a bin, but not in the dictionary, and so is missing and in no bin
    var student =
        Map.<String, Object>of(
            "age", 11, "occupation", "STUDENT", "residenceState", "KN", "validLicense", true);
    assertThat(score(card, student)).isNull();
    // nobody of 12 is in a bin
    assertThat(score(card, Map.of("age", 12))).isNull();
  }

  @Test
  void everyOtherFileIsRefusedWithAReason() throws Exception {
    List<Path> files = new ArrayList<>(SharedMaterial.files("models/pmml", ".pmml"));
    files.addAll(SharedMaterial.files("models/credit-selfmade", ".pmml"));
    for (Path file : files) {
      var result = PmmlScorecard.read(Files.readAllBytes(file), "s", "");
      assertThat(result instanceof ImportedScorecard.Read)
          .as(file.toString())
          .isEqualTo(file.toString().contains("corecard"));
      if (result instanceof ImportedScorecard.Refused(var problems)) {
        problems.forEach(it -> assertThat(it.message(Locale.SIMPLIFIED_CHINESE)).isNotBlank());
      }
    }
  }

  @Test
  void computedPointsAndSeveralFieldsAreRefusedByName() throws Exception {
    assertThat(
            problem(
                """
                <Attribute><True/><ComplexPartialScore><Constant>1</Constant></ComplexPartialScore>\
                </Attribute>
                """))
        .isEqualTo("`ComplexPartialScore` cannot be represented here");
    assertThat(
            problem(
                """
                <Attribute partialScore="1">
                  <SimplePredicate field="a" operator="lessThan" value="1"/></Attribute>
                <Attribute partialScore="2">
                  <SimplePredicate field="b" operator="lessThan" value="1"/></Attribute>
                """))
        .isEqualTo("characteristic `part` looks at 2 fields: exactly one can be binned");
  }

  private static String problem(String attributes) throws UnreadableModelException {
    var file =
        """
        <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
          <DataDictionary>
            <DataField name="a" optype="continuous" dataType="double"/>
            <DataField name="b" optype="continuous" dataType="double"/>
          </DataDictionary>
          <Scorecard functionName="regression" baselineScore="0">
            <MiningSchema><MiningField name="a"/><MiningField name="b"/></MiningSchema>
            <Characteristics><Characteristic name="part">%s</Characteristic></Characteristics>
          </Scorecard>
        </PMML>
        """
            .formatted(attributes);
    return PmmlScorecard.read(file.getBytes(StandardCharsets.UTF_8), "s", "")
            instanceof ImportedScorecard.Refused(var problems)
        ? problems.getFirst().message(Locale.ENGLISH)
        : "read";
  }

  private static Scorecard file(String name) throws Exception {
    var file =
        SharedMaterial.files("models/pmml", ".pmml").stream()
            .filter(it -> it.toString().contains(name + ".pmml"))
            .findFirst()
            .orElseThrow();
    return switch (PmmlScorecard.read(Files.readAllBytes(file), "card", "Card")) {
      case ImportedScorecard.Read(var card, _) -> card;
      case ImportedScorecard.Refused(var problems) -> throw new AssertionError(problems);
    };
  }

  private static @Nullable Double score(Scorecard card, Map<String, Object> facts) {
    return evaluated(card, card.name(), facts) instanceof BigDecimal score
        ? score.doubleValue()
        : null;
  }

  private static @Nullable Object reasons(Scorecard card, Map<String, Object> facts) {
    return evaluated(card, card.reasonsName(), facts);
  }

  private static @Nullable Object evaluated(
      Scorecard card, String decision, Map<String, Object> facts) {
    var model = DmnModel.compile(ScorecardForm.model(card));
    assertThat(model.compiledShare()).isEqualTo(1);
    var ours = model.evaluate(decision, Facts.of(facts), AS_OF, true);
    var theirs = model.evaluate(decision, Facts.of(facts), AS_OF, true, EngineChoice.KIE);
    assertThat(ours).isInstanceOf(Outcome.Decided.class);
    var value = ((Outcome.Decided) ours).value();
    assertThat(Likeness.alike(value, ((Outcome.Decided) theirs).value())).isTrue();
    return value;
  }
}
