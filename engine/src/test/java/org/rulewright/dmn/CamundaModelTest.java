package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Trace;

class CamundaModelTest {

  private static final OffsetDateTime AS_OF =
      OffsetDateTime.of(2026, 11, 23, 9, 30, 0, 0, ZoneOffset.ofHours(8));

  private static final List<String> LANGUAGES =
      List.of(
          "juel",
          "JUEL",
          "groovy",
          "javascript",
          "ecmascript",
          "python",
          "ruby",
          "http://www.oracle.com/technetwork/java/javase/tech/juel",
          "http://www.omg.org/spec/DMN/20151101/groovy");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> anyOtherLanguageIsRefusedWhereverItIsNamed() {
    return LANGUAGES.stream()
        .flatMap(language ->
            Stream.of(
                    "definitions",
                    "literalExpression",
                    "decisionTable",
                    "inputExpression",
                    "inputEntry",
                    "outputEntry")
                .map(element ->
                    DynamicTest.dynamicTest(
                        language + " in " + element, () -> assertRefused(element, language))));
  }

  private void assertRefused(String element, String language) throws Exception {
    var victim = folder.resolve("pwned");
    var code =
        "${''.getClass().forName('java.io.File').getConstructor(''.getClass())"
            + ".newInstance('"
            + victim
            + "').createNewFile()}";
    var xml =
        DmnSamples.model(
                DmnSamples.input("a", "string"),
                DmnSamples.literal("l", "Any", code, "in_a"),
                DmnSamples.table(
                    "t",
                    "FIRST",
                    List.of("in_a"),
                    List.of(code),
                    List.of("t:string"),
                    code + " | " + code))
            .replaceAll(
                "<" + element + "(?=[ >])",
                "<" + element + " expressionLanguage=\"" + language + "\"");
    var model = DmnModel.compile(DmnDocument.read(DmnSamples.bytes(xml)));
    var asked = element.equals("literalExpression") ? "l" : "t";

    var outcome =
        model.evaluate(asked, Facts.of(Map.of("a", "x")), AS_OF, false, EngineChoice.CAMUNDA);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).problems())
        .extracting(Diagnostic::code)
        .contains("dmn.language");
    assertThat(Files.exists(victim)).isFalse();
  }

  @TestFactory
  Stream<DynamicTest> whatLooksLikeJuelIsNeverRun() {
    return Stream.of(
            "${1 + 1}",
            "#{1 + 1}",
            "${''.getClass().forName('java.lang.Runtime')}",
            "#{''.class}",
            "${a.getClass()}",
            "\"${1 + 1}\"",
            "new java.io.File(\"x\")",
            "java.lang.System.exit(1)",
            "Java.type(\"java.lang.System\")",
            "a.getClass()",
            "a.bytes",
            "function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}")
        .map(code -> DynamicTest.dynamicTest(code, () -> assertNotRun(code)));
  }

  private static void assertNotRun(String code) {
    var literal =
        DmnSamples.document(
            DmnSamples.input("a", "string"), DmnSamples.literal("d", "Any", code, "in_a"));
    var input =
        DmnSamples.document(
            DmnSamples.input("a", "string"),
            DmnSamples.table(
                "d",
                "FIRST",
                List.of("in_a"),
                List.of(code),
                List.of("d:Any"),
                "2, \"2\" | \"run\""));
    var cells =
        DmnSamples.document(
            DmnSamples.input("a", "string"),
            DmnSamples.table(
                "d", "FIRST", List.of("in_a"), List.of("a"), List.of("d:Any"), "- | " + code));
    for (var document : List.of(literal, input, cells)) {
      var outcome =
          DmnModel.compile(document)
              .evaluate("d", Facts.of(Map.of("a", "x")), AS_OF, false, EngineChoice.CAMUNDA);
      if (outcome instanceof Outcome.Decided(var value, _)) {
        // a text in quotes is only a text; everything else is unknown, and that is null
        assertThat(value).isIn(null, "${1 + 1}");
      }
    }
  }

  @Test
  void attributesAndExtensionsOfCamundaAreNotHandedOn() throws Exception {
    var xml =
        DmnSamples.model(
                DmnSamples.input("a", "number"),
                DmnSamples.table(
                    "d",
                    "FIRST",
                    List.of("in_a"),
                    List.of("a"),
                    List.of("d:string"),
                    "> 1 | \"big\""))
            .replace(
                "<input id",
                "<input xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\" camunda:inputVariable=\"x\" id");
    var model = DmnModel.compile(DmnDocument.read(DmnSamples.bytes(xml)));

    assertThat(value(model, "d", Map.of("a", 2))).isEqualTo("big");
  }

  @ParameterizedTest
  @EnumSource(DmnVersion.class)
  void everyEditionOfDmnIsRead(DmnVersion version) throws Exception {
    var xml =
        DmnSamples.model(
                DmnSamples.input("a", "number"),
                DmnSamples.literal("twice", "number", "a * 2", "in_a"),
                DmnSamples.table(
                    "size",
                    "UNIQUE",
                    List.of("d_twice"),
                    List.of("twice"),
                    List.of("size:string"),
                    "> 10 | \"big\"",
                    "<= 10 | \"small\""))
            .replace(DmnSamples.DMN_1_3, version.namespace());
    var model = DmnModel.compile(DmnDocument.read(DmnSamples.bytes(xml)));

    assertThat(value(model, "size", Map.of("a", 6))).isEqualTo("big");
  }

  @Test
  void resultsAreShapedAsDmnSays() {
    assertThat(table("FIRST", "", "d:number")).isEqualTo(new BigDecimal("1"));
    assertThat(table("ANY", "", "x:number", "y:string")).isNull();
    assertThat(table("FIRST", "", "x:number", "y:string"))
        .isEqualTo(Map.of("x", new BigDecimal("1"), "y", "a"));
    assertThat(table("COLLECT", "", "d:number"))
        .isEqualTo(List.of(new BigDecimal("1"), new BigDecimal("2.5")));
    assertThat(table("RULE ORDER", "", "x:number", "y:string"))
        .isEqualTo(
            List.of(
                Map.of("x", new BigDecimal("1"), "y", "a"),
                Map.of("x", new BigDecimal("2.5"), "y", "b")));
    assertThat(table("COLLECT", "SUM", "d:number")).isEqualTo(new BigDecimal("3.5"));
    assertThat(table("COLLECT", "MAX", "d:number")).isEqualTo(new BigDecimal("2.5"));
    assertThat(table("COLLECT", "COUNT", "d:number")).isEqualTo(new BigDecimal("2"));
  }

  private static @Nullable Object table(String policy, String aggregation, String... outputs) {
    boolean two = outputs.length == 2;
    var rows =
        new String[] {"- | 1" + (two ? " | \"a\"" : ""), "- | 2.5" + (two ? " | \"b\"" : "")};
    var xml =
        DmnSamples.model(
            DmnSamples.input("a", "number"),
            DmnSamples.table("d", policy, List.of("in_a"), List.of("a"), List.of(outputs), rows));
    if (!aggregation.isEmpty()) {
      xml = xml.replace("hitPolicy=", "aggregation=\"" + aggregation + "\" hitPolicy=");
    }
    try {
      var outcome =
          DmnModel.compile(DmnDocument.read(DmnSamples.bytes(xml)))
              .evaluate("d", Facts.of(Map.of("a", 1)), AS_OF, false, EngineChoice.CAMUNDA);
      return outcome instanceof Outcome.Decided(var value, _) ? value : null;
    } catch (org.rulewright.xml.UnreadableModelException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void inputsOfATableThatAggregatesKeepTheirDigits() throws Exception {
    var xml =
        DmnSamples.model(
                DmnSamples.input("a", "number"),
                DmnSamples.table(
                    "d",
                    "COLLECT",
                    List.of("in_a"),
                    List.of("a"),
                    List.of("d:number"),
                    "< 100000 | 1",
                    ">= 100000 | 2"))
            .replace("hitPolicy=", "aggregation=\"SUM\" hitPolicy=");
    var model = DmnModel.compile(DmnDocument.read(DmnSamples.bytes(xml)));

    assertThat(value(model, "d", Map.of("a", new BigDecimal("99999.99999999999999999999"))))
        .isEqualTo(BigDecimal.ONE);
  }

  @Test
  void valuesKeepTheirTypesAndDigits() {
    assertThat(literal("12345678901234567890.123456789 + 0"))
        .isEqualTo(new BigDecimal("12345678901234567890.123456789"));
    assertThat(literal("9007199254740993")).isEqualTo(new BigDecimal("9007199254740993"));
    assertThat(literal("date(\"2026-11-23\")")).isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(literal("{a: [1, null], b: {c: true}}"))
        .isEqualTo(
            Map.of(
                "a", java.util.Arrays.asList(new BigDecimal("1"), null), "b", Map.of("c", true)));
    assertThat(literal("date and time(\"2026-11-23T10:00:00+08:00\")"))
        .isEqualTo(OffsetDateTime.parse("2026-11-23T10:00:00+08:00").toZonedDateTime());
  }

  @TestFactory
  Stream<DynamicTest> whatCamundaDoesNotSupportIsNamed() {
    var boxed = "<decision id=\"d_d\" name=\"d\"><variable name=\"d\"/>%s</decision>";
    return Stream.of(
            Map.entry("context", "<context id=\"x\"/>"),
            Map.entry("invocation", "<invocation id=\"x\"/>"),
            Map.entry("relation", "<relation id=\"x\"/>"),
            Map.entry("list", "<list id=\"x\"/>"),
            Map.entry("conditional", "<conditional id=\"x\"/>"),
            Map.entry("filter", "<filter id=\"x\"/>"),
            Map.entry("for", "<for id=\"x\"/>"),
            Map.entry("some", "<some id=\"x\"/>"),
            Map.entry("every", "<every id=\"x\"/>"),
            Map.entry("functionDefinition", "<functionDefinition id=\"x\"/>"),
            Map.entry(
                "knowledgeRequirement",
                "<knowledgeRequirement><requiredKnowledge href=\"#b\"/></knowledgeRequirement><literalExpression><text>1</text></literalExpression>"),
            Map.entry(
                "hitPolicy PRIORITY",
                "<decisionTable hitPolicy=\"PRIORITY\"><output name=\"d\"/></decisionTable>"),
            Map.entry(
                "defaultOutputEntry",
                "<decisionTable><output name=\"d\"><defaultOutputEntry><text>1</text></defaultOutputEntry></output></decisionTable>"))
        .map(it ->
            DynamicTest.dynamicTest(
                it.getKey(),
                () -> {
                  var model = DmnModel.compile(DmnSamples.document(boxed.formatted(it.getValue())));
                  var outcome = model.evaluate("d", Facts.NONE, AS_OF, false, EngineChoice.CAMUNDA);
                  assertThat(outcome).isInstanceOf(Outcome.Failed.class);
                  var problem = ((Outcome.Failed) outcome).problems().getFirst();
                  assertThat(problem.code()).isEqualTo("dmn.camunda-unsupported");
                  assertThat(problem.message(Locale.ENGLISH))
                      .contains("Camunda does not support `" + it.getKey() + "`");
                  assertThat(problem.message(Locale.CHINESE)).contains(it.getKey());
                }));
  }

  @Test
  void aNameOfDmnThatCamundaCannotReadIsNamed() {
    var model =
        DmnModel.compile(
            DmnSamples.document(
                DmnSamples.input("annual sales", "number"),
                DmnSamples.literal("d", "number", "annual sales", "in_annual sales")));

    assertThat(model.obstaclesToCamunda("d"))
        .extracting(Diagnostic::code)
        .containsExactly("dmn.camunda-name");
  }

  @Test
  void chineseNamesAndTextsAreRead() {
    var model =
        DmnModel.compile(
            DmnSamples.document(
                DmnSamples.input("销售额", "number"),
                DmnSamples.table(
                    "等级",
                    "FIRST",
                    List.of("in_销售额"),
                    List.of("销售额"),
                    List.of("等级:string"),
                    ">= 100 | \"优\"",
                    "- | \"良\"")));

    assertThat(value(model, "等级", Map.of("销售额", 100))).isEqualTo("优");
  }

  @Test
  void wrongFeelFailsWithTheWordsOfTheEngine() {
    var model = DmnModel.compile(DmnSamples.document(DmnSamples.literal("d", "number", "1 +")));

    var outcome = model.evaluate("d", Facts.NONE, AS_OF, false, EngineChoice.CAMUNDA);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).problems().getFirst().message(Locale.ENGLISH))
        .contains("1 +");
  }

  @Test
  void theClockCountsForEveryEvaluation() {
    var model = DmnModel.compile(DmnSamples.document(DmnSamples.literal("d", "date", "today()")));

    assertThat(model.evaluate("d", Facts.NONE, AS_OF, false, EngineChoice.CAMUNDA))
        .isEqualTo(new Outcome.Decided(AS_OF.toLocalDate(), Trace.EMPTY));
    assertThat(model.evaluate("d", Facts.NONE, AS_OF.plusDays(1), false, EngineChoice.CAMUNDA))
        .isEqualTo(new Outcome.Decided(AS_OF.toLocalDate().plusDays(1), Trace.EMPTY));
  }

  @TestFactory
  Stream<DynamicTest> aParserThatTriesEverythingEndsSoon() {
    return Stream.of("(", "[", "{a: ", "f(", "not(", "-(", "if (", "x in (", "if (x in ([", "[1..(")
        .map(open ->
            DynamicTest.dynamicTest(
                open,
                () -> {
                  int levels = 20 / open.replaceAll("[^(\\[{]", "").length();
                  long start = System.nanoTime();
                  literal(open.repeat(levels) + "1");
                  literal("if ".repeat(500) + "1e4");
                  assertThat(Duration.ofNanos(System.nanoTime() - start))
                      .isLessThan(Duration.ofSeconds(8));
                }));
  }

  @Test
  void aDecisionServiceIsNotSupported() throws Exception {
    var xml =
        DmnSamples.model(
            DmnSamples.literal("d", "number", "1"),
            "<decisionService id=\"s\" name=\"s\"><outputDecision href=\"#d_d\"/></decisionService>");
    var model = DmnModel.compile(DmnDocument.read(DmnSamples.bytes(xml)));

    var outcome = model.evaluateService("s", Facts.NONE, AS_OF, false, EngineChoice.CAMUNDA);

    assertThat(((Outcome.Failed) outcome).problems().getFirst().message(Locale.ENGLISH))
        .contains("Camunda does not support `decisionService`");
  }

  private static @Nullable Object literal(String feel) {
    var outcome =
        DmnModel.compile(DmnSamples.document(DmnSamples.literal("d", "Any", feel)))
            .evaluate("d", Facts.NONE, AS_OF, false, EngineChoice.CAMUNDA);
    return outcome instanceof Outcome.Decided(var value, _) ? value : outcome;
  }

  private static @Nullable Object value(DmnModel model, String decision, Map<String, ?> facts) {
    var outcome = model.evaluate(decision, Facts.of(facts), AS_OF, false, EngineChoice.CAMUNDA);
    assertThat(outcome).isInstanceOf(Outcome.Decided.class);
    return ((Outcome.Decided) outcome).value();
  }
}
