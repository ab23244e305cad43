package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontable.analysis.Limits;
import org.rulewright.decisiontable.analysis.TableAnalysis;
import org.rulewright.ruleset.Condition;
import org.rulewright.ruleset.Rule;
import org.rulewright.ruleset.RuleInput;
import org.rulewright.ruleset.RuleSetCheck;
import org.rulewright.ruleset.RuleSetDefinition;
import org.rulewright.ruleset.RuleSetHits;
import org.rulewright.ruleset.RuleSetMode;
import org.rulewright.xml.UnreadableModelException;

/** A rule set in its standard form: changed elsewhere, checked, and traced. */
class RuleSetFormTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");
  private static final FactSchema SCHEMA =
      new FactSchema(
          List.of(
              FactField.optional("sales", FactType.NUMBER),
              FactField.optional("months", FactType.NUMBER)));

  private static final Rule SMALL =
      new Rule(
          "small",
          List.of(new Condition("months", "< 6"), new Condition("sales", "< 500000")),
          "DECLINE",
          "R12",
          "Ask for the invoices of last year.",
          null,
          null,
          true);
  private static final Rule YOUNG =
      Rule.of("young", "REFER", "R07", new Condition("months", "< 6"));
  private static final Rule OFF =
      Rule.of("off", "INFO", "R01", new Condition("sales", "> 1000000")).enabled(false);

  @Test
  void theWorstSeverityIsTheAnswerWhereverItsRuleStands() {
    var set = set(RuleSetMode.WORST_SEVERITY, YOUNG, SMALL);
    var model = DmnModel.compile(RuleSetForm.model(set));

    var outcome = model.evaluate("Checks", facts("400000", "3"), AS_OF, true);

    assertThat(value(outcome)).isEqualTo(Map.of("severity", "DECLINE", "reasonCode", "R12"));
    assertThat(RuleSetHits.of(set, outcome.trace().steps().getFirst()).hits())
        .containsExactly(
            new RuleSetHits.Hit("small", "DECLINE", "R12", "Ask for the invoices of last year."));
  }

  @Test
  void allHitsComeInTheOrderOfTheRulesAndTheWorstOfThemIsKnown() {
    var set = set(RuleSetMode.ALL_HITS, YOUNG, OFF, SMALL);
    var model = DmnModel.compile(RuleSetForm.model(set));

    var outcome = model.evaluate("Checks", facts("400000", "3"), AS_OF, true);
    var hits = RuleSetHits.of(set, outcome.trace().steps().getFirst());

    assertThat(hits.reasonCodes()).containsExactly("R07", "R12");
    assertThat(hits.worst(set).orElseThrow().rule()).isEqualTo("small");
  }

  @Test
  void aThresholdChangedElsewhereIsTheRulesThreshold() throws Exception {
    var set = set(RuleSetMode.FIRST_HIT, SMALL, OFF, YOUNG);
    var changed = edited(RuleSetForm.model(set), "&lt; 500000", "&lt; 800000");

    assertThat(changed.contents().drawn().problems()).isEmpty();
    var small = changed.ruleSets().getFirst().rule("small").orElseThrow();
    assertThat(small.when())
        .containsExactly(new Condition("months", "< 6"), new Condition("sales", "< 800000"));
    assertThat(small.message()).isEqualTo(SMALL.message());
    assertThat(changed.ruleSets().getFirst().rules()).element(1).isEqualTo(OFF);
  }

  @Test
  void aTableChangedElsewhereWinsAndADiagnosticSaysSo() throws Exception {
    var set = set(RuleSetMode.WORST_SEVERITY, YOUNG, OFF, SMALL);
    var model = RuleSetForm.model(set);

    // somebody wants the first hit, which has no use for priorities
    var first =
        edited(
            edited(model, "hitPolicy=\"PRIORITY\"", "hitPolicy=\"FIRST\""),
            "(?s)<outputValues>.*?</outputValues>",
            "");
    assertThat(codes(first)).containsExactly("ruleset.table-changed");
    assertThat(first.ruleSets()).containsExactly(set(RuleSetMode.FIRST_HIT, YOUNG, OFF, SMALL));

    // somebody removed a rule
    var fewer = edited(model, "(?s)<rule id=\"young\".*?</rule>", "");
    assertThat(codes(fewer)).containsExactly("ruleset.table-changed");
    assertThat(fewer.ruleSets().getFirst().rules()).containsExactly(OFF, SMALL);

    // somebody gave a rule one more condition
    var more = edited(model, "(<inputEntry id=\"young_in_1\">\\s*<text>)-", "$1&gt; 7");
    assertThat(codes(more)).containsExactly("ruleset.table-changed");
    assertThat(more.ruleSets().getFirst().rule("young").orElseThrow().when())
        .containsExactly(new Condition("months", "< 6"), new Condition("sales", "> 7"));
  }

  @Test
  void aTableThatSaysWhatNoRuleSetSaysIsATable() throws Exception {
    var model = RuleSetForm.model(set(RuleSetMode.FIRST_HIT, SMALL, YOUNG));

    var unique = edited(model, "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"");
    var computed = edited(model, "\"R12\"", "string(sales)");

    for (var changed : List.of(unique, computed)) {
      assertThat(codes(changed)).containsExactly("ruleset.not-a-rule-set");
      assertThat(changed.ruleSets()).isEmpty();
      assertThat(changed.decisions().getFirst().kind()).isEqualTo(DecisionKind.DECISION_TABLE);
    }
  }

  @Test
  void aRuleWithoutAReasonOrOfUnknownSeverityCannotBeReleased() {
    var set =
        set(
            RuleSetMode.WORST_SEVERITY,
            Rule.of("r1", "TERRIBLE", "R1", new Condition("months", "< 6")),
            Rule.of("r2", "REFER", "", new Condition("months", "< 3")),
            Rule.of("r3", "INFO", "R9"));

    var found = DmnCheck.check(RuleSetForm.model(set), SCHEMA, null);

    assertThat(found.stream().filter(it -> it.code().startsWith("ruleset.")))
        .extracting(it -> it.message(Locale.ENGLISH))
        .containsExactly(
            "rule set `Checks`, rule 1: the severity `TERRIBLE` is none of DECLINE, REFER,"
                + " WARNING, INFO: choose one of them, or add it to the list",
            "rule set `Checks`, rule 2 has no reason code: give it one",
            "rule set `Checks`, rule 3 has no condition and holds for everybody: add one, unless"
                + " that is meant");
    assertThat(RuleSetCheck.untold(set, Set.of("R1")))
        .extracting(Diagnostic::code, it -> it.place().cell())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("ruleset.reason-untold", "r3"));
  }

  @Test
  void aSoundRuleSetHasNothingWrong() {
    var model = RuleSetForm.model(set(RuleSetMode.WORST_SEVERITY, SMALL, OFF, YOUNG));

    assertThat(DmnCheck.check(model, SCHEMA, null)).isEmpty();
    assertThat(findings(RuleSetMode.WORST_SEVERITY, SMALL, OFF, YOUNG)).isEmpty();
  }

  @Test
  void rulesThatNeverFireAndRulesThatAreThereTwiceAreFound() {
    // the first takes all of the second, which a rule that is off does not change
    assertThat(findings(RuleSetMode.FIRST_HIT, YOUNG, OFF, SMALL))
        .containsExactly(
            "rule set `Checks`: rule 3 never fires, all its cases are taken first by rule 1:"
                + " change its condition, move it, or remove it");
    // the worse one fires, wherever it stands; the lesser one in its shadow does not
    var shade =
        Rule.of(
            "shade", "INFO", "R5", new Condition("months", "< 3"), new Condition("sales", "< 9"));
    assertThat(findings(RuleSetMode.WORST_SEVERITY, shade, YOUNG, SMALL))
        .singleElement()
        .asString()
        .contains("rule 1 never fires");
    assertThat(findings(RuleSetMode.ALL_HITS, shade, YOUNG, SMALL)).isEmpty();

    var torn =
        Rule.of(
            "torn", "INFO", "R5", new Condition("months", "< 3"), new Condition("months", "> 9"));
    assertThat(findings(RuleSetMode.ALL_HITS, torn))
        .containsExactly(
            "rule set `Checks`: rule 1 never fires, no value of `months` satisfies its condition:"
                + " change it");

    var again = Rule.of("again", "REFER", "R07", new Condition("months", "< 6"));
    assertThat(findings(RuleSetMode.ALL_HITS, YOUNG, again))
        .containsExactly("rule set `Checks`: rule 2 is the same as rule 1: remove one");
  }

  @Test
  void aRuleSetTakenApartIsItsTable() {
    var set = set(RuleSetMode.FIRST_HIT, SMALL, YOUNG);
    var table = RuleSetForm.asTable(RuleSetForm.model(set), set);

    assertThat(table.ruleSets()).isEmpty();
    assertThat(table.contents().drawn().problems()).isEmpty();
    assertThat(table.tables()).containsExactly(RuleSetTables.of(set));
  }

  private static List<String> findings(RuleSetMode mode, Rule... rules) {
    var set = set(mode, rules);
    var table = RuleSetForm.model(set).tables().getFirst();
    return RuleSetFindings.of(set, TableAnalysis.of(table, SCHEMA, Limits.QUICK)).stream()
        .map(ModelFinding::diagnostic)
        .map(it -> it.message(Locale.ENGLISH))
        .toList();
  }

  private static RuleSetDefinition set(RuleSetMode mode, Rule... rules) {
    return new RuleSetDefinition(
        "checks",
        "Checks",
        mode,
        RuleSetDefinition.SEVERITIES,
        List.of(RuleInput.of("sales", FactType.NUMBER), RuleInput.of("months", FactType.NUMBER)),
        List.of(rules));
  }

  private static DmnDocument edited(DmnDocument model, String pattern, String by)
      throws UnreadableModelException {
    var before = new String(model.bytes(), StandardCharsets.UTF_8);
    var after = before.replaceFirst(pattern, by);
    assertThat(after).isNotEqualTo(before);
    return DmnDocument.read(after.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> codes(DmnDocument model) {
    return DmnCheck.check(model, SCHEMA, null).stream().map(Diagnostic::code).toList();
  }

  private static Facts facts(String sales, String months) {
    return Facts.of(Map.of("sales", new BigDecimal(sales), "months", new BigDecimal(months)));
  }

  private static Object value(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Decided.class);
    return java.util.Objects.requireNonNull(((Outcome.Decided) outcome).value());
  }
}
