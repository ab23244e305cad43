package org.rulewright.decisiontable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;

/** From the rules that match to the outcome of the table: its hit policy. */
final class Conclusion {

  private final TableNames table;
  private final HitPolicy policy;
  private final @Nullable Aggregator aggregator;
  private final RuleOutputs outputs;
  private final Defaults defaults;

  Conclusion(
      TableNames table,
      HitPolicy policy,
      @Nullable Aggregator aggregator,
      RuleOutputs outputs,
      Defaults defaults) {
    this.table = table;
    this.policy = policy;
    this.aggregator = aggregator;
    this.outputs = outputs;
    this.defaults = defaults;
  }

  /** Concludes from the rules that match, in the order of the table. */
  Outcome of(
      int[] hits, Map<String, @Nullable Object> variables, OffsetDateTime asOf, boolean traced) {
    if (hits.length == 0) {
      return defaults.evaluate(variables, asOf, traced);
    }
    // All matches but those of FIRST are evaluated, for their errors fail the decision, too.
    int[] counted = policy == HitPolicy.FIRST ? Arrays.copyOf(hits, 1) : hits;
    List<@Nullable Object> values = new ArrayList<>(counted.length);
    List<Diagnostic> problems = new ArrayList<>();
    for (int hit : counted) {
      values.add(outputs.evaluate(hit, variables, asOf, problems));
    }
    if (!problems.isEmpty()) {
      return failed(problems, counted, traced);
    }
    return switch (policy) {
      case UNIQUE ->
          hits.length > 1
              ? violated("table.overlap", hits, traced)
              : decided(values.getFirst(), hits, traced);
      case FIRST -> decided(values.getFirst(), counted, traced);
      case ANY ->
          new HashSet<>(values).size() > 1
              ? violated("table.conflict", hits, traced)
              : decided(values.getFirst(), hits, traced);
      case PRIORITY, OUTPUT_ORDER -> ordered(hits, values, variables, asOf, traced);
      case RULE_ORDER -> decided(values, hits, traced);
      case COLLECT -> collected(hits, values, traced);
    };
  }

  private Outcome ordered(
      int[] hits,
      List<@Nullable Object> values,
      Map<String, @Nullable Object> variables,
      OffsetDateTime asOf,
      boolean traced) {
    int[][] ranks =
        values.stream().map(value -> outputs.ranks(value, variables, asOf)).toArray(int[][]::new);
    List<Integer> order =
        IntStream.range(0, hits.length)
            .boxed()
            .sorted(Comparator.comparing(i -> ranks[i], Arrays::compare))
            .toList();
    int[] orderedHits = order.stream().mapToInt(i -> hits[i]).toArray();
    if (policy == HitPolicy.PRIORITY) {
      return decided(values.get(order.getFirst()), Arrays.copyOf(orderedHits, 1), traced);
    }
    List<@Nullable Object> sorted = new ArrayList<>();
    order.forEach(i -> sorted.add(values.get(i)));
    return decided(sorted, orderedHits, traced);
  }

  private Outcome collected(int[] hits, List<@Nullable Object> values, boolean traced) {
    if (aggregator == null) {
      return decided(values, hits, traced);
    }
    String[] names = outputs.names();
    @Nullable Object[] results = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      List<@Nullable Object> column = new ArrayList<>(values.size());
      for (Object value : values) {
        column.add(outputs.output(value, i));
      }
      results[i] = Aggregation.of(aggregator, column);
      if (results[i] == Aggregation.INCOMPARABLE) {
        return violated("table.incomparable", hits, traced);
      }
    }
    return decided(
        names.length == 1 ? results[0] : new OutputContext(names, results), hits, traced);
  }

  private Outcome decided(@Nullable Object value, int[] hits, boolean traced) {
    return new Outcome.Decided(value, traced ? table.trace(hits, value) : Trace.EMPTY);
  }

  private Outcome violated(String code, int[] hits, boolean traced) {
    Diagnostic problem =
        Diagnostic.error(code, Place.of(table.id()), table.name(), TableNames.rows(hits));
    return failed(List.of(problem), hits, traced);
  }

  private Outcome failed(List<Diagnostic> problems, int[] hits, boolean traced) {
    return new Outcome.Failed(problems, traced ? table.trace(hits, null) : Trace.EMPTY);
  }
}
