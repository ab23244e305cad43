package org.rulewright.decisiontable.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Severity;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.TableDefinition;

class TableAnalysisTest {

  private static final FactSchema NOTHING_KNOWN = new FactSchema(List.of());

  @Test
  void aGapNamesItsCellsTheSmallestFactsAndTheRuleThatWouldCloseIt() {
    var table =
        Tables.of(HitPolicy.UNIQUE)
            .input("months", FactType.NUMBER)
            .rule("< 6", "\"refuse\"")
            .rule("> 6", "\"approve\"")
            .build();

    Finding gap = only(table, "check.gap");

    assertThat(gap.example()).isEqualTo(Map.of("months", new BigDecimal("6")));
    assertThat(gap.diagnostic().message(Locale.ENGLISH))
        .isEqualTo("no rule covers months: 6 (for example months = 6)");
    assertThat(gap.fix()).contains(new TableFix.AddRule(List.of("6")));
    assertThat(of(gap.fix().orElseThrow().apply(table)))
        .noneMatch(it -> it.code().equals("check.gap"));
  }

  @Test
  void aTableWithDefaultsHasNoGaps() {
    var table =
        Tables.of(HitPolicy.UNIQUE)
            .input("months", FactType.NUMBER)
            .otherwise("\"refuse\"")
            .rule("> 6", "\"approve\"")
            .build();

    assertThat(of(table)).isEmpty();
  }

  @Test
  void aFactThatMayBeMissingNeedsARuleForItsAbsence() {
    var table =
        Tables.of(HitPolicy.UNIQUE)
            .input("months", FactType.NUMBER)
            .rule("< 6", "1")
            .rule(">= 6", "2")
            .build();
    var schema = new FactSchema(List.of(FactField.optional("months", FactType.NUMBER)));

    var found = TableAnalysis.of(table, schema, Limits.THOROUGH).findings();

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().fix()).contains(new TableFix.AddRule(List.of("null")));
  }

  @Test
  void aRuleForNullSaysThatTheResultOfAnotherDecisionMayBeNull() {
    var table =
        Tables.of(HitPolicy.UNIQUE)
            .input("grade", FactType.TEXT, null)
            .rule("\"A\"", "1")
            .rule("not(\"A\", null)", "2")
            .rule("null", "3")
            .build();

    assertThat(of(table)).isEmpty();
  }

  @Test
  void rulesThatExcludeEachOtherOnlyByTwoColumnsOfOneFactDoNotOverlap() {
    var table =
        Tables.of(HitPolicy.UNIQUE)
            .input("months", FactType.NUMBER)
            .input("months", FactType.NUMBER)
            .rule(">= 3", "< 6", "1")
            .rule("< 9", ">= 6", "2")
            .rule("< 3", "-", "3")
            .rule(">= 9", "-", "4")
            .build();

    assertThat(of(table)).isEmpty();
  }

  @Test
  void anOverlapThatMayNotHappenDoesNotStopAnybody() {
    var certain =
        Tables.of(HitPolicy.UNIQUE)
            .input("debt", FactType.NUMBER)
            .rule("<= 6", "1")
            .rule(">= 6", "2")
            .build();
    var computed =
        Tables.of(HitPolicy.UNIQUE)
            .input("debt / sales", FactType.NUMBER)
            .rule("<= 6", "1")
            .rule(">= 6", "2")
            .build();

    assertThat(only(certain, "check.contradiction").diagnostic().severity())
        .isEqualTo(Severity.ERROR);
    assertThat(only(computed, "check.contradiction").diagnostic().severity())
        .isEqualTo(Severity.WARNING);
    assertThat(only(certain, "check.contradiction").fix())
        .contains(new TableFix.ChangeCell("r2", 0, "> 6"));
  }

  @Test
  void aRuleOfLowerPriorityIsDeadWhereOthersTakeAllItsCasesTogether() {
    var table =
        Tables.of(HitPolicy.PRIORITY)
            .input("months", FactType.NUMBER)
            .outputs("\"refuse\", \"refer\", \"approve\"")
            .rule("[4..8]", "\"approve\"")
            .rule("<= 6", "\"refuse\"")
            .rule("> 6", "\"refer\"")
            .build();

    Finding dead = only(table, "check.unreachable");

    assertThat(dead.rules()).containsExactly("r2", "r3", "r1");
    assertThat(dead.fix()).contains(new TableFix.RemoveRule("r1"));
  }

  @Test
  void aValueOfTheDictionaryThatNoRuleNamesIsReported() {
    var table =
        Tables.of(HitPolicy.FIRST)
            .input("grade", FactType.TEXT)
            .rule("\"A\", \"B\"", "1")
            .rule("\"C\"", "2")
            .build();
    var schema =
        new FactSchema(
            List.of(new FactField("grade", FactType.TEXT, true, List.of("A", "B", "C", "D"))));

    var found = TableAnalysis.of(table, schema, Limits.THOROUGH).findings();

    assertThat(found)
        .anyMatch(it ->
            it.diagnostic().message(Locale.ENGLISH).equals("no rule is for `grade` being \"D\""));
  }

  @Test
  void touchingRulesWithOneResultCanBeDrawnAsOne() {
    var table =
        Tables.of(HitPolicy.FIRST)
            .input("months", FactType.NUMBER)
            .input("grade", FactType.TEXT)
            .rule("< 6", "\"A\"", "1")
            .rule("[6..9)", "\"A\"", "1.0")
            .rule("-", "-", "2")
            .build();

    Finding mergeable = only(table, "check.mergeable");

    assertThat(mergeable.fix()).contains(new TableFix.MergeRules("r1", "r2", 0, "< 9"));
  }

  @Test
  void aRuleIsNotMovedOverOneThatAnswersOtherwise() {
    var table =
        Tables.of(HitPolicy.FIRST)
            .input("months", FactType.NUMBER)
            .rule("< 6", "1")
            .rule("8", "2")
            .rule("[6..9)", "1")
            .rule("-", "3")
            .build();

    assertThat(of(table)).isEmpty();
  }

  @Test
  void cellsBeyondTheAnalysisMakeItSayLessAndSaySo() {
    var table =
        Tables.of(HitPolicy.UNIQUE)
            .input("months", FactType.NUMBER)
            .rule("< limit", "1")
            .rule(">= 6", "2")
            .build();

    var analysis = TableAnalysis.of(table, NOTHING_KNOWN, Limits.THOROUGH);

    assertThat(analysis.isComplete()).isFalse();
    assertThat(analysis.findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("check.contradiction", "check.limit-cells");
    assertThat(analysis.findings().getFirst().diagnostic().severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aConditionNoValueSatisfiesIsNamedWithItsColumn() {
    var table =
        Tables.of(HitPolicy.FIRST)
            .input("grade", FactType.TEXT, "\"A\", \"B\"")
            .rule("\"X\"", "1")
            .rule("-", "2")
            .build();

    assertThat(only(table, "check.impossible").diagnostic().arguments())
        .containsExactly("1", "grade");
  }

  @Test
  void daysThatFollowEachOtherLeaveNoGap() {
    var table =
        Tables.of(HitPolicy.UNIQUE)
            .input("from", FactType.DATE)
            .rule("<= date(\"2026-03-01\")", "1")
            .rule(">= date(\"2026-03-02\")", "2")
            .build();

    assertThat(of(table)).isEmpty();
  }

  @Test
  void aSmallTableIsWholeHoweverLittleTimeThereIs() {
    var table =
        Tables.of(HitPolicy.UNIQUE)
            .input("months", FactType.NUMBER)
            .rule("< 6", "1")
            .rule(">= 6", "2")
            .build();
    var none =
        new Limits(
            java.time.Duration.ofNanos(-1),
            java.time.Duration.ofNanos(-1),
            java.time.Duration.ofNanos(-1));

    // Work is counted before the clock is looked at, so that a small table is always whole.
    assertThat(TableAnalysis.of(table, NOTHING_KNOWN, none).isComplete()).isTrue();
  }

  private static List<Finding> of(TableDefinition table) {
    return TableAnalysis.of(table, NOTHING_KNOWN, Limits.THOROUGH).findings();
  }

  private static Finding only(TableDefinition table, String code) {
    var found = of(table).stream().filter(it -> it.code().equals(code)).toList();
    assertThat(found).as(code).hasSize(1);
    return found.getFirst();
  }
}
