package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;
import org.rulewright.decision.Severity;

class DmnCheckTest {

  private static final FactSchema SCHEMA =
      new FactSchema(
          List.of(
              FactField.required("score", FactType.NUMBER),
              FactField.optional("region", FactType.TEXT)));

  @Test
  void aSoundStrategyHasNoProblems() {
    assertThat(check(table("> 600 | \"a\" | \"APPROVE\"", "- | - | \"DECLINE\""))).isEmpty();
  }

  @Test
  void aNameNobodyDeclaredPointsAtItsCell() {
    var problem = only(table("> threshold | - | \"APPROVE\""));

    assertThat(problem.code()).isEqualTo("dmn.unknown-name");
    assertThat(problem.arguments().getFirst()).isEqualTo("threshold");
    assertThat(problem.place()).isEqualTo(new Place("d_verdict", "c_verdict_0_0", 2));
  }

  @Test
  void aNameThatIsOnlyNotConnectedSaysSo() {
    var found =
        check(
            DmnSamples.document(
                DmnSamples.input("score", "number"),
                DmnSamples.input("region", "string"),
                DmnSamples.literal("other", "string", "region", "in_region"),
                DmnSamples.literal(
                    "verdict",
                    "string",
                    "if score > 1 then region else other",
                    "in_score",
                    "d_other")));

    assertThat(codes(found)).containsExactly("dmn.not-required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"REF\" + \"ER\"",
        "if score > 1 then [1, 2][item > 1] else {a: 1}.a",
        "for x in 1..3 return x * 2",
        "some x in [1] satisfies x = score",
        "date(\"2026-01-01\") + duration(\"P1D\")",
        "score between 1 and [2, 3][1]",
        "function(a) a + 1"
      })
  void aHalfTypedExpressionIsAProblemAndNeverAFailure(String expression) {
    for (int typed = 1; typed <= expression.length(); typed++) {
      var text = expression.substring(0, typed);
      var model =
          DmnSamples.document(
              DmnSamples.input("score", "number"),
              DmnSamples.literal("verdict", "string", text, "in_score"));

      assertThatCode(() -> check(model)).as(text).doesNotThrowAnyException();
      var cells = table(text + " | - | " + text);
      assertThatCode(() -> check(cells)).as("in a table: " + text).doesNotThrowAnyException();
    }
  }

  @Test
  void aTextAgainstANumberIsAMismatchOfTheCell() {
    var problem = only(table("\"high\" | - | \"APPROVE\""));

    assertThat(problem.code()).isEqualTo("dmn.cell-type");
    assertThat(problem.place()).isEqualTo(new Place("d_verdict", "c_verdict_0_0", 0));
    assertThat(problem.message(Locale.ENGLISH)).contains("\"high\"").contains("a number");
    assertThat(problem.message(Locale.CHINESE)).contains("数字");
  }

  @Test
  void typesAreLookedAtInsideOfRangesNegationsAndLists() {
    assertThat(codes(check(table("[\"a\"..\"b\"] | - | \"A\"")))).containsOnly("dmn.cell-type");
    assertThat(codes(check(table("not(1, \"x\") | - | \"A\"")))).containsExactly("dmn.cell-type");
    assertThat(codes(check(table("1, true | - | \"A\"")))).containsExactly("dmn.cell-type");
    assertThat(codes(check(table("- | > 5 | \"A\"")))).containsExactly("dmn.cell-type");
    assertThat(check(table("? > 5 | contains(?, \"x\") | \"A\""))).isEmpty();
    assertThat(check(table("null | null, \"x\" | \"A\""))).isEmpty();
  }

  @Test
  void aRuleThatEndsBeforeItBeginsIsFoundByItsCell() {
    var model =
        DmnSamples.document(
            DmnSamples.input("score", "number"),
            DmnSamples.table(
                "verdict",
                "FIRST",
                List.of("in_score"),
                List.of("today()", "score"),
                List.of("verdict:string"),
                "[date(\"2026-01-01\")..date(\"2026-12-31\")] | > 1 | \"A\"",
                "[date(\"2026-12-31\")..date(\"2026-01-01\")] | > 1 | \"B\""));

    var problem =
        check(model).stream()
            .filter(it -> it.code().equals("dmn.validity-empty"))
            .findFirst()
            .orElseThrow();

    assertThat(problem.code()).isEqualTo("dmn.validity-empty");
    assertThat(problem.place()).isEqualTo(Place.of("d_verdict", "c_verdict_1_0"));
    assertThat(problem.message(Locale.ENGLISH)).contains("rule 2");
    assertThat(problem.message(Locale.CHINESE)).contains("第 2 行");
  }

  @Test
  void anOutputOfAnotherTypeThanItsColumnIsAMismatch() {
    assertThat(codes(check(table("- | - | 5")))).containsExactly("dmn.cell-type");
  }

  @Test
  void wrongSyntaxSaysWhereInTheCell() {
    var found = check(table("[1..  | - | \"APPROVE\""));

    assertThat(found).isNotEmpty().allMatch(it -> it.code().equals("dmn.syntax"));
    assertThat(found.getFirst().place().cell()).isEqualTo("c_verdict_0_0");
    assertThat(found.getFirst().place().offset()).isPositive();
  }

  @Test
  void anInputTheStrategyDoesNotDeclareIsUnknown() {
    var found =
        check(
            DmnSamples.document(
                DmnSamples.input("score", "number"),
                DmnSamples.input("region", "string"),
                DmnSamples.input("colour", "string"),
                DmnSamples.literal(
                    "verdict",
                    "string",
                    "region + colour + string(score)",
                    "in_score",
                    "in_region",
                    "in_colour")));

    assertThat(codes(found)).containsExactly("dmn.unknown-feature");
    assertThat(found.getFirst().place()).isEqualTo(Place.of("in_colour"));
  }

  @Test
  void anInputOfAnotherTypeThanTheStrategyDeclaresIsAnError() {
    var found =
        check(
            DmnSamples.document(
                DmnSamples.input("score", "string"),
                DmnSamples.input("region", "string"),
                DmnSamples.literal(
                    "verdict", "string", "score + region", "in_score", "in_region")));

    assertThat(codes(found)).containsExactly("dmn.input-type");
  }

  @Test
  void whatIsNotUsedIsAWarning() {
    var found =
        check(
            DmnSamples.document(
                DmnSamples.input("score", "number"),
                DmnSamples.literal("verdict", "string", "\"APPROVE\""),
                DmnSamples.literal("spare", "number", "1")));

    assertThat(codes(found))
        .containsExactlyInAnyOrder("dmn.unused-fact", "dmn.unused-input", "dmn.unused-decision");
    assertThat(found).allMatch(it -> it.severity() == Severity.WARNING);
  }

  @Test
  void anEntryThatIsNotThereAndOneWithoutAVerdictAreErrors() {
    assertThat(codes(DmnCheck.check(table("- | - | \"A\""), SCHEMA, "start")))
        .contains("dmn.no-entry");
    var found =
        DmnCheck.check(
            DmnSamples.document(
                DmnSamples.input("score", "number"),
                DmnSamples.input("region", "string"),
                DmnSamples.literal(
                    "start", "Any", "{amount: score, place: region}", "in_score", "in_region")),
            SCHEMA,
            "start");
    assertThat(codes(found)).containsExactly("dmn.no-verdict");
    assertThat(found.getFirst().message(Locale.ENGLISH)).contains("amount, place");
  }

  @Test
  void anEmptyTableAndEmptyCellsAreFound() {
    assertThat(codes(check(table()))).containsExactly("dmn.empty-table");
    assertThat(codes(check(table("- | - | ")))).containsExactly("dmn.empty-output");
  }

  @Test
  void aListWhereOneTextIsDeclaredIsAnError() throws Exception {
    var xml =
        DmnSamples.model(
            DmnSamples.input("score", "number"),
            DmnSamples.input("region", "string"),
            DmnSamples.table(
                    "verdict",
                    "COLLECT",
                    List.of("in_score", "in_region"),
                    List.of("score", "region"),
                    List.of("verdict:string"),
                    "- | - | \"A\"")
                .replace(
                    "<variable name=\"verdict\"/>",
                    "<variable name=\"verdict\" typeRef=\"string\"/>"));

    var found = check(DmnDocument.read(DmnSamples.bytes(xml)));

    assertThat(codes(found)).containsExactly("dmn.result-type");
    assertThat(found.getFirst().message(Locale.ENGLISH)).contains("a list").contains("a text");
  }

  @Test
  void namesUsedTwiceAreErrors() {
    var found =
        check(
            DmnSamples.document(
                DmnSamples.input("score", "number"),
                DmnSamples.input("region", "string"),
                DmnSamples.literal("region", "string", "\"x\""),
                DmnSamples.literal("verdict", "string", "string(score)", "in_score", "in_region")));

    assertThat(codes(found)).contains("dmn.duplicate-name");
  }

  @Test
  void anotherLanguageThanFeelIsAnError() throws Exception {
    var xml =
        DmnSamples.model(
            DmnSamples.input("score", "number"),
            DmnSamples.input("region", "string"),
            DmnSamples.literal("verdict", "string", "score + region", "in_score", "in_region")
                .replace("<literalExpression", "<literalExpression expressionLanguage=\"juel\""));

    assertThat(codes(check(DmnDocument.read(DmnSamples.bytes(xml)))))
        .containsExactly("dmn.language");
  }

  @Test
  void logicBeyondTablesAndExpressionsIsSaidToBeTheReferenceEngines() {
    var found =
        check(
            DmnSamples.document(
                DmnSamples.input("score", "number"),
                DmnSamples.input("region", "string"),
                "<decision id=\"d_verdict\" name=\"verdict\"><variable name=\"verdict\"/>"
                    + DmnSamples.requirements("in_score", "in_region")
                    + "<context><contextEntry><variable name=\"verdict\"/><literalExpression><text>region</text></literalExpression></contextEntry></context></decision>"));

    assertThat(codes(found)).containsExactly("dmn.by-reference");
  }

  @Test
  void externalFunctionsAreNamed() {
    var found =
        check(
            DmnSamples.document(
                DmnSamples.input("score", "number"),
                DmnSamples.input("region", "string"),
                DmnSamples.literal(
                    "verdict",
                    "string",
                    "{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}, r: f(score)}.r + region",
                    "in_score",
                    "in_region")));

    assertThat(codes(found)).contains("dmn.external-function");
  }

  private static DmnDocument table(String... rows) {
    return DmnSamples.document(
        DmnSamples.input("score", "number"),
        DmnSamples.input("region", "string"),
        DmnSamples.table(
            "verdict",
            "FIRST",
            List.of("in_score", "in_region"),
            List.of("score", "region"),
            List.of("verdict:string"),
            rows));
  }

  private static Diagnostic only(DmnDocument document) {
    var found = check(document);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<Diagnostic> check(DmnDocument document) {
    return DmnCheck.check(document, SCHEMA, entry(document));
  }

  private static @Nullable String entry(DmnDocument document) {
    return document.decision("verdict").isPresent() ? "verdict" : null;
  }

  private static List<String> codes(List<Diagnostic> found) {
    return found.stream().map(Diagnostic::code).toList();
  }
}
