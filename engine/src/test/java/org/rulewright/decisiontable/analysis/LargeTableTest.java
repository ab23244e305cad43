package org.rulewright.decisiontable.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.TableDefinition;

/** Tables shaped like credit rules; how long they take is printed, not tested. */
class LargeTableTest {

  private static final FactSchema NOTHING_KNOWN = new FactSchema(List.of());

  @Test
  void aPartitionOfAThousandRulesIsFoundWithoutGapOverlapOrDeadRule() {
    TableDefinition table = partition(1_000);

    var analysis = timed("1,000 rules, partition", table);

    assertThat(analysis.isComplete()).isTrue();
    assertThat(analysis.findings())
        .as("%s", analysis.diagnostics())
        .allMatch(it -> it.code().equals("check.mergeable"));
  }

  @Test
  void oneRuleTakenOutOfAPartitionIsTheGap() {
    TableDefinition table = partition(1_000);
    var rules = new java.util.ArrayList<>(table.rules());
    var gone = rules.remove(500);
    var holed =
        new TableDefinition(
            table.id(),
            table.name(),
            table.hitPolicy(),
            null,
            table.inputs(),
            table.outputs(),
            rules);

    var gaps =
        timed("1,000 rules, one missing", holed).findings().stream()
            .filter(it -> it.code().equals("check.gap"))
            .toList();

    assertThat(gaps).hasSize(1);
    assertThat(gaps.getFirst().fix())
        .contains(
            new TableFix.AddRule(
                gone.inputs().stream().map(org.rulewright.decisiontable.Cell::text).toList()));
  }

  @Test
  void largeTablesAreExaminedWithinTheirLimits() {
    for (int rules : new int[] {1_000, 10_000}) {
      TableDefinition table = random(rules);
      var analysis = timed(rules + " rules, random, FIRST", table);
      var after = analysis;
      for (int change = 1; change <= 5; change++) {
        var changed =
            new TableFix.ChangeCell(
                    "r" + change * rules / 7, change % 4, "[1.5.." + change * 7 + "]")
                .apply(after.table());
        long before = System.nanoTime();
        after = after.after(changed);
        System.out.printf("  after a change: %d ms%n", (System.nanoTime() - before) / 1_000_000);
      }

      assertThat(after.table().rules()).hasSize(rules);
      if (!analysis.isComplete()) {
        assertThat(analysis.findings()).anyMatch(Incompleteness::isOne);
      }
    }
    timed("10,000 rules, partition", partition(10_000));
  }

  @Test
  void aLimitOfTimeIsSaidAndNotPassedOverInSilence() {
    var none = java.time.Duration.ofNanos(-1);

    var analysis = TableAnalysis.of(random(1_000), NOTHING_KNOWN, new Limits(none, none, none));

    assertThat(analysis.isComplete()).isFalse();
    assertThat(analysis.findings())
        .extracting(Finding::code)
        .contains("check.limit-pairs", "check.limit-reach");
  }

  private static TableAnalysis timed(String what, TableDefinition table) {
    long start = System.nanoTime();
    var analysis = TableAnalysis.of(table, NOTHING_KNOWN, Limits.THOROUGH);
    System.out.printf(
        "%s x %d columns: %d ms, %d findings%s%n",
        what,
        table.inputs().size(),
        (System.nanoTime() - start) / 1_000_000,
        analysis.findings().size(),
        analysis.findings().stream()
            .filter(Incompleteness::isOne)
            .map(it -> "; " + it.diagnostic().message(java.util.Locale.ENGLISH))
            .collect(java.util.stream.Collectors.joining()));
    return analysis;
  }

  private static Tables columns(HitPolicy policy) {
    return Tables.of(policy)
        .input("amount", FactType.NUMBER)
        .input("sales", FactType.NUMBER)
        .input("months", FactType.NUMBER)
        .input("ratio", FactType.NUMBER)
        .input("grade", FactType.TEXT, "\"A\", \"B\", \"C\", \"D\"")
        .input("industry", FactType.TEXT, "\"farm\", \"trade\", \"build\", \"other\"")
        .input("court", FactType.BOOLEAN)
        .input("tax", FactType.BOOLEAN);
  }

  /** Splits the space again and again, each time one box at a random place. */
  private static TableDefinition partition(int rules) {
    var random = new Random(7);
    var boxes = new java.util.ArrayList<int[][]>();
    boxes.add(
        new int[][] {{0, 1000}, {0, 1000}, {0, 1000}, {0, 1000}, {0, 4}, {0, 4}, {0, 2}, {0, 2}});
    while (boxes.size() < rules) {
      int index = random.nextInt(boxes.size());
      int[][] box = boxes.get(index);
      int axis = random.nextInt(8);
      if (box[axis][1] - box[axis][0] < 2) {
        continue;
      }
      int cut = box[axis][0] + 1 + random.nextInt(box[axis][1] - box[axis][0] - 1);
      int[][] upper = java.util.Arrays.stream(box).map(int[]::clone).toArray(int[][]::new);
      upper[axis][0] = cut;
      box[axis][1] = cut;
      boxes.add(upper);
    }
    var table = columns(HitPolicy.UNIQUE);
    for (int[][] box : boxes) {
      String[] cells = new String[9];
      for (int axis = 0; axis < 8; axis++) {
        cells[axis] = cell(axis, box[axis][0], box[axis][1]);
      }
      cells[8] = String.valueOf(random.nextInt(1000));
      table.rule(cells);
    }
    return table.build();
  }

  private static String cell(int axis, int from, int to) {
    if (axis < 4) {
      return from == 0 && to == 1000
          ? "-"
          : from == 0 ? "< " + to : to == 1000 ? ">= " + from : "[" + from + ".." + to + ")";
    }
    var words =
        axis == 4
            ? List.of("\"A\"", "\"B\"", "\"C\"", "\"D\"")
            : axis == 5
                ? List.of("\"farm\"", "\"trade\"", "\"build\"", "\"other\"")
                : List.of("true", "false");
    return to - from == words.size() ? "-" : String.join(", ", words.subList(from, to));
  }

  private static TableDefinition random(int rules) {
    var random = new Random(11);
    var table = columns(HitPolicy.FIRST);
    for (int rule = 0; rule < rules; rule++) {
      String[] cells = new String[9];
      for (int axis = 0; axis < 8; axis++) {
        int size = axis < 4 ? 1000 : axis < 6 ? 4 : 2;
        int from = random.nextInt(size);
        int to = from + 1 + random.nextInt(axis < 4 ? Math.min(size - from, 200) : 1);
        cells[axis] = random.nextInt(10) < 3 ? "-" : cell(axis, from, to);
      }
      cells[8] = String.valueOf(random.nextInt(1000));
      table.rule(cells);
    }
    return table.build();
  }
}
