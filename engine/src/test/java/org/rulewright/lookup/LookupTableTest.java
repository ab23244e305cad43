package org.rulewright.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.LookupShape.Column;
import org.rulewright.decision.Outcome;

class LookupTableTest {

  private static final OffsetDateTime TODAY = at("2026-11-23");

  @Test
  void aRowIsFoundByItsKeyAndIsAContextOfItsColumns() {
    var table = built(industries(), row("C13", "food", dec("0.8")), row("J66", "bank", null));

    assertThat(table.find(List.of("C13"), TODAY))
        .contains(Map.of("code", "C13", "name", "food", "risk", dec("0.8")));
    assertThat(table.find(List.of("J66"), TODAY).orElseThrow()).containsEntry("risk", null);
    assertThat(table.find(List.of("X"), TODAY)).isEmpty();
  }

  @Test
  void numbersAreFoundWhateverTheirScaleIs() {
    var definition = definition(List.of(new Column("n", FactType.NUMBER)), false);
    var table =
        built(
            definition,
            row(dec("1.0"), "one"),
            row(dec("12345678901234567890.5"), "wide"),
            row(dec("0.10"), "tenth"));

    for (Object one : List.of(1, 1L, dec("1"), dec("1.000"))) {
      assertThat(table.find(List.of(one), TODAY).map(it -> it.get("v"))).contains("one");
    }
    assertThat(table.find(List.of(dec("12345678901234567890.50")), TODAY)).isPresent();
    assertThat(table.find(List.of(dec("0.1")), TODAY)).isPresent();
    assertThat(table.row(2)).containsEntry("n", dec("0.10"));
  }

  @Test
  void aNullOrAValueOfAnotherTypeFindsNothing() {
    var table = built(industries(), row("C13", "food", dec("0.8")));

    assertThat(table.find(Arrays.asList((Object) null), TODAY)).isEmpty();
    assertThat(table.find(List.of(dec("13")), TODAY)).isEmpty();
    assertThat(table.find(List.of("C13", "C13"), TODAY)).isEmpty();
  }

  @Test
  void aDatedRowIsInForceFromItsFirstToItsLastDay() {
    var table =
        built(
            rates(),
            row("1Y", dec("3.45"), day("2023-08-21"), day("2024-07-21")),
            row("1Y", dec("3.85"), null, day("2023-08-20")),
            row("1Y", dec("3.35"), day("2024-10-21"), null));

    assertThat(rate(table, "2000-01-01")).contains(dec("3.85"));
    assertThat(rate(table, "2023-08-20")).contains(dec("3.85"));
    assertThat(rate(table, "2023-08-21")).contains(dec("3.45"));
    assertThat(rate(table, "2024-07-21")).contains(dec("3.45"));
    assertThat(rate(table, "2024-07-22")).isEmpty();
    assertThat(rate(table, "2030-01-01")).contains(dec("3.35"));
  }

  @Test
  void doubleEmptyOverlappingAndReversedKeysAreFindings() {
    assertThat(
            refused(industries(), row("a", null, null), row("b", null, null), row("a", "x", null)))
        .extracting(Diagnostic::code, it -> it.arguments().subList(0, 2))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("lookup.duplicate-key", List.of("3", "1")));
    assertThat(codes(industries(), row(null, "x", null))).containsExactly("lookup.empty-key");
    assertThat(
            codes(
                rates(),
                row("1Y", dec("1"), day("2024-01-01"), null),
                row("1Y", dec("2"), day("2025-01-01"), day("2025-12-31"))))
        .containsExactly("lookup.overlapping-periods");
    assertThat(codes(rates(), row("1Y", dec("1"), day("2024-01-02"), day("2024-01-01"))))
        .containsExactly("lookup.period-reversed");
  }

  @Test
  void asADecisionItTakesItsKeyFromTheFactsAndTracesTheRow() {
    var table = built(industries(), row("A", "x", null), row("C13", "food", dec("0.8")));

    var found = table.evaluate(Facts.of(Map.of("code", "C13")), TODAY, true);
    assertThat(((Outcome.Decided) found).value()).isEqualTo(table.row(1));
    assertThat(found.trace().steps().getFirst().hits()).containsExactly("2");

    var missed = table.evaluate(Facts.of(Map.of("code", "Z")), TODAY, true);
    assertThat(((Outcome.Decided) missed).value()).isNull();
    assertThat(missed.trace().steps().getFirst().hits()).isEmpty();

    assertThat(table.evaluate(Facts.of(Map.of("code", true)), TODAY, true))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void randomTablesAnswerLikeAScanOfTheirRows() {
    for (int seed = 0; seed < 60; seed++) {
      var random = new SplittableRandom(seed);
      var definition =
          definition(
              List.of(new Column("t", FactType.TEXT), new Column("n", FactType.NUMBER)), true);
      var rows = new ArrayList<@Nullable Object[]>();
      var free = new HashMap<List<?>, Integer>();
      for (int i = 0; i < 200; i++) {
        List<Object> key =
            List.of("k" + random.nextInt(8), BigDecimal.valueOf(random.nextInt(30), 1));
        int from = free.getOrDefault(key, 0) + random.nextInt(4);
        int to = from + random.nextInt(4);
        free.put(key, to + 1);
        rows.add(
            row(
                key.get(0),
                key.get(1),
                "v" + i,
                LocalDate.EPOCH.plusDays(from),
                LocalDate.EPOCH.plusDays(to)));
      }
      var shuffled = new ArrayList<>(rows);
      java.util.Collections.shuffle(shuffled, new java.util.Random(seed));
      var table = built(definition, shuffled.toArray(new @Nullable Object[0][]));
      for (int i = 0; i < 300; i++) {
        var key = List.of("k" + random.nextInt(9), BigDecimal.valueOf(random.nextInt(33), 1));
        var day = LocalDate.EPOCH.plusDays(random.nextInt(60) - 3);
        assertThat(
                table.find(key, day.atStartOfDay().atOffset(ZoneOffset.UTC)).map(it -> it.get("v")))
            .as("seed %d, key %s on %s", seed, key, day)
            .isEqualTo(scan(rows, key, day));
      }
    }
  }

  private static Optional<Object> scan(List<@Nullable Object[]> rows, List<?> key, LocalDate day) {
    return rows.stream()
        .filter(it -> key.get(0).equals(it[0]))
        .filter(it -> ((BigDecimal) key.get(1)).compareTo((BigDecimal) it[1]) == 0)
        .filter(it -> !day.isBefore((LocalDate) it[3]) && !day.isAfter((LocalDate) it[4]))
        .map(it -> (Object) it[2])
        .findFirst();
  }

  @Test
  void aMillionRowsTakeLessThanTwoHundredBytesEach() {
    var definition =
        new LookupDefinition(
            "enterprise",
            "Enterprises",
            List.of(new Column("code", FactType.TEXT)),
            List.of(
                new Column("industry", FactType.TEXT),
                new Column("limit", FactType.NUMBER),
                new Column("listed", FactType.BOOLEAN)),
            true);
    var builder = new LookupBuilder(definition);
    @Nullable Object[] cells = new Object[6];
    for (int i = 0; i < LookupBuilder.MOST_ROWS; i++) {
      cells[0] = code(i);
      cells[1] = "C" + i % 97;
      cells[2] = BigDecimal.valueOf(i * 37L, 2);
      cells[3] = i % 5 == 0;
      cells[4] = LocalDate.EPOCH;
      builder.add(cells);
    }
    long start = System.nanoTime();
    var table = ((LookupBuild.Built) builder.build()).table();
    long took = (System.nanoTime() - start) / 1_000_000;

    System.out.printf(
        "look-up of %d rows: %d bytes a row, indexed in %d ms%n",
        table.size(), table.bytes() / table.size(), took);
    assertThat(table.bytes()).isLessThan(200L * table.size());
    assertThat(table.find(List.of(code(765_432)), TODAY).orElseThrow().get("limit"))
        .isEqualTo(BigDecimal.valueOf(765_432 * 37L, 2));
    assertThatThrownBy(() -> builder.add(cells)).isInstanceOf(IllegalStateException.class);
  }

  private static String code(int i) {
    return "91310000%08dX".formatted(i);
  }

  static LookupDefinition industries() {
    return new LookupDefinition(
        "industry",
        "Industries",
        List.of(new Column("code", FactType.TEXT)),
        List.of(new Column("name", FactType.TEXT), new Column("risk", FactType.NUMBER)),
        false);
  }

  private static LookupDefinition rates() {
    return new LookupDefinition(
        "lpr",
        "Loan prime rate",
        List.of(new Column("term", FactType.TEXT)),
        List.of(new Column("rate", FactType.NUMBER)),
        true);
  }

  private static LookupDefinition definition(List<Column> keys, boolean dated) {
    return new LookupDefinition("t", "T", keys, List.of(new Column("v", FactType.TEXT)), dated);
  }

  private static Optional<Object> rate(LookupTable table, String day) {
    return table.find(List.of("1Y"), at(day)).map(it -> it.get("rate"));
  }

  private static LookupTable built(LookupDefinition definition, @Nullable Object[]... rows) {
    return ((LookupBuild.Built) build(definition, rows)).table();
  }

  private static List<Diagnostic> refused(LookupDefinition definition, @Nullable Object[]... rows) {
    return ((LookupBuild.Refused) build(definition, rows)).findings();
  }

  private static List<String> codes(LookupDefinition definition, @Nullable Object[]... rows) {
    return refused(definition, rows).stream().map(Diagnostic::code).toList();
  }

  private static LookupBuild build(LookupDefinition definition, @Nullable Object[]... rows) {
    var builder = new LookupBuilder(definition);
    for (var row : rows) {
      builder.add(row);
    }
    return builder.build();
  }

  private static @Nullable Object[] row(@Nullable Object... cells) {
    return cells;
  }

  private static BigDecimal dec(String text) {
    return new BigDecimal(text);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static OffsetDateTime at(String day) {
    return LocalDate.parse(day).atStartOfDay().atOffset(ZoneOffset.ofHours(8));
  }
}
