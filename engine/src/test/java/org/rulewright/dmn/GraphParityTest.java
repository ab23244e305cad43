package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rulewright.batch.Batch;
import org.rulewright.batch.Columns;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.TraceStep;

/** Graphs decided by our engine come to what the reference engine makes of the whole model. */
class GraphParityTest {

  private static final int GRAPHS = Integer.getInteger("rulewright.parity.graphs", 150);
  private static final int FACTS = 12;
  private static final OffsetDateTime AS_OF =
      OffsetDateTime.of(2026, 11, 23, 9, 30, 0, 0, ZoneOffset.ofHours(8));

  @Test
  void randomGraphsAreDecidedAlike() {
    double compiled = 0;
    int regular = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      var random = new SplittableRandom(seed);
      var graph = new RandomGraph(random);
      var model = DmnModel.compile(graph.document());
      compiled += model.compiledShare();
      for (int i = 0; i < FACTS; i++) {
        var facts = Facts.of(graph.facts());
        regular += compare(model, graph, facts, seed) ? 1 : 0;
      }
    }
    System.out.printf(
        "graphs: %d, share compiled %.3f, evaluations decided by our engine alone %.3f%n",
        GRAPHS, compiled / GRAPHS, regular / (double) (GRAPHS * FACTS));
    assertThat(regular).as("decided by our engine alone").isGreaterThan(GRAPHS * FACTS / 5);
  }

  @Test
  void manyRowsAreDecidedAsEachIsAlone() throws InterruptedException {
    int failed = 0;
    for (int seed = 0; seed < GRAPHS / 2; seed++) {
      var graph = new RandomGraph(new SplittableRandom(seed));
      var decision = DmnModel.compile(graph.document()).decision(graph.last()).orElseThrow();
      var rows = Stream.generate(graph::facts).limit(2 * FACTS).toList();
      var columns = Columns.of(FactLayout.of(RandomGraph.NAMES), rows);
      for (var traced : List.of(false, true)) {
        var together = Batch.on(1).evaluate(decision, columns, AS_OF, traced);
        for (int i = 0; i < rows.size(); i++) {
          var alone = decision.evaluate(Facts.of(rows.get(i)), AS_OF, traced);
          failed += alone instanceof Outcome.Failed ? 1 : 0;
          assertThat(together.get(i)).as("seed %d, row %s", seed, rows.get(i)).isEqualTo(alone);
        }
      }
    }
    assertThat(failed).isGreaterThan(GRAPHS);
  }

  /** Returns whether our engine decided without the other. */
  private static boolean compare(DmnModel model, RandomGraph graph, Facts facts, int seed) {
    var ours = model.evaluate(graph.last(), facts, AS_OF, true);
    var theirs = model.evaluate(graph.last(), facts, AS_OF, true, EngineChoice.KIE);
    var about = "seed %d, facts %s%n%s".formatted(seed, facts.asMap(), graph.text());
    assertThat(ours.getClass()).as(about).isEqualTo(theirs.getClass());
    if (ours instanceof Outcome.Decided(var value, _)
        && theirs instanceof Outcome.Decided(var other, _)) {
      assertThat(Likeness.alike(value, other))
          .as("%s%nours %s, theirs %s", about, value, other)
          .isTrue();
      assertThat(hits(ours)).as(about).isEqualTo(hits(theirs));
    }
    return ours.trace().steps().stream().noneMatch(TraceStep::delegated);
  }

  private static Map<String, List<String>> hits(Outcome outcome) {
    var hits = new LinkedHashMap<String, List<String>>();
    outcome.trace().steps().forEach(step -> hits.put(step.decisionId(), step.hits()));
    return hits;
  }
}
