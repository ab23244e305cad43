package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontable.Validity;

/** Columns of the decision's day, of contexts and of lists decide as in Apache KIE. */
class TableInputParityTest {

  private static final int TABLES = Integer.getInteger("rulewright.parity.inputs", 120);
  private static final int FACTS = 15;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  @Test
  void rulesAreInForceOnTheDayOfTheDecisionAsInKie() {
    int inForce = 0;
    for (int seed = 0; seed < TABLES; seed++) {
      var random = new SplittableRandom(seed);
      var rows =
          IntStream.range(0, 1 + random.nextInt(6))
              .mapToObj(i -> validity(random).text() + " | " + number(random) + " | " + i)
              .toArray(String[]::new);
      var model =
          DmnModel.compile(
              DmnSamples.document(
                  DmnSamples.input("n", "number"),
                  DmnSamples.table(
                      "k",
                      any(random, List.of("FIRST", "COLLECT", "UNIQUE")),
                      List.of("in_n"),
                      List.of(Validity.EXPRESSION, "n"),
                      List.of("k:number"),
                      rows)));
      assertThat(model.compiledShare()).isEqualTo(1);
      for (int i = 0; i < FACTS; i++) {
        var asOf = day(random).atTime(random.nextInt(24), 0).atOffset(DEFAULT.getOffset());
        var facts = Facts.of(Map.of("n", random.nextInt(4)));
        inForce += agrees(model, facts, asOf, "seed " + seed) ? 1 : 0;
      }
    }
    assertThat(inForce).isGreaterThan(TABLES * FACTS / 5);
  }

  @Test
  void theSameFactsAreDecidedByTheRuleOfTheirDay() {
    var model =
        DmnModel.compile(
            DmnSamples.document(
                DmnSamples.table(
                    "k",
                    "UNIQUE",
                    List.of(),
                    List.of(Validity.EXPRESSION),
                    List.of("k:string"),
                    "[date(\"2026-01-01\")..date(\"2026-06-30\")] | \"old\"",
                    ">= date(\"2026-07-01\") | \"new\"")));

    assertThat(value(model, "2025-12-31T23:59:59+08:00")).isNull();
    assertThat(value(model, "2026-01-01T00:00:00+08:00")).isEqualTo("old");
    assertThat(value(model, "2026-06-30T23:59:59+08:00")).isEqualTo("old");
    assertThat(value(model, "2026-07-01T00:00:00+08:00")).isEqualTo("new");
  }

  @Test
  void contextsAndListsAsInputsDecideAsInKie() {
    int decided = 0;
    for (int seed = 0; seed < TABLES; seed++) {
      var random = new SplittableRandom(seed);
      var columns = columns(random);
      var rows =
          IntStream.range(0, 1 + random.nextInt(5))
              .mapToObj(_ -> row(columns, random))
              .toArray(String[]::new);
      var model =
          DmnModel.compile(
              DmnSamples.document(
                  DmnSamples.input("applicant", "Any"),
                  DmnSamples.input("tags", "Any"),
                  DmnSamples.table(
                      "k",
                      any(random, List.of("FIRST", "COLLECT", "RULE ORDER")),
                      List.of("in_applicant", "in_tags"),
                      columns,
                      List.of("k:Any"),
                      rows)));
      for (int i = 0; i < FACTS; i++) {
        var facts = Facts.of(facts(random));
        var about = "seed %d, %s, %s%n%s".formatted(seed, facts.asMap(), columns, List.of(rows));
        decided += agrees(model, facts, DEFAULT, about) ? 1 : 0;
      }
    }
    assertThat(decided).isGreaterThan(TABLES * FACTS / 5);
  }

  @Test
  void aValueThatIsNotAllowedFailsTheGraphAsInKieAndSaysWhere() {
    var model =
        DmnModel.compile(
            DmnSamples.document(
                DmnSamples.input("s", "string"),
                DmnSamples.table(
                        "k",
                        "FIRST",
                        List.of("in_s"),
                        List.of("s"),
                        List.of("k:number"),
                        "\"a\" | 1",
                        "- | 2")
                    .replace(
                        "</inputExpression>",
                        "</inputExpression><inputValues><text>\"a\", \"b\"</text></inputValues>"),
                DmnSamples.literal("twice", "number", "k * 2", "d_k")));

    assertThat(agrees(model, "twice", Facts.of(Map.of("s", "a")), DEFAULT, "a")).isTrue();
    assertThat(agrees(model, "twice", Facts.of(Map.of("s", "b")), DEFAULT, "b")).isTrue();
    var refused = Facts.of(Map.of("s", "c"));
    assertThat(agrees(model, "twice", refused, DEFAULT, "c")).isFalse();
    assertThat(model.evaluate("twice", refused, DEFAULT, true))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.problems()).hasSize(1);
              assertThat(failed.problems().getFirst().code()).isEqualTo("table.input-not-allowed");
              assertThat(failed.problems().getFirst().place().cell()).isEqualTo("i_k_0");
            });
  }

  private static final OffsetDateTime DEFAULT = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");

  private static @Nullable Object value(DmnModel model, String asOf) {
    assertThat(agrees(model, Facts.NONE, OffsetDateTime.parse(asOf), asOf)).isTrue();
    return model.evaluate("k", Facts.NONE, OffsetDateTime.parse(asOf), false)
            instanceof Outcome.Decided(var value, _)
        ? value
        : null;
  }

  private static boolean agrees(DmnModel model, Facts facts, OffsetDateTime asOf, String about) {
    return agrees(model, "k", facts, asOf, about);
  }

  /** Returns whether a decision was made. */
  private static boolean agrees(
      DmnModel model, String decision, Facts facts, OffsetDateTime asOf, String about) {
    var ours = model.evaluate(decision, facts, asOf, true);
    var theirs = model.evaluate(decision, facts, asOf, true, EngineChoice.KIE);
    assertThat(ours.getClass()).as("%s: %s, %s", about, ours, theirs).isEqualTo(theirs.getClass());
    if (ours instanceof Outcome.Decided(var value, _)
        && theirs instanceof Outcome.Decided(var other, _)) {
      assertThat(Likeness.alike(value, other)).as("%s: %s, %s", about, value, other).isTrue();
    }
    return ours instanceof Outcome.Decided;
  }

  private static Validity validity(RandomGenerator random) {
    var from = random.nextInt(3) == 0 ? null : day(random);
    var to =
        random.nextInt(3) == 0 ? null : (from == null ? FIRST : from).plusDays(random.nextInt(4));
    return new Validity(from, to);
  }

  private static LocalDate day(RandomGenerator random) {
    return FIRST.plusDays(random.nextInt(8));
  }

  private static String number(RandomGenerator random) {
    return any(random, List.of("-", "1", "> 1", "[0..2]"));
  }

  private static List<String> columns(RandomGenerator random) {
    var all =
        List.of(
            "applicant.age",
            "applicant.name",
            "applicant.address.city",
            "count(tags)",
            "count(tags) > 2",
            "tags",
            "list contains(tags, \"vip\")",
            "applicant.age + 1");
    var columns = new ArrayList<String>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      columns.add(any(random, all));
    }
    return columns;
  }

  private static String row(List<String> columns, RandomGenerator random) {
    var cells = new ArrayList<String>();
    for (var column : columns) {
      cells.add(random.nextInt(3) == 0 ? "-" : cell(column, random));
    }
    cells.add(
        any(
            random,
            List.of("1", "\"x\"", "applicant.age", "applicant.age * 2 + 1", "count(tags)")));
    return String.join(" | ", cells);
  }

  private static String cell(String column, RandomGenerator random) {
    return switch (column) {
      case "applicant.name" -> any(random, List.of("\"Li\"", "\"Li\", \"Wang\"", "not(\"Li\")"));
      case "applicant.address.city" -> any(random, List.of("\"Chengdu\"", "null"));
      case "tags" ->
          any(
              random,
              List.of(
                  "list contains(?, \"vip\")",
                  "count(?) > 1",
                  "not(list contains(?, \"new\"))",
                  "[\"vip\"]",
                  "null"));
      case "count(tags) > 2", "list contains(tags, \"vip\")" ->
          any(random, List.of("true", "false", "not(true)"));
      default -> any(random, List.of("> 1", "[1..30)", "3", "not(1, 2)"));
    };
  }

  private static Map<String, @Nullable Object> facts(RandomGenerator random) {
    var applicant = new LinkedHashMap<String, @Nullable Object>();
    if (random.nextInt(12) > 0) {
      applicant.put(
          "age", random.nextInt(20) == 0 ? null : (Object) any(random, List.of(1, 3, 29, 30)));
    }
    applicant.put("name", any(random, List.of("Li", "Wang", "Zhao")));
    if (random.nextInt(8) > 0) {
      applicant.put("address", Map.of("city", any(random, List.of("Chengdu", "Wuhan"))));
    }
    var facts = new LinkedHashMap<String, @Nullable Object>();
    facts.put("applicant", random.nextInt(20) == 0 ? null : applicant);
    facts.put(
        "tags",
        any(
            random,
            List.of(
                List.of(),
                List.of("vip", "old"),
                List.of("new", "vip", "x"),
                List.of("new", "y"))));
    return facts;
  }

  private static <T> T any(RandomGenerator random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
