package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Trace;

@ParameterizedClass
@EnumSource(EngineChoice.class)
class HostileExpressionTest {

  private final EngineChoice engine;

  HostileExpressionTest(EngineChoice engine) {
    this.engine = engine;
  }

  private static final OffsetDateTime AS_OF =
      OffsetDateTime.of(2026, 11, 23, 9, 30, 0, 0, ZoneOffset.ofHours(8));

  private static final Duration LIMIT = Duration.ofSeconds(1);

  /** Far above the limit of an evaluation, far below for ever. */
  private static final Duration SOON = LIMIT.plusSeconds(8);

  @TestFactory
  Stream<DynamicTest> aLoopWithoutEndIsStopped() {
    return Stream.of(
            "for i in 1..10**9 return i",
            "count(for i in 1..10**9 return \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\")",
            "for i in 1..10**9, j in [] return 1",
            "for i in 1..100000, j in 1..100000 return 1",
            "some i in (for i in 1..1000 return i), j in (for i in 1..1000 return i), k in (for i in 1..1000 return i) satisfies i + j + k < 0",
            "every i in (for i in 1..1000 return i), j in (for i in 1..1000 return i), k in (for i in 1..1000 return i), l in [] satisfies true",
            "{f: function(n) if n < 2 then 1 else f(n - 1) + f(n - 2), r: f(60)}.r",
            "for i in 1..10**9 return if 1 = 1 then null else 2",
            "{a: for i in 1..1000 return i, b: a[item in a[item in a[item > 0]]]}.b")
        .map(feel ->
            DynamicTest.dynamicTest(feel, () -> assertFailsSoon(feel, "EVALUATION_TIMEOUT")));
  }

  @TestFactory
  Stream<DynamicTest> whatGrowsWithoutBoundIsStopped() {
    return Stream.of(
            doubling("\"0123456789abcdef\"", "%1$s + %1$s"),
            doubling("[1, 2, 3, 4]", "concatenate(%1$s, %1$s)"),
            doubling("\"0123456789abcdef\"", "string join([%1$s, %1$s])"),
            doubling("\"aaaa\"", "replace(%1$s, \"a\", \"aa\")"))
        .map(feel -> DynamicTest.dynamicTest(feel.substring(0, 60), () -> assertStops(feel)));
  }

  @TestFactory
  Stream<DynamicTest> numbersBeyondDmnDoNotFillTheMemory() {
    return Stream.of(
            "string(10 ** 999999999)",
            "string([10 ** 999999999])",
            "floor(10 ** 999999999)",
            "ceiling(10 ** 999999999)",
            "round up(10 ** 999999999, 2)",
            "modulo(10 ** 999999999, 7)",
            "decimal(1 / 3, 999999999)",
            "even(10 ** 999999999)")
        .map(feel -> DynamicTest.dynamicTest(feel, () -> assertGivesNothing(feel)));
  }

  @TestFactory
  Stream<DynamicTest> javaIsOutOfReach() {
    return Stream.of(
            "\"text\".class",
            "\"text\".class.name",
            "[\"text\"].class",
            "{a: \"text\"}.a.class",
            "{a: {b: \"text\"}}.a.b.class.name",
            "a.class",
            "sum.class",
            "(function(x) x).evaluationContext",
            "1.toString",
            "true.class.protectionDomain",
            "get value(\"text\", \"class\")",
            "get entries(\"text\")",
            "[\"text\"][class != null][1]",
            "[\"text\"][bytes != null][1]",
            "[\"text\"][blank = false][1]")
        .map(feel -> DynamicTest.dynamicTest(feel, () -> assertGivesNothing(feel)));
  }

  @TestFactory
  Stream<DynamicTest> theQueryBehindPatternsCannotBeReplaced() {
    // the reference engine joins flags into a query of XQuery, which can read files
    return Stream.of(
            "matches(\"a\", \"b\", \"', '') or matches('a', 'a\")",
            "matches(input: \"a\", pattern: \"b\", flags: \"') or doc-available('file:/etc/passwd') or matches('a', 'b\")",
            "replace(\"a\", \"b\", \"c\", \"') || unparsed-text('file:/etc/passwd') || ('\")",
            "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a+)+$\")",
            "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a|aa)+$\")",
            "split(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+b\")")
        .map(feel ->
            DynamicTest.dynamicTest(
                feel,
                () -> {
                  if (engine == EngineChoice.CAMUNDA) {
                    // the searches of Java that stand there are counted, and may find nothing
                    assertThat(assertEndsSoon(feel))
                        .isNotEqualTo(new Outcome.Decided(true, Trace.EMPTY));
                  } else {
                    assertGivesNothing(feel);
                  }
                }));
  }

  @Test
  void ordinaryPatternsStillWork() {
    assertThat(value("matches(\"ABC\", \"^a.c$\", \"i\")")).isEqualTo(true);
    assertThat(value("replace(\"a1b22\", \"[0-9]+\", \"#\")")).isEqualTo("a#b#");
    assertThat(value("split(\"a,b\", \",\")")).isEqualTo(List.of("a", "b"));
    assertThat(value("matches(\"2026-11\", \"([0-9]{4})-([0-9]{2})\")")).isEqualTo(true);
  }

  @Test
  void anExternalFunctionWrittenInFeelIsRefusedByName() {
    var document =
        DmnSamples.document(
            DmnSamples.literal(
                "steal",
                "Any",
                "{f: function(x) external {java: {class: \"java.lang.System\", method signature: \"getenv(java.lang.String)\"}}, r: f(\"PATH\")}.r"));

    var model = DmnModel.compile(document);

    assertThat(model.problems())
        .extracting(Diagnostic::code)
        .containsExactly("dmn.external-function");
    assertThat(model.problems().getFirst().place().element()).isEqualTo("d_steal");
    assertThat(model.problems().getFirst().message(Locale.ENGLISH)).contains("steal");
    assertThat(model.evaluate("steal", Facts.NONE, AS_OF, false, engine))
        .isInstanceOf(Outcome.Failed.class);
  }

  @TestFactory
  Stream<DynamicTest> anExternalFunctionOfAModelIsRefusedInEveryEngine() {
    return Stream.of("Java", "PMML")
        .map(kind -> DynamicTest.dynamicTest(kind, () -> assertRefused(kind)));
  }

  private void assertRefused(String kind) {
    var document =
        DmnSamples.document(
            """
            <businessKnowledgeModel id="bkm" name="abs"><variable name="abs"/>
            <encapsulatedLogic kind="%s"><formalParameter name="x"/><context>
            <contextEntry><variable name="class"/><literalExpression><text>"java.lang.Math"</text></literalExpression></contextEntry>
            <contextEntry><variable name="method signature"/><literalExpression><text>"abs(int)"</text></literalExpression></contextEntry>
            </context></encapsulatedLogic></businessKnowledgeModel>
            """
                .formatted(kind),
            DmnSamples.literal("d", "number", "1"));

    var model = DmnModel.compile(document);

    var outcome = model.evaluate("d", Facts.NONE, AS_OF, false, engine);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    var problem = ((Outcome.Failed) outcome).problems().getFirst();
    assertThat(problem.code()).isEqualTo("dmn.external-function");
    assertThat(problem.arguments()).containsExactly("abs", kind);
    assertThat(problem.place().element()).isEqualTo("bkm");
  }

  @Test
  void anImportOfAnotherKindIsRefused() {
    var document =
        DmnSamples.document(
            "<import name=\"m\" namespace=\"urn:m\" locationURI=\"http://127.0.0.1:1/m.pmml\" importType=\"http://www.dmg.org/PMML-4_2\"/>",
            DmnSamples.literal("d", "number", "1"));

    assertThat(DmnModel.compile(document).problems())
        .extracting(Diagnostic::code)
        .containsExactly("dmn.import-refused");
  }

  @TestFactory
  Stream<DynamicTest> nestingWithoutEndIsRefusedBeforeItIsParsed() {
    return Stream.of("(", "[", "{a: ")
        .map(open ->
            DynamicTest.dynamicTest(
                open,
                () -> {
                  var document =
                      DmnSamples.document(DmnSamples.literal("d", "Any", open.repeat(3000) + "1"));
                  assertThat(DmnModel.compile(document).problems())
                      .extracting(Diagnostic::code)
                      .containsExactly("dmn.text-too-deep");
                }));
  }

  @Test
  void aFunctionThatCallsItselfForEverFails() {
    var outcome = evaluate("{f: function(n) f(n + 1), r: f(1)}.r");

    if (engine == EngineChoice.CAMUNDA) {
      // to Camunda a function that calls itself is unknown, and what is unknown is null
      assertThat(outcome).isEqualTo(new Outcome.Decided(null, Trace.EMPTY));
    } else {
      assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    }
  }

  @Test
  void aLongChainOfOperatorsFailsOrIsDecidedButDoesNotEndTheThread() {
    assertThat(evaluate("1" + "+1".repeat(20_000))).isNotNull();
    assertThat(evaluate("-".repeat(20_000) + "1")).isNotNull();
    assertThat(evaluate("if true then ".repeat(3_000) + "1" + " else 2".repeat(3_000))).isNotNull();
  }

  @Test
  void theClockIsTheArgument() {
    assertThat(value("today()")).isEqualTo(AS_OF.toLocalDate());
    assertThat(value("now()")).isEqualTo(AS_OF.toZonedDateTime());
  }

  private static String doubling(String seed, String step) {
    var feel = new StringBuilder("{v0: " + seed);
    for (int i = 1; i <= 40; i++) {
      feel.append(", v%d: ".formatted(i)).append(step.formatted("v" + (i - 1)));
    }
    return feel.append(", r: v40}.r").toString();
  }

  private void assertFailsSoon(String feel, String code) {
    var outcome = assertEndsSoon(feel);
    if (engine == EngineChoice.CAMUNDA
        && outcome instanceof Outcome.Decided(var value, _)
        && value == null) {
      // to Camunda a function that calls itself is unknown, and what is unknown is null
      return;
    }
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).problems()).extracting(Diagnostic::code).contains(code);
  }

  private void assertStops(String feel) {
    var outcome = assertEndsSoon(feel);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).problems())
        .extracting(Diagnostic::code)
        // a text beyond the longest subject of a pattern is refused by that function itself
        .containsAnyOf("dmn.too-big", "EVALUATION_TIMEOUT", "dmn.engine", "dmn.camunda-text");
  }

  private void assertGivesNothing(String feel) {
    switch (assertEndsSoon(feel)) {
      case Outcome.Failed _ -> {
        // refused aloud
      }
      case Outcome.Decided(var value, _) ->
          assertThat(value).isIn(null, List.of(), java.util.Collections.singletonList(null));
    }
  }

  private Outcome assertEndsSoon(String feel) {
    long start = System.nanoTime();
    var outcome = evaluate(feel);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    return outcome;
  }

  private @org.jspecify.annotations.Nullable Object value(String feel) {
    var outcome = evaluate(feel);
    assertThat(outcome).isInstanceOf(Outcome.Decided.class);
    return ((Outcome.Decided) outcome).value();
  }

  private Outcome evaluate(String feel) {
    var document =
        DmnSamples.document(
            DmnSamples.input("a", "string"), DmnSamples.literal("d", "Any", feel, "in_a"));
    return DmnModel.compile(document)
        .evaluate("d", Facts.of(Map.of("a", "text")), AS_OF, false, engine);
  }
}
