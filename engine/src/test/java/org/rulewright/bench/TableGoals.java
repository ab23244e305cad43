package org.rulewright.bench;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.ReferenceExpression;
import org.rulewright.decision.ReferenceTest;
import org.rulewright.decisiontable.CompiledTable;
import org.rulewright.decisiontable.DmnText;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.KieTable;
import org.rulewright.decisiontable.TableDefinition;

/** Goals 1 and 2: a decision table against Apache KIE and Camunda 7, in one run. */
final class TableGoals {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");
  private static final Map<Integer, Integer> TARGETS =
      new LinkedHashMap<>(Map.of(10, 100, 100, 250, 1_000, 2_000, 10_000, 30_000));
  private static final List<Integer> SIZES = List.of(10, 100, 1_000, 10_000);

  /** So few that they stay near the processor, as those of a request just read do. */
  private static final int FACTS = 256;

  private TableGoals() {}

  static void speed() {
    SIZES.forEach(TableGoals::speed);
    for (int rules : SIZES) {
      report("UNIQUE", rules, CreditTable.disjoint(rules));
      report("COLLECT", rules, CreditTable.of(rules, HitPolicy.COLLECT));
    }
  }

  private static void speed(int rules) {
    int target = Objects.requireNonNull(TARGETS.get(rules));
    TableDefinition definition = CreditTable.of(rules, HitPolicy.FIRST);
    String dmn = DmnText.of(definition, CreditTable.INPUTS);
    CompiledTable ours = compiled(definition);
    List<Map<String, @Nullable Object>> facts = facts(ours);
    double plain = speedOf(ours, facts, false);
    double traced = speedOf(ours, facts, true);
    note("%,d rules: ours %,.0f/s, traced %,.0f/s".formatted(rules, plain, traced));
    List<Map<String, @Nullable Object>> plainMaps =
        facts.stream().<Map<String, @Nullable Object>>map(HashMap::new).toList();
    note("%,d rules: of a HashMap %,.0f/s".formatted(rules, speedOf(ours, plainMaps, false)));
    note(hits(ours, facts));

    String name = "1." + rules + "-rules-";
    double kie =
        peer(rules, "KIE", ours, plainMaps, () -> KieTable.of(dmn, CreditTable.NAME)::value);
    goal(name + "kie", target, plain / kie);
    goal(name + "kie-traced", target / 2.0, traced / kie);
    double camunda = peer(rules, "Camunda", ours, plainMaps, () -> new CamundaTable(dmn)::value);
    goal(name + "camunda", target, plain / camunda);
  }

  /** Not a number means that the peer's answers differ. */
  private static void goal(String name, double target, double ratio) {
    Goal goal = Goal.atLeast(name, target);
    if (Double.isNaN(ratio)) {
      goal.missed("answers-differ");
    } else {
      goal.measured(ratio);
    }
  }

  private interface Loading {
    Function<Map<String, @Nullable Object>, @Nullable Object> load();
  }

  private static double peer(
      int rules,
      String name,
      CompiledTable ours,
      List<Map<String, @Nullable Object>> all,
      Loading loading) {
    long start = System.nanoTime();
    Function<Map<String, @Nullable Object>, @Nullable Object> peer = loading.load();
    double loaded = (System.nanoTime() - start) / 1e9;
    double compareFor = 3;
    int compared = 0;
    for (long from = System.nanoTime();
        compared < FACTS && (compared < 2 || System.nanoTime() - from < compareFor * 1e9);
        compared++) {
      Map<String, @Nullable Object> facts = all.get(compared);
      if (!same(peer.apply(facts), value(ours, facts))) {
        note("%s answers %s on %s".formatted(name, peer.apply(facts), facts));
        return Double.NaN;
      }
    }
    double rate = Speed.perSecond(i -> peer.apply(all.get(i & FACTS - 1)), 4, 0.5);
    note(
        "%,d rules: %s %,.1f/s (loaded in %.1f s, %d answers equal)"
            .formatted(rules, name, rate, loaded, compared));
    return rate;
  }

  static void growth() {
    CompiledTable small = compiled(CreditTable.of(100, HitPolicy.FIRST));
    CompiledTable large = compiled(CreditTable.of(10_000, HitPolicy.FIRST));
    List<Map<String, @Nullable Object>> few = facts(small);
    List<Map<String, @Nullable Object>> many = facts(large);
    double times = speedOf(small, few, false) / speedOf(large, many, false);
    Goal.atMost("2.time-of-10000-rules-by-100", 2).measured(times);
    Goal.atMost("2.bytes-allocated-per-decision", 0)
        .measured(
            Math.max(
                Speed.bytesPerCall(call(small, few, false)),
                Speed.bytesPerCall(call(large, many, false))));
  }

  private static void report(String policy, int rules, TableDefinition definition) {
    CompiledTable table = compiled(definition);
    List<Map<String, @Nullable Object>> facts = facts(table);
    note(
        "%,d rules, %s: ours %,.0f/s, traced %,.0f/s"
            .formatted(rules, policy, speedOf(table, facts, false), speedOf(table, facts, true)));
  }

  private static double speedOf(
      CompiledTable table, List<Map<String, @Nullable Object>> facts, boolean traced) {
    return Speed.perSecond(call(table, facts, traced), 2, 0.4);
  }

  private static IntFunction<@Nullable Object> call(
      CompiledTable table, List<Map<String, @Nullable Object>> facts, boolean traced) {
    return i -> table.evaluate(facts.get(i & FACTS - 1), AS_OF, traced);
  }

  private static CompiledTable compiled(TableDefinition definition) {
    long start = System.nanoTime();
    CompiledTable table = CompiledTable.compile(definition, CreditTable.INPUTS, new Nobody());
    note(
        "%,d rules %s: compiled in %.3f s"
            .formatted(
                definition.rules().size(),
                definition.hitPolicy(),
                (System.nanoTime() - start) / 1e9));
    return table;
  }

  private static List<Map<String, @Nullable Object>> facts(CompiledTable table) {
    FactLayout layout = FactLayout.of(CreditTable.INPUTS);
    return CreditTable.facts(
            FACTS,
            facts -> {
              Object value = value(table, facts);
              return value instanceof List<?> list ? !list.isEmpty() : value != null;
            })
        .stream()
        .<Map<String, @Nullable Object>>map(layout::row)
        .toList();
  }

  private static String hits(CompiledTable table, List<Map<String, @Nullable Object>> facts) {
    int[] hits =
        facts.stream().mapToInt(it -> table.firstHit(it, AS_OF)).filter(hit -> hit >= 0).toArray();
    double mean = Arrays.stream(hits).average().orElse(0);
    return "%d of %d facts hit, at rule %.0f on average".formatted(hits.length, FACTS, mean);
  }

  private static @Nullable Object value(CompiledTable table, Map<String, @Nullable Object> facts) {
    return switch (table.evaluate(facts, AS_OF, false)) {
      case Outcome.Decided decided -> decided.value();
      case Outcome.Failed failed -> throw new IllegalStateException(failed.toString());
    };
  }

  /** Camunda answers with doubles, so that numbers are compared as such. */
  static boolean same(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Map<?, ?> left && actual instanceof Map<?, ?> right) {
      return left.keySet().equals(right.keySet())
          && left.keySet().stream().allMatch(key -> same(left.get(key), right.get(key)));
    }
    return expected instanceof Number a && actual instanceof Number b
        ? a.doubleValue() == b.doubleValue()
        : Objects.equals(expected, actual);
  }

  static void note(String text) {
    System.err.println(text);
  }

  /** These tables compile whole: whoever asks the reference engine has found a bug. */
  static final class Nobody implements ReferenceEvaluator {

    @Override
    public ReferenceTest unaryTests(String text, FactType inputType) {
      throw new IllegalStateException("did not compile: " + text);
    }

    @Override
    public ReferenceExpression expression(String text) {
      throw new IllegalStateException("did not compile: " + text);
    }
  }
}
