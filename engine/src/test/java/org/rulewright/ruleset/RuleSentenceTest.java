package org.rulewright.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.FactType;

class RuleSentenceTest {

  private static final RuleSetDefinition SET =
      new RuleSetDefinition(
          "checks",
          "Checks",
          RuleSetMode.FIRST_HIT,
          RuleSetDefinition.SEVERITIES,
          List.of(
              new RuleInput("sales", FactType.NUMBER, "annual invoiced sales"),
              RuleInput.of("active months", FactType.NUMBER),
              RuleInput.of("grade", FactType.TEXT)),
          List.of());

  @Test
  void aRuleReadsAsASentenceInBothLanguages() {
    var rule =
        Rule.of(
            "r1",
            "DECLINE",
            "R12",
            new Condition("sales", "< 500000"),
            new Condition("active months", "< 6"));

    assertThat(RuleSentence.of(SET, rule, Locale.ENGLISH))
        .isEqualTo(
            "when annual invoiced sales < 500,000 and active months < 6 then refuse, reason R12");
    assertThat(RuleSentence.of(SET, rule, Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("当annual invoiced sales < 500,000且active months < 6时，拒绝，原因 R12");
  }

  @Test
  void everyKindOfTestHasWords() {
    assertThat(said("sales", "[0..1.50)")).isEqualTo("0 ≤ annual invoiced sales < 1.5");
    assertThat(said("sales", "null")).isEqualTo("annual invoiced sales is missing");
    assertThat(said("sales", "not(null)")).isEqualTo("annual invoiced sales is known");
    assertThat(said("grade", "\"A\"")).isEqualTo("grade is A");
    assertThat(said("grade", "not(\"A\", \"{1}\")")).isEqualTo("grade is none of A, {1}");
    assertThat(said("sales", "> active months * 2"))
        .isEqualTo("annual invoiced sales satisfies > active months * 2");
  }

  @Test
  void aRuleWithDaysAndWithoutConditionsSaysSo() {
    var rule =
        new Rule(
            "r1",
            List.of(new Condition("sales", "-")),
            "CALL",
            "",
            "",
            LocalDate.of(2026, 1, 1),
            null,
            true);

    assertThat(RuleSentence.of(SET, rule, Locale.ENGLISH))
        .isEqualTo("always CALL (from 2026-01-01)");
    assertThat(RuleSentence.of(SET, rule, Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("总是CALL（自 2026-01-01 起生效）");
  }

  private static String said(String input, String test) {
    var rule = Rule.of("r1", "INFO", "R1", new Condition(input, test));
    return RuleSentence.of(SET, rule, Locale.ENGLISH)
        .replace("when ", "")
        .replace(" then note, reason R1", "");
  }
}
