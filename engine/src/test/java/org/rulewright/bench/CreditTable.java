package org.rulewright.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.InputClause;
import org.rulewright.decisiontable.OutputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;

/**
 * A table shaped like credit rules, and facts for it.
 *
 * <p>Six inputs (two numeric ranges, two enumerations, a boolean, a comparison), 30 % wildcards,
 * three outputs. As in real tables the special rules stand before the general ones, so that the
 * first hit is not always near the top.
 */
final class CreditTable {

  static final String NAME = "offer";
  static final Set<String> INPUTS =
      new TreeSet<>(List.of("sales", "months", "industry", "region", "exporter", "score"));

  private static final int INDUSTRIES = 24;
  private static final int REGIONS = 16;

  private final SplittableRandom random;

  private CreditTable(long seed) {
    random = new SplittableRandom(seed);
  }

  static TableDefinition of(int rules, HitPolicy policy) {
    return of(rules, policy, "d", rules);
  }

  /** A table of an id of its own, drawn from a seed of its own. */
  static TableDefinition of(int rules, HitPolicy policy, String id, long seed) {
    CreditTable shape = new CreditTable(seed);
    List<TableRule> drawn = IntStream.range(0, rules).mapToObj(shape::rule).toList();
    List<TableRule> ordered = new ArrayList<>(drawn);
    ordered.sort(Comparator.comparingLong(CreditTable::wildcards));
    return new TableDefinition(id, NAME, policy, null, inputs(), outputs(), List.copyOf(ordered));
  }

  /** A table in which no two rules overlap: the first input alone tells them apart. */
  static TableDefinition disjoint(int rules) {
    CreditTable shape = new CreditTable(rules);
    int step = 1_000_000 / rules;
    List<TableRule> disjoint =
        IntStream.range(0, rules)
            .mapToObj(i -> {
              TableRule rule = shape.rule(i);
              List<Cell> cells = new ArrayList<>(rule.inputs());
              cells.set(0, new Cell("c", "[%d..%d)".formatted(i * step, (i + 1) * step)));
              return new TableRule(rule.id(), cells, rule.outputs(), List.of());
            })
            .toList();
    return new TableDefinition("d", NAME, HitPolicy.UNIQUE, null, inputs(), outputs(), disjoint);
  }

  private static List<InputClause> inputs() {
    return List.of("sales", "months", "industry", "region", "exporter", "score").stream()
        .map(name -> new InputClause("in-col-" + name, name, name, FactType.ANY, null))
        .toList();
  }

  private static List<OutputClause> outputs() {
    return List.of("verdict", "amount", "rate").stream()
        .map(name -> new OutputClause("out-col-" + name, name, FactType.ANY, null, null))
        .toList();
  }

  private static long wildcards(TableRule rule) {
    return rule.inputs().stream().filter(cell -> cell.text().equals("-")).count();
  }

  private TableRule rule(int index) {
    int sales = random.nextInt(200);
    int months = random.nextInt(60);
    List<Cell> inputs =
        List.of(
            cell("[%d..%d)".formatted(sales * 5_000, (sales + 1 + random.nextInt(30)) * 5_000)),
            cell("[%d..%d]".formatted(months * 6, (months + 1 + random.nextInt(12)) * 6)),
            cell(names("industry", INDUSTRIES)),
            cell(names("region", REGIONS)),
            cell(random.nextBoolean() ? "true" : "false"),
            cell((random.nextBoolean() ? ">= " : "< ") + (300 + 10 * random.nextInt(60))));
    List<Cell> outputs =
        List.of(
            new Cell("o", List.of("\"APPROVE\"", "\"REFER\"", "\"DECLINE\"").get(index % 3)),
            new Cell("o", String.valueOf(10_000 * random.nextInt(100))),
            new Cell("o", "0.0%d".formatted(400 + random.nextInt(500))));
    return new TableRule("r" + index, inputs, outputs, List.of());
  }

  private Cell cell(String text) {
    return new Cell("c", random.nextInt(10) < 3 ? "-" : text);
  }

  private String names(String prefix, int count) {
    return random
        .ints(1 + random.nextInt(3), 0, count)
        .distinct()
        .mapToObj(i -> "\"" + prefix + "-" + i + "\"")
        .collect(Collectors.joining(", "));
  }

  /**
   * Facts as the service delivers them: maps of decimals, longs, strings and booleans; at least
   * every second one hits a rule.
   */
  static List<Map<String, @Nullable Object>> facts(
      int count, Predicate<Map<String, @Nullable Object>> hits) {
    SplittableRandom random = new SplittableRandom(7);
    return IntStream.range(0, count)
        .mapToObj(i ->
            Stream.generate(() -> facts(random))
                .filter(it -> i % 2 == 0 || hits.test(it))
                .findFirst()
                .orElseThrow())
        .toList();
  }

  private static Map<String, @Nullable Object> facts(SplittableRandom random) {
    Map<String, @Nullable Object> facts = new HashMap<>();
    facts.put("sales", BigDecimal.valueOf(random.nextLong(100_000_000), 2));
    facts.put("months", (long) random.nextInt(400));
    // New strings, as a parser makes them: none is the object the table holds.
    facts.put("industry", new String("industry-" + random.nextInt(INDUSTRIES)));
    facts.put("region", new String("region-" + random.nextInt(REGIONS)));
    facts.put("exporter", random.nextBoolean());
    facts.put("score", BigDecimal.valueOf(random.nextInt(6_000) + 3_000, 1));
    return facts;
  }
}
