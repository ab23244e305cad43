package org.rulewright.decisiontable;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.TraceStep;

class CompiledTableTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");
  private static final Set<String> NAMES = Set.of("sales", "industry");

  @Test
  void firstTakesTheFirstRuleThatMatches() {
    CompiledTable table =
        table(HitPolicy.FIRST, null, "> 100|-|\"A\"", "> 10|-|\"B\"", "-|-|\"C\"");

    assertThat(value(table, facts(500, "retail"))).isEqualTo("A");
    assertThat(value(table, facts(50, "retail"))).isEqualTo("B");
    assertThat(value(table, facts(5, "retail"))).isEqualTo("C");
    assertThat(table.firstHit(facts(50, "retail"), NOW)).isEqualTo(1);
    assertThat(table.compiledShare()).isEqualTo(1);
  }

  @Test
  void theTraceNamesTheRuleThatDecided() {
    CompiledTable table = table(HitPolicy.FIRST, null, "> 100|-|\"A\"", "-|-|\"B\"");

    TraceStep step =
        table.evaluate(Facts.of(facts(5, "retail")), NOW, true).trace().steps().getFirst();

    assertThat(step.hits()).containsExactly("r1");
    assertThat(step.value()).isEqualTo("B");
    assertThat(table.evaluate(facts(5, "retail"), NOW, false).trace().steps()).isEmpty();
  }

  @Test
  void overlapInAUniqueTableIsAnErrorThatNamesTheRows() {
    CompiledTable table = table(HitPolicy.UNIQUE, null, "> 10|-|\"A\"", "> 100|-|\"B\"");

    assertThat(value(table, facts(50, "retail"))).isEqualTo("A");
    Outcome.Failed failed = failed(table, facts(500, "retail"));
    assertThat(failed.problems()).extracting(Diagnostic::code).containsExactly("table.overlap");
    assertThat(failed.problems().getFirst().arguments()).contains("1, 2");
    assertThat(failed.trace().steps().getFirst().hits()).containsExactly("r0", "r1");
  }

  @Test
  void conflictInAnAnyTableIsAnError() {
    CompiledTable table =
        table(HitPolicy.ANY, null, "> 10|-|\"A\"", "> 100|-|\"A\"", "> 1000|-|\"B\"");

    assertThat(value(table, facts(500, "retail"))).isEqualTo("A");
    assertThat(failed(table, facts(5000, "retail")).problems())
        .extracting(Diagnostic::code)
        .containsExactly("table.conflict");
  }

  @Test
  void collectSumsUp() {
    String[] rules = {"> 10|-|1.5", "> 100|-|2", "> 1000|-|4"};
    Map<String, @Nullable Object> facts = facts(500, "retail");

    assertThat(value(table(HitPolicy.COLLECT, Aggregator.SUM, rules), facts))
        .isEqualTo(new BigDecimal("3.5"));
    assertThat(value(table(HitPolicy.COLLECT, Aggregator.COUNT, rules), facts))
        .isEqualTo(new BigDecimal("2"));
    assertThat(value(table(HitPolicy.COLLECT, Aggregator.MIN, rules), facts))
        .isEqualTo(new BigDecimal("1.5"));
    assertThat(value(table(HitPolicy.COLLECT, Aggregator.MAX, rules), facts))
        .isEqualTo(new BigDecimal("2"));
    assertThat(value(table(HitPolicy.COLLECT, null, rules), facts))
        .isEqualTo(List.of(new BigDecimal("1.5"), new BigDecimal("2")));
    assertThat(value(table(HitPolicy.COLLECT, null, rules), facts(1, "retail")))
        .isEqualTo(List.of());
  }

  @Test
  void noRuleThatMatchesGivesNull() {
    CompiledTable table = table(HitPolicy.UNIQUE, null, "> 10|\"steel\"|\"A\"");

    assertThat(value(table, facts(50, "retail"))).isNull();
    assertThat(value(table, facts(50, null))).isNull();
    assertThat(value(table, facts(null, "steel"))).isNull();
  }

  @Test
  void aMissingVariableFailsWhereNullDoesNot() {
    CompiledTable table = table(HitPolicy.UNIQUE, null, "> 10|\"steel\"|\"A\"");

    assertThat(failed(table, Map.of("sales", 50)).problems()).isNotEmpty();
  }

  @Test
  void aCellOfTheReferenceEngineIsEvaluatedThere() {
    CompiledTable table =
        table(HitPolicy.FIRST, null, "-|string length(?) > 5|\"long\"", "-|-|upper case(industry)");

    assertThat(value(table, facts(1, "forestry"))).isEqualTo("long");
    assertThat(value(table, facts(1, "steel"))).isEqualTo("STEEL");
    assertThat(table.compiledShare()).isEqualTo(0.75);
    assertThat(table.firstHit(facts(1, "steel"), NOW)).isEqualTo(CompiledTable.UNCLEAR);
  }

  @Test
  void aTableTooLargeForExactRowsDecidesTheSame() {
    String[] rules =
        IntStream.range(0, 12_000)
            .mapToObj(i -> "[%d..%d)|\"t%d\", \"all\"|%d".formatted(i, i + 1, i, i))
            .toArray(String[]::new);
    CompiledTable table = table(HitPolicy.UNIQUE, null, rules);

    for (int i = 0; i < 12_000; i += 111) {
      BigDecimal expected = new BigDecimal(i);
      assertThat(value(table, facts(i, "t" + i))).isEqualTo(expected);
      assertThat(value(table, facts(i, "all"))).isEqualTo(expected);
      assertThat(value(table, facts(i, "t" + (i + 1)))).isNull();
    }
    assertThat(table.firstHit(facts(1, "all"), NOW)).isEqualTo(CompiledTable.UNCLEAR);
  }

  @Test
  void aTableWiderThanTheLocalColumnsDecidesTheSame() {
    List<InputClause> inputs =
        IntStream.range(0, 12)
            .mapToObj(i -> new InputClause("i" + i, "sales", "sales", FactType.NUMBER, null))
            .toList();
    List<Cell> cells = IntStream.range(0, 12).mapToObj(i -> new Cell("c" + i, "> " + i)).toList();
    TableRule rule = new TableRule("r0", cells, List.of(new Cell("o", "\"A\"")), List.of());
    TableDefinition wide =
        new TableDefinition(
            "t", "t", HitPolicy.FIRST, null, inputs, List.of(output()), List.of(rule));
    CompiledTable table = CompiledTable.compile(wide, NAMES, new FeelReference(NAMES));

    assertThat(value(table, facts(12, "retail"))).isEqualTo("A");
    assertThat(value(table, facts(11, "retail"))).isNull();
  }

  /** Rules are written as {@code sales cell|industry cell|output cell}. */
  private static CompiledTable table(
      HitPolicy policy, @Nullable Aggregator aggregator, String... rules) {
    List<TableRule> rows = new ArrayList<>();
    for (String rule : rules) {
      String[] cells = rule.split("\\|");
      rows.add(
          new TableRule(
              "r" + rows.size(),
              List.of(new Cell("c0", cells[0]), new Cell("c1", cells[1])),
              List.of(new Cell("o0", cells[2])),
              List.of()));
    }
    TableDefinition definition =
        new TableDefinition(
            "t",
            "t",
            policy,
            aggregator,
            List.of(
                new InputClause("i0", "sales", "sales", FactType.NUMBER, null),
                new InputClause("i1", "industry", "industry", FactType.TEXT, null)),
            List.of(output()),
            rows);
    return CompiledTable.compile(definition, NAMES, new FeelReference(NAMES));
  }

  private static OutputClause output() {
    return new OutputClause("o", "grade", FactType.ANY, null, null);
  }

  private static Map<String, @Nullable Object> facts(
      @Nullable Integer sales, @Nullable String industry) {
    Map<String, @Nullable Object> facts = new HashMap<>();
    facts.put("sales", sales);
    facts.put("industry", industry);
    return facts;
  }

  private static @Nullable Object value(CompiledTable table, Map<String, @Nullable Object> facts) {
    return switch (table.evaluate(facts, NOW, true)) {
      case Outcome.Decided decided -> decided.value();
      case Outcome.Failed failed -> throw new AssertionError(failed);
    };
  }

  private static Outcome.Failed failed(CompiledTable table, Map<String, @Nullable Object> facts) {
    return switch (table.evaluate(facts, NOW, true)) {
      case Outcome.Decided decided -> throw new AssertionError(decided);
      case Outcome.Failed failed -> failed;
    };
  }
}
