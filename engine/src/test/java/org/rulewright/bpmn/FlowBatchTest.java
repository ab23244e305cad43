package org.rulewright.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.bpmn.FlowSamples.AS_OF;
import static org.rulewright.bpmn.FlowSamples.compiled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.batch.Batch;
import org.rulewright.batch.Columns;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;

/** Many rows go through a flow as each goes alone, on several threads too. */
class FlowBatchTest {

  private static final int FLOWS = Integer.getInteger("rulewright.parity.flowBatches", 60);
  private static final int ROWS = 40;

  @Test
  void rowsOfRandomFlowsEndAsEachEndsAlone() throws InterruptedException {
    int decided = 0;
    int failed = 0;
    for (long seed = 0; seed < FLOWS; seed++) {
      var flow = flow(seed);
      var random = new SplittableRandom(seed);
      var rows = Stream.generate(() -> RandomFlows.facts(random)).limit(ROWS).toList();
      var together = evaluate(flow, rows, 1);
      for (int i = 0; i < ROWS; i++) {
        var alone = flow.evaluate(Facts.of(rows.get(i)), AS_OF, true);
        decided += alone instanceof Outcome.Decided ? 1 : 0;
        failed += alone instanceof Outcome.Failed ? 1 : 0;
        assertThat(together.get(i)).as("seed %d, row %s", seed, rows.get(i)).isEqualTo(alone);
      }
    }
    assertThat(decided).isGreaterThan(FLOWS * ROWS / 2);
    assertThat(failed).isGreaterThan(FLOWS * ROWS / 50);
  }

  @Test
  void allThreadsDecideInTheOrderOfTheRows() throws InterruptedException {
    var random = new SplittableRandom(3);
    var some = Stream.generate(() -> RandomFlows.facts(random)).limit(ROWS).toList();
    var rows = new ArrayList<Map<String, @Nullable Object>>();
    for (int i = 0; i < 1_000; i++) {
      rows.addAll(some);
    }

    assertThat(evaluate(flow(5), rows, 3)).isEqualTo(evaluate(flow(5), rows, 1));
  }

  private static List<Outcome> evaluate(
      Decision flow, List<Map<String, @Nullable Object>> rows, int threads)
      throws InterruptedException {
    var names = new TreeSet<String>();
    rows.forEach(row -> names.addAll(row.keySet()));
    return Batch.on(threads).evaluate(flow, Columns.of(FactLayout.of(names), rows), AS_OF, true);
  }

  private static Decision flow(long seed) {
    var documents = RandomFlows.of(seed);
    var source = RandomFlows.decisions(Collections.synchronizedList(new ArrayList<>()));
    for (var document : documents.reversed()) {
      source.with(document.key().orElseThrow(), compiled(document, source));
    }
    return source.find(DecisionKind.FLOW, documents.getFirst().key().orElseThrow()).orElseThrow();
  }
}
