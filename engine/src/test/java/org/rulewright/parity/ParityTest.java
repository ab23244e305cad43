package org.rulewright.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Trace;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnModel;
import org.rulewright.xml.UnreadableModelException;

class ParityTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");

  private static final Limits SHORT =
      new Limits(7, Duration.ofSeconds(60), 2_000, 300, 300, 150, BigDecimal.ZERO);

  @Test
  void aSmallModelIsExaminedInEveryRegionAndAgrees() {
    var report = Parity.examine(credit(), SHORT, Progress.NONE);

    assertThat(report.different()).as("%s", report.differences()).isZero();
    assertThat(report.stages().getFirst().stage()).isEqualTo(Stage.REGIONS);
    // score: four intervals and points of 600 and 700, null, missing; town: two, other, null,
    // missing
    assertThat(report.regions()).isEqualTo(BigInteger.valueOf(7 * 5));
    assertThat(report.covered()).isEqualTo(report.regions());
    assertThat(report.complete()).isTrue();
    assertThat(report.equal()).isEqualTo(report.examined());
    assertThat(report.cells()).isEqualTo(report.compiledCells());
    assertThat(report.delegated()).isZero();
  }

  @Test
  void camundaIsComparedAndEveryDifferenceIsExplained() {
    var camunda = Parity.examine(credit(), SHORT, Progress.NONE).camunda();

    assertThat(camunda.obstacles()).isEmpty();
    assertThat(camunda.examined()).isPositive();
    assertThat(camunda.unexplained()).as("%s", camunda.differences()).isZero();
    assertThat(camunda.shared()).isZero();
    assertThat(camunda.equal() + camunda.known().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(camunda.examined());
  }

  @Test
  void aPlantedErrorIsFoundWithSmallFacts() {
    var subject = credit();
    var report =
        Parity.examine(
            subject,
            SHORT,
            Progress.NONE,
            facts -> {
              var honest = subject.model().observe(subject.entry(), facts, AS_OF);
              boolean planted =
                  facts.get("score") instanceof BigDecimal score
                      && score.compareTo(new BigDecimal("700")) == 0;
              return planted
                  ? new DmnModel.Observed(new Outcome.Decided("D", Trace.EMPTY), 0)
                  : honest;
            });

    assertThat(report.different()).isPositive();
    assertThat(report.differences()).isNotEmpty();
    assertThat(report.differences())
        .allSatisfy(difference -> {
          assertThat(difference.facts()).containsExactly(Map.entry("score", "700"));
          assertThat(difference.ours()).isEqualTo("\"D\"");
          assertThat(difference.theirs()).isEqualTo("\"C\"");
        });
    // that is ours, and no gap of Camunda may hide it
    assertThat(report.camunda().shared()).isPositive();
  }

  @Test
  void numbersThatDifferByLittleAreDifferentAndMeasured() {
    var subject = credit("1", "2");
    var report =
        Parity.examine(
            subject,
            SHORT,
            Progress.NONE,
            facts -> {
              var honest = subject.model().observe(subject.entry(), facts, AS_OF);
              return honest.outcome() instanceof Outcome.Decided(BigDecimal number, _)
                  ? new DmnModel.Observed(
                      new Outcome.Decided(number.add(new BigDecimal("1E-20")), Trace.EMPTY), 0)
                  : honest;
            });

    assertThat(report.equal()).isZero();
    assertThat(report.smallest()).isEqualTo("0.00000000000000000001");
    assertThat(report.largest()).isEqualTo(report.smallest());
  }

  @Test
  void theSameSeedGivesTheSameReportAndAnotherDoesNot() {
    var once = Parity.examine(credit(), SHORT, Progress.NONE);
    var twice = Parity.examine(credit(), SHORT, Progress.NONE);

    assertThat(twice.withoutTime()).isEqualTo(once.withoutTime());
    assertThat(facts(SHORT)).isEqualTo(facts(SHORT)).isNotEqualTo(facts(SHORT.withSeed(8)));
  }

  private static Axes axes() {
    return Axes.of(credit(), new DecisionEngines(credit()));
  }

  private static List<Map<String, String>> facts(Limits limits) {
    var random = new FactSets(axes(), limits).all().getLast();
    var found = new java.util.ArrayList<Map<String, String>>();
    random.facts().forEachRemaining(it -> found.add(FeelText.of(it)));
    return found;
  }

  @Test
  void tooManyRegionsAreExaminedByPairs() {
    var narrow = new Limits(7, Duration.ofSeconds(60), 10, 300, 50, 0, BigDecimal.ZERO);

    var report = Parity.examine(credit(), narrow, Progress.NONE);

    assertThat(report.stages())
        .extracting(StageCount::stage)
        .containsExactly(Stage.BOUNDARIES, Stage.PAIRS, Stage.RANDOM);
    // with two inputs every pair is every region
    assertThat(report.covered()).isEqualTo(report.regions());
    assertThat(report.different()).isZero();
  }

  @Test
  void everyTwoValuesMeet() {
    var sizes = new int[] {5, 3, 7, 4};
    var rows = new Pairs(sizes, 1_000, new java.util.SplittableRandom(1)).rows();

    for (int i = 0; i < sizes.length; i++) {
      for (int j = i + 1; j < sizes.length; j++) {
        int first = i;
        int second = j;
        assertThat(rows.stream().map(row -> List.of(row[first], row[second])).distinct().count())
            .isEqualTo((long) sizes[i] * sizes[j]);
      }
    }
    assertThat(rows.size()).isLessThan(70);
  }

  @Test
  void whatIsLeftToTheReferenceEngineCountsAsDelegated() {
    var report =
        Parity.examine(
            subject(
                """
                <inputData id="i" name="n"><variable name="n" typeRef="number"/></inputData>
                <decision id="d" name="d"><variable name="d"/>
                <informationRequirement><requiredInput href="#i"/></informationRequirement>
                <literalExpression><text>split(string(n), "1")</text></literalExpression></decision>
                """,
                "d",
                FactField.optional("n", FactType.NUMBER)),
            SHORT,
            Progress.NONE);

    assertThat(report.compiledCells()).isZero();
    assertThat(report.cells()).isEqualTo(1);
    assertThat(report.delegated()).isEqualTo(report.examined()).isPositive();
  }

  @Test
  void whatCamundaDoesNotSupportIsSaidAndNotCompared() {
    var report =
        Parity.examine(
            subject(
                """
                <inputData id="i" name="n"><variable name="n" typeRef="number"/></inputData>
                <decision id="d" name="d"><variable name="d"/>
                <informationRequirement><requiredInput href="#i"/></informationRequirement>
                <context><contextEntry><variable name="a"/><literalExpression><text>n</text></literalExpression></contextEntry></context></decision>
                """,
                "d",
                FactField.optional("n", FactType.NUMBER)),
            SHORT,
            Progress.NONE);

    assertThat(report.camunda().examined()).isZero();
    assertThat(report.camunda().obstacles())
        .anyMatch(it -> it.contains("Camunda does not support `context`"));
  }

  @Test
  void anExaminationEndsWhenItsTimeIsOverOrItIsCancelled() {
    var report = Parity.examine(credit(), SHORT.withBudget(Duration.ofNanos(1)), Progress.NONE);

    assertThat(report.complete()).isFalse();
    assertThat(report.examined()).isZero();
    assertThatThrownBy(() ->
            Parity.examine(
                credit(),
                SHORT,
                (done, planned, stage) -> {
                  if (done == 10) {
                    throw new IllegalStateException("cancelled");
                  }
                }))
        .hasMessage("cancelled");
  }

  @Test
  void factsAreMadeSmaller() {
    var facts = Facts.of(Map.of("a", new BigDecimal("12.345"), "b", "text", "c", true));

    var small =
        new Smallest(it -> it.get("a") instanceof BigDecimal a && a.compareTo(BigDecimal.ONE) > 0)
            .of(facts);

    assertThat(small.asMap()).containsExactly(Map.entry("a", new BigDecimal("12")));
  }

  private static Subject.OfDecision credit() {
    return credit("\"A\"", "\"C\"");
  }

  private static Subject.OfDecision credit(String first, String other) {
    return subject(
        """
        <inputData id="i1" name="score"><variable name="score" typeRef="number"/></inputData>
        <inputData id="i2" name="town"><variable name="town" typeRef="string"/></inputData>
        <decision id="d" name="grade"><variable name="grade"/>
        <informationRequirement><requiredInput href="#i1"/></informationRequirement>
        <informationRequirement><requiredInput href="#i2"/></informationRequirement>
        <decisionTable hitPolicy="FIRST">
        <input id="c1"><inputExpression typeRef="number"><text>score</text></inputExpression></input>
        <input id="c2"><inputExpression typeRef="string"><text>town</text></inputExpression></input>
        <output id="o" name="grade"/>
        <rule id="r1"><inputEntry><text>&gt;= 700</text></inputEntry><inputEntry><text>"Jinan", "Linyi"</text></inputEntry><outputEntry><text>%1$s</text></outputEntry></rule>
        <rule id="r2"><inputEntry><text>[600..700)</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>%2$s</text></outputEntry></rule>
        <rule id="r3"><inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>%2$s</text></outputEntry></rule>
        </decisionTable></decision>
        """
            .formatted(first, other),
        "grade",
        FactField.optional("score", FactType.NUMBER),
        FactField.optional("town", FactType.TEXT));
  }

  static Subject.OfDecision subject(String elements, String entry, FactField... fields) {
    var xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="m" namespace="urn:m">
        %s</definitions>
        """
            .formatted(elements);
    try {
      var document = DmnDocument.read(xml.getBytes(StandardCharsets.UTF_8));
      return new Subject.OfDecision(
          DmnModel.compile(document), entry, new FactSchema(List.of(fields)), AS_OF);
    } catch (UnreadableModelException e) {
      throw new AssertionError(e);
    }
  }
}
