package org.rulewright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Role;
import org.rulewright.asset.ContractInput;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnModel;
import org.rulewright.dmn.EngineChoice;
import org.rulewright.xml.UnreadableModelException;
import tools.jackson.databind.JsonNode;

/** 425 real enterprises, decided by linked tables, from the files to the records. */
final class CumcmTest {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2020-09-10T12:00:00+08:00");
  private static final long BUDGET_OF_THE_TASK = 100_000_000;
  private static final long BUDGET_OF_THE_RATED = 40_000_000;

  private static final List<String> CODES =
      Cumcm.CONTRACT.reasons().stream().map(reason -> reason.code()).toList();

  private static final Platform PLATFORM = Platform.running();
  private static final StudioClient CLIENT = new StudioClient(PLATFORM);

  @BeforeAll
  static void prepare() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Cumcm.prepare(PLATFORM);
    print(
        "data in, features derived, strategy released in %.1f s",
        (System.nanoTime() - start) / 1e9);
  }

  @Test
  void theFilesBecameAtLeastFifteenFeaturesOfEveryEnterprise() {
    for (var dataset : Map.of(Cumcm.KNOWN, 123, Cumcm.UNKNOWN, 302).entrySet()) {
      var found = CLIENT.get("/api/v1/datasets/" + dataset.getKey());
      assertThat(found.get("snapshot").get("rows").asInt()).isEqualTo(dataset.getValue());
      assertThat(
              found
                  .get("columns")
                  .valueStream()
                  .filter(column -> column.get("type").asString().equals("NUMBER")))
          .hasSizeGreaterThanOrEqualTo(15);
    }
    var invoices =
        List.of("att1_input", "att1_output", "att2_input", "att2_output").stream()
            .map(part -> CLIENT.get("/api/v1/datasets/" + part + "_invoices").get("snapshot"))
            .mapToLong(snapshot -> snapshot.get("rows").asLong())
            .sum();
    assertThat(invoices).isEqualTo(210_947 + 162_484 + 395_175 + 330_835);
    assertThat(Cumcm.churn(CLIENT)).hasSize(29 * 3);
  }

  @Test
  void theUnratedAreDecidedWithinTheBudgetOfTheTask() throws InterruptedException {
    var run = run(Cumcm.UNKNOWN, List.of(), Cumcm.budget(CLIENT, BUDGET_OF_THE_TASK));

    print("(a) 302 without rating: %s", figures(run));
    checkEveryRow(run, 302);
    checkBudget(run, BUDGET_OF_THE_TASK);
  }

  @Test
  void theRatedAreDecidedWithinTheirBudgetAndTheirDefaultsAreKnownByGrade()
      throws InterruptedException {
    var run = run(Cumcm.KNOWN, List.of(), Cumcm.budget(CLIENT, BUDGET_OF_THE_RATED));

    print("(b) 123 with rating: %s", figures(run));
    assertThat(defaultsByGrade(run))
        .isEqualTo(Map.of("A", "0/27", "B", "1/38", "C", "2/34", "D", "24/24"));
    checkEveryRow(run, 123);
    checkBudget(run, BUDGET_OF_THE_RATED);
  }

  @Test
  void withoutTheRatingTheTablesTellGoodFromBad() throws Exception {
    var run = run(Cumcm.KNOWN, List.of("rating"), null);

    print("(c) 123, rating withheld: %s", figures(run));
    checkEveryRow(run, 123);
    var auc = run.get("summary").get("auc").decimalValue();
    assertThat(auc).isGreaterThanOrEqualTo(new BigDecimal("0.80"));
    assertThat(auc.doubleValue()).isEqualTo(auc(CLIENT.rowsOf(run)), within(1e-9));
    assertThat(run.get("summary").get("allocation").isNull()).isTrue();
    assertThat(featuresOfTheScore()).hasSizeGreaterThanOrEqualTo(6).doesNotContain("rating");
    for (var row : CLIENT.rowsOf(run)) {
      assertThat(fact(record(row), "rating").get("state").asString()).isEqualTo("MISSING");
    }
  }

  @Test
  void theReferenceEngineDecidesTheSameForEveryEnterprise() throws Exception {
    var model = DmnModel.compile(DmnDocument.read(Cumcm.model()));
    assertThat(model.compiledShare()).isEqualTo(1.0);
    int compared = 0;
    for (var dataset : List.of(Cumcm.KNOWN, Cumcm.UNKNOWN)) {
      for (var row : CLIENT.rowsOf(dataset)) {
        for (var rated : List.of(true, false)) {
          var facts = facts(model, row, rated);
          assertThat(decided(model, facts, EngineChoice.COMPILED))
              .as("%s of %s", row.get("subject"), dataset)
              .isEqualTo(decided(model, facts, EngineChoice.KIE));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(2 * 425);
    print("parity: %d evaluations alike in the compiled engine and KIE", compared);
  }

  private static JsonNode run(
      String dataset, List<String> withheld, @Nullable Map<String, Object> budget)
      throws InterruptedException {
    var request = new HashMap<String, @Nullable Object>();
    request.put("environment", Platform.PRODUCTION);
    request.put("strategy", Cumcm.KEY.value());
    request.put("dataset", dataset);
    request.put("subject", "subject");
    request.put("withheld", withheld);
    request.put("budget", budget);
    var run = CLIENT.run(request);
    assertThat(run.get("finishedAt").isNull()).isFalse();
    return run;
  }

  /** A verdict, an amount, a rate, reasons and a record that is found, for each. */
  private static void checkEveryRow(JsonNode run, int expected) {
    var summary = run.get("summary");
    assertThat(summary.get("rows").asInt()).isEqualTo(expected);
    assertThat(summary.get("problems").asInt()).isZero();
    var rows = CLIENT.rowsOf(run);
    assertThat(rows.stream().map(row -> row.get("subject").asString()).distinct())
        .hasSize(expected);
    assertThat(rows.stream().filter(row -> verdict(row).equals("APPROVE")).count())
        .isEqualTo(summary.get("approved").asLong())
        .isPositive();
    rows.forEach(row -> checkTerms(row));
    rows.forEach(row -> checkRecord(run, row));
  }

  private static void checkTerms(JsonNode row) {
    assertThat(row.get("problem").isNull()).as(row.toString()).isTrue();
    assertThat(verdict(row)).isIn("APPROVE", "DECLINE", "REFER");
    assertThat(row.get("grade").asString()).isIn("A", "B", "C", "D");
    assertThat(row.get("reasonCodes").valueStream().map(JsonNode::asString))
        .as(row.toString())
        .anyMatch(code -> CODES.contains(code));
    var amount = row.get("amount").decimalValue();
    if (verdict(row).equals("APPROVE")) {
      assertThat(amount).isBetween(new BigDecimal(100_000), new BigDecimal(1_000_000));
      assertThat(row.get("rate").decimalValue())
          .isBetween(new BigDecimal("0.04"), new BigDecimal("0.15"));
    } else {
      assertThat(amount).isZero();
      assertThat(row.get("rate").isNull()).isTrue();
    }
  }

  private static void checkRecord(JsonNode run, JsonNode row) {
    var record = record(row);
    assertThat(record.get("subject")).isEqualTo(row.get("subject"));
    assertThat(record.get("verdict")).isEqualTo(row.get("verdict"));
    assertThat(record.get("release")).isEqualTo(run.get("release"));
    assertThat(record.get("chain").get("intact").asBoolean()).isTrue();
    assertThat(record.get("reasons").valueStream().map(reason -> reason.get("text").asString()))
        .isNotEmpty()
        .noneMatch(CODES::contains);
  }

  private static JsonNode record(JsonNode row) {
    var address = "/api/v1/decisions/" + row.get("decision").asString();
    var answer = PLATFORM.get(address, PLATFORM.key(Role.REVIEWER));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode fact(JsonNode record, String name) {
    return record
        .get("facts")
        .valueStream()
        .filter(fact -> fact.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void checkBudget(JsonNode run, long budget) {
    var allocation = run.get("summary").get("allocation");
    var granted = BigDecimal.ZERO;
    var profit = BigDecimal.ZERO;
    for (var row : CLIENT.rowsOf(run)) {
      if (!row.get("granted").isNull()) {
        assertThat(verdict(row)).isEqualTo("APPROVE");
        assertThat(row.get("granted").decimalValue())
            .isLessThanOrEqualTo(row.get("amount").decimalValue());
        granted = granted.add(row.get("granted").decimalValue());
        profit = profit.add(row.get("expectedProfit").decimalValue());
      }
    }
    assertThat(granted)
        .isPositive()
        .isLessThanOrEqualTo(BigDecimal.valueOf(budget))
        .isEqualByComparingTo(allocation.get("granted").decimalValue());
    assertThat(profit)
        .isPositive()
        .isEqualByComparingTo(allocation.get("expectedProfit").decimalValue());
  }

  private static Map<String, String> defaultsByGrade(JsonNode run) {
    return run.get("summary")
        .get("grades")
        .valueStream()
        .collect(
            Collectors.toMap(
                grade -> grade.get("grade").asString(),
                grade -> grade.get("bad").asLong() + "/" + grade.get("known").asLong()));
  }

  /** How often a good enterprise has a higher score than a bad one; ties count half. */
  private static double auc(List<JsonNode> rows) {
    var good = scores(rows, false);
    var bad = scores(rows, true);
    double won = 0;
    for (var higher : good) {
      for (var lower : bad) {
        won += (Integer.signum(higher.compareTo(lower)) + 1) / 2.0;
      }
    }
    return won / ((double) good.size() * bad.size());
  }

  private static List<BigDecimal> scores(List<JsonNode> rows, boolean bad) {
    return rows.stream()
        .filter(row -> row.get("bad").asBoolean() == bad)
        .map(row -> row.get("score").decimalValue())
        .toList();
  }

  private static List<String> featuresOfTheScore() throws IOException, UnreadableModelException {
    return DmnDocument.read(Cumcm.model()).tables().stream()
        .filter(table -> table.id().equals("points"))
        .flatMap(table -> table.inputs().stream())
        .map(input -> input.expression())
        .distinct()
        .toList();
  }

  private static Facts facts(DmnModel model, JsonNode row, boolean rated) {
    var raw = new LinkedHashMap<String, @Nullable Object>();
    for (var input : Cumcm.CONTRACT.inputs()) {
      raw.put(input.feature(), value(row, input, rated));
    }
    var checked = model.facts(raw);
    assertThat(checked.problems()).isEmpty();
    return checked.facts();
  }

  private static @Nullable Object value(JsonNode row, ContractInput input, boolean rated) {
    var value = row.get(input.feature());
    if (value.isNull() || (!rated && input.feature().equals("rating"))) {
      return null;
    }
    return value.isNumber() ? value.decimalValue() : value.asString();
  }

  private static Object decided(DmnModel model, Facts facts, EngineChoice engine) {
    var outcome = model.evaluate("Offer", facts, NOW, true, engine);
    assertThat(outcome).as(outcome.toString()).isInstanceOf(Outcome.Decided.class);
    assertThat(outcome.trace().steps()).hasSize(7);
    var value = plain(((Outcome.Decided) outcome).value());
    assertThat(value).isInstanceOf(Map.class);
    return String.valueOf(value);
  }

  /** With numbers that are equal also equal in their digits. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case BigDecimal number -> number.stripTrailingZeros();
      case List<?> list -> {
        var all = new ArrayList<@Nullable Object>();
        list.forEach(each -> all.add(plain(each)));
        yield all;
      }
      case Map<?, ?> map -> {
        var all = new TreeMap<String, @Nullable Object>();
        map.forEach((name, each) -> all.put(String.valueOf(name), plain(each)));
        yield all;
      }
      case null, default -> value;
    };
  }

  private static String verdict(JsonNode row) {
    return row.get("verdict").asString();
  }

  private static String figures(JsonNode run) {
    var summary = run.get("summary");
    return "approved %s, declined %s, referred %s, offered %s CNY at %s, AUC %s, defaults %s, allocation %s"
        .formatted(
            summary.get("approved"),
            summary.get("declined"),
            summary.get("referred"),
            summary.get("amount"),
            summary.get("averageRate"),
            summary.get("auc"),
            defaultsByGrade(run),
            summary.get("allocation"));
  }

  private static void print(String text, Object... figures) {
    System.out.println("CUMCM 2020 C: " + text.formatted(figures));
  }
}
