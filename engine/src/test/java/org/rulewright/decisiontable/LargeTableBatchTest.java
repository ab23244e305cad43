package org.rulewright.decisiontable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.batch.Batch;
import org.rulewright.decision.FactColumn;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Outcome;

/**
 * Tables of many rules and columns, whole and divided, under every hit policy: typed columns of
 * many rows come to what each row comes to alone.
 */
class LargeTableBatchTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");
  private static final int TABLES = Integer.getInteger("rulewright.parity.largeTables", 120);
  private static final int ROWS = 400;

  private final Map<HitPolicy, Integer> decided = new EnumMap<>(HitPolicy.class);
  private int failed;
  private int divided;

  @Test
  void rowsAreDecidedAsEachIsAlone() throws InterruptedException {
    for (int seed = 0; seed < TABLES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      HitPolicy policy = HitPolicy.values()[seed % HitPolicy.values().length];
      int columns = random.nextInt(1, 13);
      List<Shape> shapes =
          IntStream.range(0, columns)
              .mapToObj(i -> Shape.values()[random.nextInt(Shape.values().length)])
              .toList();
      TableDefinition definition = table(policy, shapes, random);
      divided += definition.rules().size() > 192 ? 1 : 0;
      TreeSet<String> names = new TreeSet<>(names(columns));
      CompiledTable table = CompiledTable.compile(definition, names, new FeelReference(names));
      FactColumns facts = facts(shapes, random);

      boolean traced = random.nextBoolean();
      List<Outcome> together = Batch.on(1).evaluate(table, facts, AS_OF, traced);

      List<Outcome> alone = new ArrayList<>();
      for (int row = 0; row < ROWS; row++) {
        alone.add(counted(policy, table.evaluate(facts.row(row), AS_OF, traced)));
      }
      assertThat(together).as("seed " + seed).isEqualTo(alone);
    }
    // The comparison means nothing unless every policy decides, rows fail, and tables are divided.
    assertThat(decided).hasSize(HitPolicy.values().length);
    assertThat(decided.values()).allMatch(rows -> rows > 500);
    assertThat(failed).isGreaterThan(100);
    assertThat(divided).isGreaterThan(TABLES / 3);
  }

  private Outcome counted(HitPolicy policy, Outcome outcome) {
    if (outcome instanceof Outcome.Failed) {
      failed++;
    } else {
      decided.merge(policy, 1, Integer::sum);
    }
    return outcome;
  }

  private enum Shape {
    RANGE,
    THRESHOLD,
    WORDS,
    TRUTH,
    DAY
  }

  private static List<String> names(int columns) {
    return IntStream.range(0, columns).mapToObj(i -> "c" + i).toList();
  }

  private static TableDefinition table(
      HitPolicy policy, List<Shape> shapes, SplittableRandom random) {
    int rules = random.nextInt(3) == 0 ? random.nextInt(1, 70) : random.nextInt(70, 900);
    // rules that must not overlap are told apart by as many cells as there are
    double wildcards = policy == HitPolicy.UNIQUE || policy == HitPolicy.ANY ? 0.05 : 0.35;
    boolean one = random.nextBoolean();
    boolean ranked = policy == HitPolicy.PRIORITY || policy == HitPolicy.OUTPUT_ORDER;
    List<InputClause> inputs =
        names(shapes.size()).stream()
            .map(it -> new InputClause("i" + it, it, it, FactType.ANY, null))
            .toList();
    String allowed = ranked ? "1, 2, 3, 4, 5" : null;
    List<OutputClause> outputs = new ArrayList<>();
    outputs.add(new OutputClause("o", "first", FactType.NUMBER, null, allowed));
    if (!one) {
      outputs.add(new OutputClause("p", "second", FactType.NUMBER, null, null));
    }
    boolean computed = random.nextInt(4) == 0;
    List<TableRule> drawn =
        IntStream.range(0, rules)
            .mapToObj(i -> rule(i, shapes, wildcards, outputs.size(), computed, random))
            .toList();
    @Nullable Aggregator aggregator =
        policy == HitPolicy.COLLECT && random.nextInt(3) > 0
            ? Aggregator.values()[random.nextInt(Aggregator.values().length)]
            : null;
    return new TableDefinition("t", "table", policy, aggregator, inputs, outputs, drawn);
  }

  private static TableRule rule(
      int number,
      List<Shape> shapes,
      double wildcards,
      int outputs,
      boolean computed,
      SplittableRandom random) {
    List<Cell> cells =
        shapes.stream()
            .map(it -> new Cell("c", random.nextDouble() < wildcards ? "-" : cell(it, random)))
            .toList();
    List<Cell> values =
        IntStream.range(0, outputs)
            .mapToObj(i -> i == 1 && computed && number % 7 == 0 ? "c0" : "" + random.nextInt(1, 6))
            .map(text -> new Cell("o", text))
            .toList();
    return new TableRule("r" + number, cells, values, List.of());
  }

  private static String cell(Shape shape, SplittableRandom random) {
    return switch (shape) {
      case RANGE -> {
        int low = random.nextInt(-50, 50);
        yield "%s%d..%d%s"
            .formatted(
                random.nextBoolean() ? "[" : "(",
                low * 10,
                (low + random.nextInt(1, 60)) * 10,
                random.nextBoolean() ? "]" : ")");
      }
      case THRESHOLD ->
          List.of("<", "<=", ">", ">=").get(random.nextInt(4))
              + " "
              + random.nextInt(100)
              + "."
              + random.nextInt(10);
      case WORDS ->
          (random.nextInt(5) == 0 ? "not(%s)" : "%s")
              .formatted(
                  random
                      .ints(random.nextInt(1, 4), 0, 12)
                      .distinct()
                      .mapToObj(i -> "\"w" + i + "\"")
                      .collect(Collectors.joining(", ")));
      case TRUTH -> List.of("true", "false", "null").get(random.nextInt(3));
      case DAY ->
          "%s date(\"2026-%02d-01\")"
              .formatted(random.nextBoolean() ? "<" : ">=", random.nextInt(1, 13));
    };
  }

  private static FactColumns facts(List<Shape> shapes, SplittableRandom random) {
    List<FactColumn> columns = new ArrayList<>();
    shapes.forEach(shape -> columns.add(column(shape, random)));
    return new FactColumns(FactLayout.of(names(shapes.size())), columns, ROWS);
  }

  private static FactColumn column(Shape shape, SplittableRandom random) {
    int nulls = random.nextInt(3) == 0 ? 20 : 1_000_000;
    int scale = random.nextInt(4);
    return switch (random.nextInt(12) == 0 ? Shape.values()[random.nextInt(5)] : shape) {
      case RANGE, THRESHOLD -> {
        long[] units = new long[ROWS];
        long unit = (long) Math.pow(10, scale);
        for (int i = 0; i < ROWS; i++) {
          units[i] =
              random.nextInt(nulls) == 0
                  ? FactColumn.Numbers.NULL
                  : random.nextInt(3) == 0
                      ? random.nextInt(-50, 50) * 10 * unit
                      : random.nextLong(-600 * unit, 600 * unit);
        }
        yield new FactColumn.Numbers(units, scale);
      }
      case WORDS -> {
        int known = random.nextInt(3) == 0 ? 1_000 : 14;
        String[] words = IntStream.range(0, known).mapToObj(i -> "w" + i).toArray(String[]::new);
        int[] codes = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
          codes[i] = random.nextInt(nulls) == 0 ? -1 : random.nextInt(14);
        }
        yield new FactColumn.Texts(codes, words);
      }
      case TRUTH -> {
        byte[] truths = new byte[ROWS];
        for (int i = 0; i < ROWS; i++) {
          truths[i] = (byte) (random.nextInt(nulls) == 0 ? -1 : random.nextInt(2));
        }
        yield new FactColumn.Truths(truths);
      }
      case DAY -> {
        int[] days = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
          days[i] =
              random.nextInt(nulls) == 0 ? FactColumn.Days.NULL : random.nextInt(20_400, 20_900);
        }
        yield new FactColumn.Days(days);
      }
    };
  }

  @Test
  void rowsWithTheSameHitsShareTheirOutcome() throws InterruptedException {
    SplittableRandom random = new SplittableRandom(3);
    TableDefinition definition =
        table(HitPolicy.COLLECT, Collections.nCopies(2, Shape.TRUTH), random);
    TreeSet<String> names = new TreeSet<>(names(2));
    CompiledTable table = CompiledTable.compile(definition, names, new FeelReference(names));
    FactColumns facts = facts(Collections.nCopies(2, Shape.TRUTH), random);

    List<Outcome> outcomes = Batch.on(1).evaluate(table, facts, AS_OF, true);

    long different = outcomes.stream().map(System::identityHashCode).distinct().count();
    assertThat(different).isLessThanOrEqualTo(9);
  }
}
