package org.rulewright.decisiontable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.Outcome;

/** Compiled tables decide as Apache KIE does in its strict mode, errors included. */
class ParityTest {

  private static final OffsetDateTime NOW = OffsetDateTime.now();
  private static final int TABLES = Integer.getInteger("rulewright.parity.tables", 250);
  private static final int FACTS = 20;

  private int decided;
  private int failed;

  @Test
  void randomTablesDecideAsInKie() {
    long seed = Long.getLong("rulewright.parity.seed", 20261123L);
    for (int i = 0; i < TABLES; i++) {
      RandomTables random = new RandomTables(new SplittableRandom(seed + i));
      TableDefinition table = random.table();
      List<Map<String, @Nullable Object>> facts =
          IntStream.range(0, FACTS).mapToObj(_ -> random.facts()).toList();
      if (difference(table, facts).isPresent()) {
        throw new AssertionError("seed " + (seed + i) + ": " + smallest(table, facts));
      }
    }
    // The comparison means nothing unless both ways of ending occur often.
    assertThat(decided).isGreaterThan(TABLES * FACTS / 4);
    assertThat(failed).isGreaterThan(TABLES * FACTS / 20);
  }

  private String smallest(TableDefinition table, List<Map<String, @Nullable Object>> facts) {
    TableDefinition current = table;
    while (true) {
      Optional<TableDefinition> smaller =
          RandomTables.smaller(current).filter(it -> difference(it, facts).isPresent()).findFirst();
      if (smaller.isEmpty()) {
        return difference(current, facts).orElseThrow() + "\n" + current;
      }
      current = smaller.get();
    }
  }

  private Optional<String> difference(
      TableDefinition table, List<Map<String, @Nullable Object>> facts) {
    KieTable kie = KieTable.of(table, RandomTables.VARIABLES);
    CompiledTable compiled =
        CompiledTable.compile(
            table, RandomTables.VARIABLES, new FeelReference(RandomTables.VARIABLES));
    return facts.stream()
        .map(it -> difference(counted(kie.evaluate(it)), compiled, it))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> difference(
      KieTable.Answer expected, CompiledTable compiled, Map<String, @Nullable Object> facts) {
    Outcome plain = compiled.evaluate(facts, NOW, false);
    Outcome traced = compiled.evaluate(facts, NOW, true);
    return agrees(expected, plain) && agrees(expected, traced)
        ? Optional.empty()
        : Optional.of(
            "facts " + facts + "\nKIE " + expected + "\ncompiled " + plain + "\n" + traced);
  }

  private KieTable.Answer counted(KieTable.Answer answer) {
    if (answer.failed()) {
      failed++;
    } else {
      decided++;
    }
    return answer;
  }

  private static boolean agrees(KieTable.Answer expected, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed _ -> expected.failed();
      case Outcome.Decided decided ->
          !expected.failed() && Objects.equals(plain(expected.value()), plain(decided.value()));
    };
  }

  /** Maps of all kinds compare by their entries. */
  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? new HashMap<>(map) : value;
  }
}
