package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.batch.Batch;
import org.rulewright.batch.Columns;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.TraceStep;

/** Models that take decisions of others come to what the reference engine makes of them. */
class ImportParityTest {

  private static final int GRAPHS = Integer.getInteger("rulewright.parity.graphs", 150);
  private static final int FACTS = 12;
  private static final String LIBRARY = "https://rulewright.org/test/library";
  private static final String IMPORT =
      "<import name=\"lib\" namespace=\"%s\" importType=\"%s\"/>"
          .formatted(LIBRARY, DmnSamples.DMN_1_3);
  private static final OffsetDateTime AS_OF =
      OffsetDateTime.of(2026, 11, 23, 9, 30, 0, 0, ZoneOffset.ofHours(8));

  @Test
  void randomGraphsOverALibraryAreDecidedAlike() {
    int regular = 0;
    int imported = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      var random = new SplittableRandom(seed);
      var library = new RandomGraph(random);
      var graph = new RandomGraph(random, library);
      var model = DmnModel.compile(List.of(graph.document(), library.library()));
      for (int i = 0; i < FACTS; i++) {
        var ours = compare(model, graph, Facts.of(graph.facts()), seed);
        var steps = ours.trace().steps();
        if (steps.stream().noneMatch(TraceStep::delegated)) {
          regular++;
          imported += steps.stream().anyMatch(it -> it.decisionName().startsWith("lib.")) ? 1 : 0;
        }
      }
    }
    System.out.printf(
        "graphs over a library: %d, decided by our engine alone %.3f, with a part of the library"
            + " %.3f%n",
        GRAPHS, regular / (double) (GRAPHS * FACTS), imported / (double) (GRAPHS * FACTS));
    assertThat(imported).as("imported and decided by our engine alone").isGreaterThan(GRAPHS);
  }

  private static Outcome compare(DmnModel model, RandomGraph graph, Facts facts, int seed) {
    var ours = model.evaluate(graph.last(), facts, AS_OF, true);
    var theirs = model.evaluate(graph.last(), facts, AS_OF, true, EngineChoice.KIE);
    var about = "seed %d, facts %s%n%s".formatted(seed, facts.asMap(), graph.text());
    assertThat(ours.getClass()).as("%s%n%s%n%s", about, ours, theirs).isEqualTo(theirs.getClass());
    if (ours instanceof Outcome.Decided(var value, _)
        && theirs instanceof Outcome.Decided(var other, _)) {
      assertThat(Likeness.alike(value, other))
          .as("%s%nours %s, theirs %s", about, value, other)
          .isTrue();
      assertThat(hits(ours)).as(about).isEqualTo(hits(theirs));
    }
    return ours;
  }

  private static Map<String, List<String>> hits(Outcome outcome) {
    var hits = new LinkedHashMap<String, List<String>>();
    outcome
        .trace()
        .steps()
        .forEach(step -> hits.put(step.decisionId() + " " + step.decisionName(), step.hits()));
    return hits;
  }

  @Test
  void manyRowsAreDecidedAsEachIsAlone() throws InterruptedException {
    for (int seed = 0; seed < GRAPHS / 3; seed++) {
      var random = new SplittableRandom(seed);
      var library = new RandomGraph(random);
      var graph = new RandomGraph(random, library);
      var model = DmnModel.compile(List.of(graph.document(), library.library()));
      var decision = model.decision(graph.last()).orElseThrow();
      var rows = Stream.generate(graph::facts).limit(2 * FACTS).toList();
      var columns = Columns.of(FactLayout.of(RandomGraph.NAMES), rows);
      for (var traced : List.of(false, true)) {
        var together = Batch.on(1).evaluate(decision, columns, AS_OF, traced);
        for (int i = 0; i < rows.size(); i++) {
          var alone = decision.evaluate(Facts.of(rows.get(i)), AS_OF, traced);
          assertThat(together.get(i)).as("seed %d, row %s", seed, rows.get(i)).isEqualTo(alone);
        }
      }
    }
  }

  @Test
  void aNameWithSpacesAndAnInputOfTheLibraryAreSeenByTheirQualifiedNames() {
    var library =
        library(
            DmnSamples.input("annual income", "number"),
            DmnSamples.table(
                "risk class",
                "FIRST",
                List.of("in_annual income"),
                List.of("annual income"),
                List.of("risk class:string"),
                "> 100 | \"low\"",
                "- | \"high\""));
    var model =
        compile(
            library,
            IMPORT,
            DmnSamples.literal(
                "grade",
                "string",
                "if lib.risk class = \"low\" and lib.annual income > 500 then \"A\" else \"B\"",
                LIBRARY + "#d_risk class",
                LIBRARY + "#in_annual income"));

    assertThat(model.compiledShare()).isEqualTo(1);
    assertThat(value(model, "grade", Map.of("annual income", 600))).isEqualTo("A");
    assertThat(value(model, "grade", Map.of("annual income", 50))).isEqualTo("B");
    assertThat(model.cells("grade")).isEqualTo(new org.rulewright.decisiontable.CellCount(6, 6));
    var trace =
        model.evaluate("grade", Facts.of(Map.of("annual income", 600)), AS_OF, true).trace();
    assertThat(trace.steps())
        .extracting(TraceStep::decisionId, TraceStep::decisionName, TraceStep::delegated)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(LIBRARY + "#d_risk class", "lib.risk class", false),
            org.assertj.core.groups.Tuple.tuple("d_grade", "grade", false));
  }

  @Test
  void factsGivenForTheImportAloneAreTakenAsTheStandardHasIt() {
    var model =
        compile(
            library(
                DmnSamples.input("n", "number"),
                DmnSamples.literal("twice", "number", "n * 2", "in_n")),
            IMPORT,
            DmnSamples.literal("out", "number", "lib.twice + 1", LIBRARY + "#d_twice"));

    assertThat(value(model, "out", Map.of("n", 3))).hasToString("7");
    assertThat(value(model, "out", Map.of("lib", Map.of("n", 5)))).hasToString("11");
    assertThat(value(model, "out", Map.of("n", 3, "lib", Map.of("n", 5)))).hasToString("7");
  }

  @Test
  void whatElseTheContextOfAnImportHoldsIsLeftToTheReference() {
    var model =
        compile(
            library(
                DmnSamples.input("n", "number"),
                DmnSamples.literal("twice", "number", "n * 2", "in_n")),
            IMPORT,
            DmnSamples.literal("out", "number", "count(get entries(lib))", LIBRARY + "#d_twice"));

    assertThat(model.compiledShare()).as("the library alone").isEqualTo(0.5);
    assertThat(value(model, "out", Map.of("n", 3))).hasToString("2");
  }

  @Test
  void aLibraryMayUseALibrary() {
    var deepest =
        DmnSamples.read(
            DmnSamples.modelOf(
                LIBRARY + "/deepest",
                List.of(
                    DmnSamples.input("n", "number"),
                    DmnSamples.literal("twice", "number", "n * 2", "in_n"))));
    var library =
        library(
            IMPORT.replace(LIBRARY, LIBRARY + "/deepest").replace("\"lib\"", "\"deep\""),
            DmnSamples.literal("more", "number", "deep.twice + 1", LIBRARY + "/deepest#d_twice"));
    var main =
        DmnSamples.document(
            IMPORT, DmnSamples.literal("out", "number", "lib.more * 10", LIBRARY + "#d_more"));
    var model = DmnModel.compile(List.of(main, library, deepest));

    assertThat(value(model, "out", Map.of("n", 3))).hasToString("70");
    assertThat(model.compiledShare()).isEqualTo(1);
    assertThat(model.explain("out", Facts.of(Map.of("n", 3)), AS_OF).steps())
        .extracting(it -> it.step().decisionName())
        .containsExactly("lib.deep.twice", "lib.more", "out");
  }

  @Test
  void whyARuleOfTheLibraryDidNotMatchIsSaid() {
    var model =
        compile(
            library(
                DmnSamples.input("n", "number"),
                DmnSamples.table(
                    "size",
                    "UNIQUE",
                    List.of("in_n"),
                    List.of("n"),
                    List.of("size:string"),
                    "> 10 | \"big\"",
                    "<= 10 | \"small\"")),
            IMPORT,
            DmnSamples.literal("out", "string", "lib.size", LIBRARY + "#d_size"));

    var steps = model.explain("out", Facts.of(Map.of("n", 3)), AS_OF).steps();

    assertThat(steps.getFirst()).isInstanceOf(StepWhy.OfTable.class);
    assertThat(steps.getFirst().step().hits()).containsExactly("r_size_1");
  }

  private static DmnDocument library(String... elements) {
    return DmnSamples.read(DmnSamples.modelOf(LIBRARY, List.of(elements)));
  }

  private static DmnModel compile(DmnDocument library, String... elements) {
    return DmnModel.compile(List.of(DmnSamples.document(elements), library));
  }

  /** What our engine and the reference engine both come to. */
  private static @Nullable Object value(
      DmnModel model, String decision, Map<String, Object> facts) {
    var ours = model.evaluate(decision, Facts.of(facts), AS_OF, true);
    var theirs = model.evaluate(decision, Facts.of(facts), AS_OF, true, EngineChoice.KIE);
    assertThat(ours).as("%s, %s", ours, theirs).isInstanceOf(Outcome.Decided.class);
    assertThat(theirs).isInstanceOf(Outcome.Decided.class);
    assertThat(((Outcome.Decided) ours).value()).isEqualTo(((Outcome.Decided) theirs).value());
    return ((Outcome.Decided) ours).value();
  }
}
