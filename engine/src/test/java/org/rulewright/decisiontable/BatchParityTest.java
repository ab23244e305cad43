package org.rulewright.decisiontable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.batch.Batch;
import org.rulewright.batch.Columns;
import org.rulewright.decision.FactColumn;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.Outcome;

/** Many rows at once are decided as each is alone, traces and problems included. */
class BatchParityTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");
  private static final int TABLES = Integer.getInteger("rulewright.parity.batches", 200);
  private static final int ROWS = 60;

  private int decided;
  private int failed;

  @Test
  void rowsOfARandomTableAreDecidedAsEachIsAlone() throws InterruptedException {
    FactLayout layout = FactLayout.of(RandomTables.VARIABLES);
    int typed = 0;
    for (int seed = 0; seed < TABLES; seed++) {
      RandomTables random = new RandomTables(new SplittableRandom(seed));
      CompiledTable table =
          CompiledTable.compile(
              random.table(), RandomTables.VARIABLES, new FeelReference(RandomTables.VARIABLES));
      List<Map<String, @Nullable Object>> rows = rows(random, seed % 2 == 0);
      FactColumns columns = Columns.of(layout, rows);
      typed +=
          (int) columns.columns().stream().filter(it -> !(it instanceof FactColumn.Values)).count();
      for (boolean traced : List.of(false, true)) {
        List<Outcome> together = Batch.on(1).evaluate(table, columns, AS_OF, traced);
        List<Outcome> alone =
            rows.stream().map(it -> counted(table.evaluate(it, AS_OF, traced))).toList();
        assertThat(together).as("seed " + seed).isEqualTo(alone);
      }
    }
    // The comparison means nothing unless rows end either way and columns are of all kinds.
    assertThat(decided).isGreaterThan(TABLES * ROWS / 2);
    assertThat(failed).isGreaterThan(TABLES * ROWS / 20);
    assertThat(typed).isGreaterThan(TABLES);
  }

  @Test
  void allProcessorsDecideInTheOrderOfTheRows() throws InterruptedException {
    RandomTables random = new RandomTables(new SplittableRandom(7));
    CompiledTable table =
        CompiledTable.compile(
            random.table(), RandomTables.VARIABLES, new FeelReference(RandomTables.VARIABLES));
    List<Map<String, @Nullable Object>> some = rows(random, true);
    List<Map<String, @Nullable Object>> rows =
        IntStream.range(0, 20_000).mapToObj(i -> some.get(i * 31 % some.size())).toList();
    FactColumns columns = Columns.of(FactLayout.of(RandomTables.VARIABLES), rows);

    List<Outcome> together = Batch.on(3).evaluate(table, columns, AS_OF, false);

    List<Outcome> alone = some.stream().map(it -> table.evaluate(it, AS_OF, false)).toList();
    for (int i = 0; i < together.size(); i++) {
      assertThat(together.get(i)).isEqualTo(alone.get(i * 31 % some.size()));
    }
  }

  @Test
  void noRowsAreDecidedToNothing() throws InterruptedException {
    RandomTables random = new RandomTables(new SplittableRandom(7));
    CompiledTable table =
        CompiledTable.compile(
            random.table(), RandomTables.VARIABLES, new FeelReference(RandomTables.VARIABLES));
    FactColumns columns = Columns.of(FactLayout.of(RandomTables.VARIABLES), List.of());

    assertThat(Batch.onAllProcessors().evaluate(table, columns, AS_OF, true)).isEmpty();
  }

  /** Regular rows are of one type and scale in each column, so that columns can be typed. */
  private static List<Map<String, @Nullable Object>> rows(RandomTables random, boolean regular) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(regular ? random.regularFacts() : random.facts());
    }
    return rows;
  }

  private Outcome counted(Outcome outcome) {
    if (outcome instanceof Outcome.Failed) {
      failed++;
    } else {
      decided++;
    }
    return outcome;
  }
}
