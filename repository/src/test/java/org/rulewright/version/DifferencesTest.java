package org.rulewright.version;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.Reason;
import org.rulewright.asset.StrategyContent;
import org.rulewright.asset.StrategyContract;
import org.rulewright.decision.FactType;
import org.rulewright.version.Change.Kind;
import org.rulewright.version.Change.Subject;

class DifferencesTest {

  private static final StrategyContract CONTRACT =
      new StrategyContract(
          "grade",
          List.of(new ContractInput("years", FactType.NUMBER, true)),
          List.of(new Reason("R1", "年限", "years")));

  private static final String R1 = rule("r1", ">= 5", "\"A\"");
  private static final String R2 = rule("r2", ">= 2", "\"B\"");
  private static final String R3 = rule("r3", "-", "\"C\"");

  @Test
  void equalContentsDoNotDiffer() {
    Differences differences = between(table(R1, R2), table(R1, R2));

    assertThat(differences.identical()).isTrue();
    assertThat(differences.changes()).isEmpty();
  }

  @Test
  void aCellThatChangedIsNamedByItsRowAndColumn() {
    Differences differences = between(table(R1, R2), table(R1, rule("r2", ">= 3", "\"B\"")));

    assertThat(differences.changes())
        .containsExactly(
            new Change(
                Subject.CELL,
                Kind.CHANGED,
                new ChangePlace("grade", "d1", "r2", "in"),
                ">= 2",
                ">= 3"));
  }

  @Test
  void rowsThatCameAndWentAreToldWithTheirCells() {
    Differences differences = between(table(R1, R2), table(R1, R3));

    assertThat(differences.changes())
        .extracting(Change::subject, Change::kind, c -> c.place().rule(), Change::after)
        .containsExactlyInAnyOrder(
            tuple(Subject.RULE, Kind.ADDED, "r3", "- | \"C\""),
            tuple(Subject.RULE, Kind.REMOVED, "r2", ""));
  }

  @Test
  void ofAllRowsOnlyTheOneThatWasMovedIsTold() {
    Differences differences = between(table(R1, R2, R3), table(R3, R1, R2));

    assertThat(differences.changes())
        .containsExactly(
            new Change(
                Subject.RULE, Kind.MOVED, new ChangePlace("grade", "d1", "r3", null), "3", "1"));
  }

  @Test
  void aHitPolicyThatChangedIsTold() {
    Differences differences =
        between(table(R1), table(R1).replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\""));

    assertThat(differences.changes())
        .extracting(Change::subject, Change::before, Change::after)
        .containsExactly(tuple(Subject.HIT_POLICY, "FIRST", "UNIQUE"));
  }

  @Test
  void whatChangedInTheContractIsTold() {
    var other =
        new StrategyContract(
            "grade",
            List.of(new ContractInput("years", FactType.NUMBER, false)),
            List.of(new Reason("R2", "行业", "industry")));

    Differences differences =
        Differences.between(
            new StrategyContent(table(R1).getBytes(UTF_8), CONTRACT),
            new StrategyContent(table(R1).getBytes(UTF_8), other));

    assertThat(differences.identical()).isFalse();
    assertThat(differences.changes())
        .extracting(Change::subject, Change::kind)
        .containsExactly(
            tuple(Subject.INPUT, Kind.CHANGED),
            tuple(Subject.REASON, Kind.ADDED),
            tuple(Subject.REASON, Kind.REMOVED));
  }

  @Test
  void anExpressionThatChangedAndADecisionThatCameAreTold() {
    String before = model(literal("d1", "grade", "years * 2"));
    String after = model(literal("d1", "grade", "years * 3") + literal("d2", "extra", "years"));

    assertThat(between(before, after).changes())
        .containsExactly(
            new Change(
                Subject.EXPRESSION,
                Kind.CHANGED,
                new ChangePlace("grade", "d1", null, null),
                "years * 2",
                "years * 3"),
            new Change(
                Subject.DECISION,
                Kind.ADDED,
                new ChangePlace("extra", "d2", null, null),
                "",
                "extra"));
  }

  private static Differences between(String before, String after) {
    return Differences.between(
        new StrategyContent(before.getBytes(UTF_8), CONTRACT),
        new StrategyContent(after.getBytes(UTF_8), CONTRACT));
  }

  private static String model(String decisions) {
    return """
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="m"
        namespace="https://example.org/m">
      <inputData id="i1" name="years"><variable name="years" typeRef="number"/></inputData>
      %s
    </definitions>
    """
        .formatted(decisions);
  }

  private static String literal(String id, String name, String text) {
    return """
    <decision id="%s" name="%s"><variable name="%s" typeRef="number"/>
      <informationRequirement id="%s_r"><requiredInput href="#i1"/></informationRequirement>
      <literalExpression id="%s_l"><text>%s</text></literalExpression>
    </decision>
    """
        .formatted(id, name, name, id, id, text);
  }

  private static String table(String... rules) {
    return model(
        """
        <decision id="d1" name="grade"><variable name="grade" typeRef="string"/>
          <informationRequirement id="q1"><requiredInput href="#i1"/></informationRequirement>
          <decisionTable id="t1" hitPolicy="FIRST">
            <input id="in"><inputExpression id="ie" typeRef="number"><text>years</text>
            </inputExpression></input>
            <output id="out" name="grade" typeRef="string"/>
            %s
          </decisionTable>
        </decision>
        """
            .formatted(String.join("", rules)));
  }

  private static String rule(String id, String input, String output) {
    return "<rule id=\"%s\"><inputEntry id=\"%s_i\"><text>%s</text></inputEntry>"
            .formatted(id, id, input.replace("<", "&lt;"))
        + "<outputEntry id=\"%s_o\"><text>%s</text></outputEntry></rule>".formatted(id, output);
  }
}
