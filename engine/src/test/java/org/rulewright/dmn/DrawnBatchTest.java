package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.batch.Batch;
import org.rulewright.batch.Columns;
import org.rulewright.decision.Decision;
import org.rulewright.decision.FactColumn;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontree.CompiledTree;
import org.rulewright.decisiontree.RandomTree;
import org.rulewright.ruleset.RandomRuleSet;
import org.rulewright.scorecard.CompiledScorecard;
import org.rulewright.scorecard.RandomScorecard;

/** Many rows of trees, scorecards and rule sets are decided as each row is alone. */
class DrawnBatchTest {

  private static final int DRAWN = Integer.getInteger("rulewright.parity.drawnBatches", 60);
  private static final int ROWS = 50;
  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");

  private int decided;
  private int typed;

  @Test
  void treesAreDecidedRowByRowAlike() throws InterruptedException {
    for (int seed = 0; seed < DRAWN; seed++) {
      var random = new RandomTree(new SplittableRandom(seed));
      var tree = random.tree();
      var names = new TreeSet<String>();
      tree.inputs().forEach(it -> names.add(it.expression()));
      var rows = rows(random::facts, seed);
      compare(DmnModel.compile(TreeForm.model(tree)).decision("Offer").orElseThrow(), rows, seed);
      compare(CompiledTree.compile(tree, names, new KieReference(Map.of())), rows, seed);
    }
    assertMeaning();
  }

  @Test
  void scoresAndReasonsAreThoseOfEachRow() throws InterruptedException {
    for (int seed = 0; seed < DRAWN; seed++) {
      var random = new RandomScorecard(new SplittableRandom(seed));
      var card = random.card();
      var names = new TreeSet<String>();
      card.characteristics().forEach(it -> names.add(it.input()));
      var rows = rows(random::facts, seed);
      var model = DmnModel.compile(ScorecardForm.model(card));
      compare(model.decision("SmeScore").orElseThrow(), rows, seed);
      compare(model.decision("SmeScore_reasons").orElseThrow(), rows, seed);
      compare(CompiledScorecard.compile(card, names, new KieReference(Map.of())), rows, seed);
    }
    assertMeaning();
  }

  @Test
  void ruleSetsHitForEachRowWhatTheyHitAlone() throws InterruptedException {
    for (int seed = 0; seed < DRAWN; seed++) {
      var random = new RandomRuleSet(new SplittableRandom(seed));
      var model = DmnModel.compile(RuleSetForm.model(random.set()));
      compare(model.decision("Checks").orElseThrow(), rows(random::facts, seed), seed);
    }
    assertMeaning();
  }

  /** The comparison means nothing unless rows are decided and columns are typed. */
  private void assertMeaning() {
    assertThat(decided).isGreaterThan(DRAWN * ROWS / 2);
    assertThat(typed).isGreaterThan(DRAWN);
  }

  private void compare(Decision decision, List<Map<String, @Nullable Object>> rows, int seed)
      throws InterruptedException {
    var names = new TreeSet<String>();
    rows.forEach(row -> names.addAll(row.keySet()));
    var columns = Columns.of(FactLayout.of(names), rows);
    typed +=
        (int) columns.columns().stream().filter(it -> !(it instanceof FactColumn.Values)).count();
    for (boolean traced : List.of(true, false)) {
      var together = Batch.on(1).evaluate(decision, columns, AS_OF, traced);
      for (int i = 0; i < rows.size(); i++) {
        var alone = decision.evaluate(Facts.of(rows.get(i)), AS_OF, traced);
        decided += alone instanceof Outcome.Decided ? 1 : 0;
        assertThat(together.get(i)).as("seed %d, row %d %s", seed, i, rows.get(i)).isEqualTo(alone);
      }
    }
  }

  /** Every second time of one type and scale in each column, so that columns can be typed. */
  private static List<Map<String, @Nullable Object>> rows(
      Supplier<Map<String, @Nullable Object>> facts, int seed) {
    var rows = Stream.generate(facts).limit(ROWS).toList();
    return seed % 2 == 0 ? rows : regular(rows);
  }

  private static List<Map<String, @Nullable Object>> regular(
      List<Map<String, @Nullable Object>> rows) {
    var types = new LinkedHashMap<String, Class<?>>();
    for (var row : rows) {
      row.forEach((name, value) -> {
        if (value != null) {
          types.putIfAbsent(name, value.getClass());
        }
      });
    }
    return rows.stream()
        .<Map<String, @Nullable Object>>map(row -> {
          Map<String, @Nullable Object> copy = new LinkedHashMap<>();
          types.forEach((name, type) -> {
            var value = row.get(name);
            copy.put(name, type.isInstance(value) ? scaled(value) : null);
          });
          return copy;
        })
        .toList();
  }

  private static @Nullable Object scaled(@Nullable Object value) {
    return value instanceof BigDecimal number ? number.setScale(3, RoundingMode.FLOOR) : value;
  }
}
