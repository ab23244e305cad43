package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.TraceStep;

class DmnModelTest {

  private static final OffsetDateTime AS_OF =
      OffsetDateTime.of(2026, 11, 23, 9, 30, 0, 0, ZoneOffset.ofHours(8));

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void linkedTablesDecideStepByStep(EngineChoice engine) {
    var model = DmnModel.compile(credit());

    var outcome =
        model.evaluate(
            "decision",
            Facts.of(Map.of("score", new BigDecimal("720"), "sales", 500)),
            AS_OF,
            true,
            engine);

    assertThat(outcome).isInstanceOf(Outcome.Decided.class);
    assertThat(((Outcome.Decided) outcome).value())
        .isEqualTo(Map.of("verdict", "APPROVE", "amount", new BigDecimal("1000")));
    assertThat(outcome.trace().steps())
        .extracting(TraceStep::decisionId)
        .containsExactly("d_grade", "d_limit", "d_decision");
    assertThat(outcome.trace().steps().getFirst().hits()).containsExactly("r_grade_0");
    assertThat(outcome.trace().steps().getLast().hits()).containsExactly("r_decision_0");
    assertThat(outcome.trace().steps().getFirst().delegated())
        .isEqualTo(engine != EngineChoice.COMPILED);
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void aListOfOneItemStaysAListWhereNoTypeIsDeclared(EngineChoice engine) {
    var model =
        DmnModel.compile(
            DmnSamples.document(
                DmnSamples.literal("codes", "Any", "[\"A\"]"),
                DmnSamples.literal("answer", "Any", "{codes: codes}", "d_codes")));

    var outcome = model.evaluate("answer", Facts.NONE, AS_OF, true, engine);

    assertThat(outcome).isInstanceOf(Outcome.Decided.class);
    assertThat(((Outcome.Decided) outcome).value()).isEqualTo(Map.of("codes", List.of("A")));
    assertThat(outcome.trace().steps().getFirst().value()).isEqualTo(List.of("A"));
  }

  @Test
  void theWholeGraphIsCompiled() {
    assertThat(DmnModel.compile(credit()).compiledShare()).isEqualTo(1.0);
  }

  @Test
  void onlyWhatTheAskedDecisionNeedsIsEvaluated() {
    var outcome =
        DmnModel.compile(credit()).evaluate("grade", Facts.of(Map.of("score", 10)), AS_OF, true);

    assertThat(outcome.trace().steps())
        .extracting(TraceStep::decisionName)
        .containsExactly("grade");
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void aMissingFactIsNullToTheRules(EngineChoice engine) {
    var model = DmnModel.compile(credit());
    var missing = model.evaluate("grade", Facts.NONE, AS_OF, false, engine);
    var isNull =
        model.evaluate(
            "grade", Facts.of(Collections.singletonMap("score", null)), AS_OF, false, engine);

    assertThat(missing).isEqualTo(isNull);
    assertThat(((Outcome.Decided) missing).value()).isEqualTo("NONE");
  }

  @ParameterizedTest
  @EnumSource(value = EngineChoice.class, names = "CAMUNDA", mode = EnumSource.Mode.EXCLUDE)
  void aFactOfAnotherTypeFailsAndSaysWhy(EngineChoice engine) {
    var outcome =
        DmnModel.compile(credit())
            .evaluate(
                "decision", Facts.of(Map.of("score", "high", "sales", 1)), AS_OF, true, engine);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).problems().getFirst().message(Locale.ENGLISH))
        .contains("high");
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void anUnknownDecisionFails(EngineChoice engine) {
    var outcome = DmnModel.compile(credit()).evaluate("nothing", Facts.NONE, AS_OF, false, engine);

    assertThat(((Outcome.Failed) outcome).problems())
        .extracting(Diagnostic::code)
        .containsExactly("dmn.unknown-decision");
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void decisionsThatRequireOneAnotherInACircleAreRefused(EngineChoice engine) {
    var model =
        DmnModel.compile(
            DmnSamples.document(
                DmnSamples.literal("a", "number", "b + 1", "d_b"),
                DmnSamples.literal("b", "number", "a + 1", "d_a")));

    assertThat(model.problems())
        .extracting(Diagnostic::code)
        .containsExactly("dmn.cycle", "dmn.cycle");
    assertThat(model.evaluate("a", Facts.NONE, AS_OF, false, engine))
        .isInstanceOf(Outcome.Failed.class);
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void theClockIsTheArgumentInEveryEngine(EngineChoice engine) {
    var model =
        DmnModel.compile(
            DmnSamples.document(
                DmnSamples.table(
                    "age",
                    "FIRST",
                    List.of(),
                    List.of("today()"),
                    List.of("age:string"),
                    "date(\"2026-11-23\") | \"now\"",
                    "- | \"other\"")));

    assertThat(model.evaluate("age", Facts.NONE, AS_OF, false, engine))
        .isEqualTo(new Outcome.Decided("now", org.rulewright.decision.Trace.EMPTY));
    assertThat(model.evaluate("age", Facts.NONE, AS_OF.plusDays(1), false, engine))
        .isEqualTo(new Outcome.Decided("other", org.rulewright.decision.Trace.EMPTY));
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void anEmptyCellOfAnEditorTestsNothing(EngineChoice engine) throws Exception {
    var xml =
        DmnSamples.model(
            DmnSamples.input("n", "number"),
            DmnSamples.table(
                "t", "FIRST", List.of("in_n"), List.of("n"), List.of("t:string"), "- | \"any\""));
    var model =
        DmnModel.compile(
            DmnDocument.read(DmnSamples.bytes(xml.replace("<text>-</text>", "<text/>"))));

    assertThat(model.evaluate("t", Facts.of(Map.of("n", 1)), AS_OF, false, engine))
        .isEqualTo(new Outcome.Decided("any", org.rulewright.decision.Trace.EMPTY));
  }

  @Test
  void inputsAreReadByTheTypesOfTheModel() {
    var document =
        DmnSamples.document(
            "<itemDefinition name=\"person\"><itemComponent name=\"born\"><typeRef>date</typeRef></itemComponent></itemDefinition>",
            "<itemDefinition name=\"people\" isCollection=\"true\"><typeRef>person</typeRef></itemDefinition>",
            DmnSamples.input("family", "people"),
            DmnSamples.input("day", "date"),
            DmnSamples.input("name", "string"));

    var read =
        DmnModel.compile(document)
            .facts(
                Map.of(
                    "family", List.of(Map.of("born", "2001-02-03")),
                    "day", "2026-11-23",
                    "name", "2026-11-23"));

    assertThat(read.accepted()).isTrue();
    assertThat(read.facts().get("family"))
        .isEqualTo(List.of(Map.of("born", LocalDate.of(2001, 2, 3))));
    assertThat(read.facts().get("day")).isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(read.facts().get("name")).isEqualTo("2026-11-23");
  }

  @Test
  void aDateThatIsNoneIsAProblemOfItsFact() {
    var read =
        DmnModel.compile(DmnSamples.document(DmnSamples.input("day", "date")))
            .facts(Map.of("day", "2026-02-30"));

    assertThat(read.problems()).extracting(Diagnostic::code).containsExactly("fact.wrong-type");
    assertThat(read.problems().getFirst().message(Locale.ENGLISH)).contains("2026-02-30");
  }

  private static DmnDocument credit() {
    return DmnSamples.document(
        DmnSamples.input("score", "number"),
        DmnSamples.input("sales", "number"),
        DmnSamples.table(
            "grade",
            "FIRST",
            List.of("in_score"),
            List.of("score"),
            List.of("grade:string"),
            ">= 700 | \"A\"",
            "[600..700) | \"B\"",
            "null | \"NONE\"",
            "- | \"C\""),
        DmnSamples.literal(
            "limit", "number", "if grade = \"A\" then sales * 2 else sales", "in_sales", "d_grade"),
        DmnSamples.table(
            "decision",
            "UNIQUE",
            List.of("d_grade", "d_limit"),
            List.of("grade"),
            List.of("verdict:string", "amount:number"),
            "\"A\", \"B\" | \"APPROVE\" | limit",
            "not(\"A\", \"B\") | \"DECLINE\" | 0"));
  }
}
