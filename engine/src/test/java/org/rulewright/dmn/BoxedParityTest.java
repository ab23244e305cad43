package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.TraceStep;
import org.rulewright.xml.UnreadableModelException;

/** Boxed expressions come to what the reference engine makes of them, whoever decides. */
class BoxedParityTest {

  private static final int MODELS = Integer.getInteger("rulewright.parity.boxed", 40);
  private static final OffsetDateTime AS_OF =
      OffsetDateTime.of(2026, 11, 23, 9, 30, 0, 0, ZoneOffset.ofHours(8));

  private static final Map<String, String> NAMES =
      Map.of(
          "n1", "number", "n2", "number", "s1", "string", "b1", "boolean", "d1", "date", "l1",
          "Any", "l2", "Any", "c1", "Any", "x1", "Any");

  /** The forms of DMN 1.5 that hold others. */
  enum Form {
    CONTEXT,
    RESULT_ENTRY,
    LIST,
    RELATION,
    CONDITIONAL,
    FILTER,
    FOR,
    SOME,
    EVERY,
    INVOCATION,
    CALL,
    TABLE
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void randomFormsAreDecidedAlike(Form form) {
    int decided = 0;
    int regular = 0;
    for (int seed = 0; seed < MODELS; seed++) {
      var random = new SplittableRandom(seed * 31L + form.ordinal());
      var boxes = new Boxes(random);
      var answer = decision("answer", boxes.form(form, 2));
      // a decision between, so that the one after it sees what was made of the first
      var after =
          decision("after", boxes.literal("{got: answer, n: " + boxes.feel.number(1) + "}"));
      var elements = new ArrayList<String>();
      NAMES.forEach((name, type) -> elements.add(DmnSamples.input(name, type)));
      elements.add(boxes.known);
      elements.add(answer);
      elements.add(
          after.replace(
              "<literalExpression>",
              "<informationRequirement><requiredDecision href=\"#d_answer\"/></informationRequirement><literalExpression>"));
      var model = DmnModel.compile(document(elements));
      for (int i = 0; i < 4; i++) {
        var facts = Facts.of(ExpressionParityTest.facts(random));
        for (var asked : List.of("answer", "after")) {
          var ours = model.evaluate(asked, facts, AS_OF, true);
          var theirs = model.evaluate(asked, facts, AS_OF, false, EngineChoice.KIE);
          var about =
              "seed %d, %s%nours %s%ntheirs %s%nfacts %s%n%s%n%s%n%s"
                  .formatted(
                      seed,
                      asked,
                      ours,
                      theirs,
                      facts.asMap(),
                      boxes.known,
                      answer.replaceAll("<informationRequirement>.*</informationRequirement>", ""),
                      after.replaceAll("<informationRequirement>.*</informationRequirement>", ""));
          assertThat(ours.getClass()).as(about).isEqualTo(theirs.getClass());
          if (ours instanceof Outcome.Decided(var value, var trace)
              && theirs instanceof Outcome.Decided(var other, _)) {
            assertThat(ExpressionParityTest.same(value, other)).as(about).isTrue();
            decided++;
            regular += trace.steps().stream().noneMatch(TraceStep::delegated) ? 1 : 0;
          }
        }
      }
    }
    System.out.printf("%s: %d decided, %d by our engine alone%n", form, decided, regular);
    assertThat(regular).isGreaterThan(MODELS / 4);
  }

  @Test
  void onlyTheDecisionBeyondOurEngineIsTheReferenceEngines() {
    var model =
        DmnModel.compile(
            DmnSamples.document(
                DmnSamples.input("n", "number"),
                DmnSamples.literal("twice", "number", "n * 2", "in_n"),
                DmnSamples.literal("parts", "Any", "split(string(twice), \"0\")", "d_twice"),
                DmnSamples.literal("count", "number", "count(parts) + twice", "d_parts", "d_twice"),
                DmnSamples.literal("unasked", "number", "n / 0", "in_n")));

    var outcome = model.evaluate("count", Facts.of(Map.of("n", 51)), AS_OF, true);

    assertThat(((Outcome.Decided) outcome).value()).isEqualTo(new java.math.BigDecimal("104"));
    assertThat(outcome.trace().steps())
        .extracting(TraceStep::decisionName, TraceStep::delegated)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("twice", false),
            org.assertj.core.groups.Tuple.tuple("parts", true),
            org.assertj.core.groups.Tuple.tuple("count", false));
  }

  @Test
  void aDecisionOfTheReferenceEngineTakesWhatOursHasMade() {
    var function =
        "<decision id=\"d_f\" name=\"f\"><variable name=\"f\"/><informationRequirement><requiredDecision href=\"#d_twice\"/></informationRequirement>"
            + "<context><contextEntry><variable name=\"plus\"/><functionDefinition><formalParameter name=\"x\" typeRef=\"number\"/>"
            + "<literalExpression><text>x + twice</text></literalExpression></functionDefinition></contextEntry>"
            + "<contextEntry><literalExpression><text>plus(1)</text></literalExpression></contextEntry></context></decision>";
    var model =
        DmnModel.compile(
            DmnSamples.document(
                DmnSamples.input("n", "number"),
                DmnSamples.literal("twice", "number", "n * 2", "in_n"),
                function));

    var outcome = model.evaluate("f", Facts.of(Map.of("n", 4)), AS_OF, true);

    assertThat(((Outcome.Decided) outcome).value()).isEqualTo(new java.math.BigDecimal("9"));
    assertThat(outcome.trace().steps())
        .extracting(TraceStep::delegated)
        .containsExactly(false, true);
  }

  private static DmnDocument document(List<String> elements) {
    try {
      return DmnDocument.read(
          DmnSamples.bytes(
              DmnSamples.model(elements.toArray(String[]::new))
                  .replace(DmnSamples.DMN_1_3, DmnVersion.V1_5.namespace())));
    } catch (UnreadableModelException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String decision(String name, String logic) {
    var required = new StringBuilder();
    NAMES.keySet().stream()
        .sorted()
        .forEach(it ->
            required.append(
                "<informationRequirement><requiredInput href=\"#in_%s\"/></informationRequirement>"
                    .formatted(it)));
    return "<decision id=\"d_%s\" name=\"%s\"><variable name=\"%s\"/>%s<knowledgeRequirement><requiredKnowledge href=\"#k\"/></knowledgeRequirement>%s</decision>"
        .formatted(name, name, name, required, logic);
  }

  /** Random forms. */
  private static final class Boxes {
    private final RandomGenerator random;
    private final RandomFeel feel;

    /** The business knowledge all forms may call. */
    private final String known;

    Boxes(RandomGenerator random) {
      this.random = random;
      this.feel = new RandomFeel(random);
      this.known = knowledge();
    }

    String literal(String text) {
      return "<literalExpression><text>%s</text></literalExpression>"
          .formatted(text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private String any(int depth) {
      return depth > 0 && random.nextInt(3) == 0
          ? form(Form.values()[random.nextInt(Form.TABLE.ordinal())], depth - 1)
          : literal(feel.any(1));
    }

    String form(Form form, int depth) {
      return switch (form) {
        case CONTEXT -> "<context>" + entries(depth) + "</context>";
        case RESULT_ENTRY ->
            "<context>"
                + entries(depth)
                + "<contextEntry>"
                + literal("{sum: first, more: " + feel.any(1) + "}")
                + "</contextEntry></context>";
        case LIST -> "<list>" + any(depth) + any(depth) + "</list>";
        case RELATION ->
            "<relation><column name=\"p\"/><column name=\"q\"/><row>"
                + any(depth)
                + literal(feel.number(1))
                + "</row><row>"
                + literal(feel.text(1))
                + any(depth)
                + "</row></relation>";
        case CONDITIONAL ->
            "<conditional><if>"
                + literal(feel.truth(2))
                + "</if><then>"
                + any(depth)
                + "</then><else>"
                + any(depth)
                + "</else></conditional>";
        case FILTER ->
            "<filter><in>"
                + literal(random.nextInt(5) == 0 ? "l2" : "[1, n1, 30]")
                + "</in><match>"
                + literal(random.nextInt(5) == 0 ? "a > 1" : "item > " + feel.number(0))
                + "</match></filter>";
        case FOR -> loop("for", "return", any(depth));
        case SOME -> loop("some", "satisfies", literal("i > " + feel.number(1)));
        case EVERY -> loop("every", "satisfies", literal("i >= " + feel.number(0)));
        case INVOCATION ->
            "<invocation>"
                + literal("k")
                + binding("m", feel.number(1))
                + binding("t", feel.any(1))
                + "</invocation>";
        case CALL -> literal("k(" + feel.number(1) + ", " + feel.any(1) + ")");
        case TABLE ->
            "<context><contextEntry><variable name=\"table\"/><decisionTable hitPolicy=\"FIRST\">"
                + "<input><inputExpression><text>n1</text></inputExpression></input><output/>"
                + "<rule><inputEntry><text>&gt; 3</text></inputEntry><outputEntry><text>\"big\"</text></outputEntry></rule>"
                + "<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>"
                + feel.number(1).replace("<", "&lt;")
                + "</text></outputEntry></rule></decisionTable></contextEntry></context>";
      };
    }

    private String entries(int depth) {
      return "<contextEntry><variable name=\"first\" typeRef=\"number\"/>"
          + literal(feel.number(1))
          + "</contextEntry><contextEntry><variable name=\"n2\"/>"
          + any(depth)
          + "</contextEntry><contextEntry><variable name=\"last\"/>"
          + literal("[first, " + feel.number(1) + "]")
          + "</contextEntry>";
    }

    private String loop(String kind, String body, String logic) {
      return "<%s iteratorVariable=\"i\"><in>%s</in><%s>%s</%s></%s>"
          .formatted(
              kind, literal(random.nextInt(4) == 0 ? "l1" : "[n1, 2]"), body, logic, body, kind);
    }

    private String binding(String parameter, String text) {
      return "<binding><parameter name=\"%s\"/>%s</binding>".formatted(parameter, literal(text));
    }

    /** A business knowledge model of two parameters. */
    String knowledge() {
      var body =
          random.nextBoolean()
              ? literal(
                  random.nextBoolean() ? "if m > 1 then {t: t} else [m]" : "string(m) + string(t)")
              : "<conditional><if>%s</if><then>%s</then><else>%s</else></conditional>"
                  .formatted(literal("m > 2"), literal("t"), literal("m / 2"));
      return "<businessKnowledgeModel id=\"k\" name=\"k\"><variable name=\"k\"/><encapsulatedLogic>"
          + "<formalParameter name=\"m\" typeRef=\"number\"/><formalParameter name=\"t\"/>"
          + body
          + "</encapsulatedLogic></businessKnowledgeModel>";
    }
  }
}
