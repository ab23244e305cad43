package org.rulewright.decisiontable.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.TableDefinition;

/** Small random tables, where every combination of values can be looked at. */
class TableAnalysisParityTest {

  private static final long SEED = Long.getLong("rulewright.analysis.seed", 20261123);
  private static final int TABLES = Integer.getInteger("rulewright.analysis.tables", 10_000);

  private static final List<String> NUMBERS =
      List.of(
          "-",
          "< 3",
          ">= 3",
          "[1..4]",
          "(1..4)",
          "]2..5]",
          "2",
          "> 5",
          "<= 1",
          "1, 4",
          "null",
          "not(3)",
          "[2..3), > 4");
  private static final List<String> TEXTS =
      List.of("-", "\"A\"", "\"B\"", "\"A\", \"B\"", "not(\"A\")", "\"C\"", "\"B\", \"C\"");
  private static final List<String> TRUTHS = List.of("-", "true", "false");
  private static final FactSchema SCHEMA =
      new FactSchema(
          List.of(
              FactField.optional("n", FactType.NUMBER),
              FactField.required("m", FactType.NUMBER),
              new FactField("t", FactType.TEXT, true, List.of("A", "B", "C")),
              FactField.required("b", FactType.BOOLEAN)));

  private final Random random = new Random(SEED);

  @Test
  void whatIsFoundIsWhatLookingAtEveryCombinationFinds() {
    for (int i = 0; i < TABLES; i++) {
      TableDefinition table = table();
      var brute = brute(table);
      var analysis = TableAnalysis.of(table, SCHEMA, Limits.THOROUGH);
      try {
        assertThat(analysis.isComplete()).isTrue();
        compare(table, brute, analysis);
      } catch (AssertionError wrong) {
        throw new AssertionError("seed " + SEED + ", table " + i + ": " + table, wrong);
      }
    }
  }

  @Test
  void afterAChangeOfCellsTheAnalysisIsTheOneOfTheWholeTable() {
    for (int i = 0; i < TABLES / 4; i++) {
      var analysis = TableAnalysis.of(table(), SCHEMA, Limits.THOROUGH);
      for (int change = 0; change < 4; change++) {
        TableDefinition changed = changed(analysis.table());
        analysis = analysis.after(changed);
        try {
          compare(changed, brute(changed), analysis);
        } catch (AssertionError wrong) {
          throw new AssertionError("seed " + SEED + ", table " + i + ": " + changed, wrong);
        }
      }
    }
  }

  @Test
  void whatIsMendedIsNotFoundAgainAndAnswersStayAsTheyWere() {
    int mended = 0;
    for (int i = 0; i < TABLES / 10; i++) {
      TableDefinition table = table();
      for (Finding finding : TableAnalysis.of(table, SCHEMA, Limits.THOROUGH).findings()) {
        if (finding.fix().isEmpty()) {
          continue;
        }
        TableDefinition better = finding.fix().get().apply(table);
        mended++;
        assertThat(answers(better, finding.code(), table))
            .as("%s by %s of %s", finding, finding.fix(), table)
            .isTrue();
      }
    }
    assertThat(mended).isGreaterThan(TABLES / 10);
  }

  private void compare(TableDefinition table, BruteForce brute, TableAnalysis analysis) {
    compareGaps(brute, analysis);
    compareDead(table, brute, analysis);
    comparePairs(table, brute, analysis);
    compareExamples(brute, analysis);
    Set<String> missing = new HashSet<>();
    for (String category : List.of("A", "B", "C")) {
      if (brute.points().stream()
          .noneMatch(p -> category.equals(p.get("t")) && touched(table, category))) {
        missing.add(category);
      }
    }
    assertThat(
            codes(analysis, "check.category-missing").stream()
                .filter(it -> "i2".equals(it.diagnostic().place().cell())))
        .hasSize(missing.isEmpty() ? 0 : 1);
  }

  private static boolean touched(TableDefinition table, String category) {
    return table.rules().stream()
        .map(rule -> rule.inputs().get(2).text())
        .anyMatch(text ->
            org.rulewright.expression.UnaryTests.compile(text).orElseThrow().test(category)
                == org.rulewright.expression.Verdict.MATCHES);
  }

  private void compareGaps(BruteForce brute, TableAnalysis analysis) {
    var gaps = builder(analysis.table().hitPolicy());
    for (Finding finding : codes(analysis, "check.gap")) {
      var cells = new ArrayList<>(((TableFix.AddRule) finding.fix().orElseThrow()).inputs());
      cells.add("0");
      gaps.rule(cells.toArray(String[]::new));
    }
    BruteForce inGaps = brute(gaps.build());
    for (int point = 0; point < brute.points().size(); point++) {
      assertThat(!inGaps.hitsAt(point).isEmpty())
          .as("%s is in a gap", brute.points().get(point))
          .isEqualTo(brute.hitsAt(point).isEmpty());
    }
  }

  private static void compareDead(TableDefinition table, BruteForce brute, TableAnalysis analysis) {
    Set<String> dead = new HashSet<>();
    for (Finding finding : analysis.findings()) {
      switch (finding.code()) {
        case "check.unreachable", "check.impossible", "check.never-reached-twin" ->
            dead.add(finding.rules().getLast());
        case "check.duplicate" -> {
          if (table.hitPolicy() == HitPolicy.FIRST) {
            dead.add(finding.rules().getLast());
          }
        }
        default -> {}
      }
    }
    for (int rule = 0; rule < table.rules().size(); rule++) {
      boolean alive =
          table.hitPolicy() == HitPolicy.FIRST ? brute.everFirst(rule) : brute.everHit(rule);
      assertThat(dead.contains("r" + (rule + 1))).as("rule %s is dead", rule + 1).isEqualTo(!alive);
    }
  }

  private static void comparePairs(
      TableDefinition table, BruteForce brute, TableAnalysis analysis) {
    Set<List<String>> overlapping =
        analysis.findings().stream()
            .filter(it ->
                Set.of("check.overlap", "check.contradiction", "check.duplicate")
                    .contains(it.code()))
            .map(Finding::rules)
            .collect(Collectors.toSet());
    for (int j = 1; j < table.rules().size(); j++) {
      for (int i = 0; i < j; i++) {
        boolean together = brute.everTogether(i, j);
        boolean alike =
            table
                .rules()
                .get(i)
                .outputs()
                .getFirst()
                .text()
                .equals(table.rules().get(j).outputs().getFirst().text());
        boolean expected =
            switch (table.hitPolicy()) {
              case UNIQUE -> together;
              case ANY -> together && (!alike || brute.contains(i, j) && brute.contains(j, i));
              default -> together && alike && brute.contains(i, j) && brute.contains(j, i);
            };
        assertThat(overlapping.contains(List.of("r" + (i + 1), "r" + (j + 1))))
            .as("rules %s and %s", i + 1, j + 1)
            .isEqualTo(expected);
      }
    }
  }

  private static void compareExamples(BruteForce brute, TableAnalysis analysis) {
    for (Finding finding : analysis.findings()) {
      Set<Integer> hits = brute.hits(finding.example());
      switch (finding.code()) {
        case "check.gap" -> assertThat(hits).as("%s", finding).isEmpty();
        case "check.overlap",
            "check.contradiction",
            "check.duplicate",
            "check.never-reached-twin" ->
            assertThat(hits).as("%s", finding).hasSizeGreaterThan(1);
        default -> {}
      }
    }
  }

  /** Whether the better table decides as the first, but for what was wrong with it. */
  private boolean answers(TableDefinition better, String code, TableDefinition table) {
    var before = brute(table);
    var after = brute(better);
    for (int point = 0; point < before.points().size(); point++) {
      Set<String> was = results(table, before.hitsAt(point));
      Set<String> is = results(better, after.hitsAt(point));
      boolean same =
          switch (code) {
            case "check.gap", "check.category-missing" -> was.isEmpty() || is.containsAll(was);
            case "check.overlap", "check.contradiction" ->
                was.containsAll(is) && !is.isEmpty() == !was.isEmpty();
            case "check.unreachable", "check.never-reached-twin" -> was.equals(is);
            default -> was.equals(is);
          };
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> results(TableDefinition table, Set<Integer> hits) {
    var results = hits.stream().map(rule -> table.rules().get(rule).outputs().getFirst().text());
    return table.hitPolicy() == HitPolicy.FIRST
        ? results.limit(1).collect(Collectors.toSet())
        : results.collect(Collectors.toSet());
  }

  private static List<Finding> codes(TableAnalysis analysis, String code) {
    return analysis.findings().stream().filter(it -> it.code().equals(code)).toList();
  }

  private static BruteForce brute(TableDefinition table) {
    List<@Nullable Object> optional = new ArrayList<>(BruteForce.numbers());
    optional.add(null);
    return new BruteForce(
        table,
        List.of(
            optional,
            BruteForce.numbers(),
            Arrays.asList("A", "B", "C"),
            Arrays.asList(true, false)));
  }

  private static Tables builder(HitPolicy policy) {
    return Tables.of(policy)
        .input("n", FactType.NUMBER)
        .input("m", FactType.NUMBER)
        .input("t", FactType.TEXT)
        .input("b", FactType.BOOLEAN);
  }

  private TableDefinition table() {
    var policies = List.of(HitPolicy.FIRST, HitPolicy.UNIQUE, HitPolicy.ANY);
    var builder = builder(policies.get(random.nextInt(policies.size())));
    int rules = 1 + random.nextInt(7);
    int wildcards = random.nextInt(10);
    for (int i = 0; i < rules; i++) {
      builder.rule(
          cell(NUMBERS, wildcards),
          cell(NUMBERS, wildcards),
          cell(TEXTS, wildcards),
          cell(TRUTHS, wildcards),
          String.valueOf(random.nextInt(3)));
    }
    return builder.build();
  }

  private String cell(List<String> texts, int wildcards) {
    return random.nextInt(10) < wildcards ? "-" : texts.get(random.nextInt(texts.size()));
  }

  private TableDefinition changed(TableDefinition table) {
    var rule = table.rules().get(random.nextInt(table.rules().size()));
    int column = random.nextInt(4);
    var texts = List.of(NUMBERS, NUMBERS, TEXTS, TRUTHS).get(column);
    return new TableFix.ChangeCell(rule.id(), column, texts.get(random.nextInt(texts.size())))
        .apply(table);
  }
}
