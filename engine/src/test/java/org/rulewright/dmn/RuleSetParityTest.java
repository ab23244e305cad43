package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.ruleset.PlainRuleSet;
import org.rulewright.ruleset.RandomRuleSet;
import org.rulewright.ruleset.Rule;
import org.rulewright.ruleset.RuleSetDefinition;
import org.rulewright.ruleset.RuleSetHits;
import org.rulewright.xml.UnreadableModelException;

/** A rule set, its compiled table and what the reference engine makes of it come to the same. */
class RuleSetParityTest {

  private static final int SETS = Integer.getInteger("rulewright.parity.rulesets", 80);
  private static final int FACTS = 40;
  private static final OffsetDateTime AS_OF =
      OffsetDateTime.of(RandomRuleSet.TODAY.atTime(9, 30), ZoneOffset.ofHours(8));

  @Test
  void aRuleSetIsReadBackAsItWasWritten() throws UnreadableModelException {
    for (int seed = 0; seed < 1000; seed++) {
      var set = new RandomRuleSet(new SplittableRandom(seed)).set();
      var written = RuleSetForm.model(set);
      var again = DmnDocument.read(written.normalised().bytes());
      assertThat(again.ruleSets())
          .as("seed %d%n%s", seed, new String(written.bytes(), StandardCharsets.UTF_8))
          .containsExactly(set);
      assertThat(again.decisions().getFirst().kind()).isEqualTo(DecisionKind.RULE_SET);
      assertThat(again.contents().drawn().problems()).as("seed %d", seed).isEmpty();
      assertThat(RuleSetForm.put(again, set).normalised().bytes())
          .isEqualTo(written.normalised().bytes());
    }
  }

  @Test
  void definitionCompiledTableAndReferenceDecideAlike() {
    int decided = 0;
    int withHit = 0;
    double compiled = 0;
    for (int seed = 0; seed < SETS; seed++) {
      var random = new RandomRuleSet(new SplittableRandom(seed));
      var set = random.set();
      var model = DmnModel.compile(RuleSetForm.model(set));
      compiled += model.compiledShare();
      for (int i = 0; i < FACTS; i++) {
        var facts = random.facts();
        var about = "seed %d, facts %s, set %s".formatted(seed, facts, set);
        var ours = model.evaluate("Checks", Facts.of(facts), AS_OF, true);
        var theirs = model.evaluate("Checks", Facts.of(facts), AS_OF, true, EngineChoice.KIE);
        assertThat(ours.getClass()).as(about).isEqualTo(theirs.getClass());
        if (ours instanceof Outcome.Decided(var value, _)
            && theirs instanceof Outcome.Decided(var other, _)) {
          assertThat(Likeness.alike(value, other)).as("%s: %s, %s", about, value, other).isTrue();
          assertThat(hits(ours)).as(about).isEqualTo(hits(theirs));
          withHit += comparePlainly(set, facts, ours, value, about) ? 1 : 0;
          decided++;
        }
      }
    }
    // texts with escapes in them are the reference engine's
    assertThat(compiled / SETS).as("compiled share").isGreaterThan(0.8);
    assertThat(decided).as("evaluations that were decided").isGreaterThan(SETS * FACTS / 2);
    assertThat(withHit).as("evaluations with a hit").isGreaterThan(SETS * FACTS / 3);
  }

  private static boolean comparePlainly(
      RuleSetDefinition set,
      Map<String, @Nullable Object> facts,
      Outcome ours,
      @Nullable Object value,
      String about) {
    var plain = new PlainRuleSet(set);
    var expected = plain.hits(facts, RandomRuleSet.TODAY);
    assertThat(hits(ours)).as(about).isEqualTo(expected.stream().map(Rule::id).toList());
    assertThat(Likeness.alike(value, plain.value(expected))).as("%s: %s", about, value).isTrue();
    var step = ours.trace().steps().getFirst();
    assertThat(step.kind()).isEqualTo(DecisionKind.RULE_SET);
    assertThat(RuleSetHits.of(set, step).hits())
        .as(about)
        .isEqualTo(
            expected.stream()
                .map(it ->
                    new RuleSetHits.Hit(it.id(), it.severity(), it.reasonCode(), it.message()))
                .toList());
    return !expected.isEmpty();
  }

  private static List<String> hits(Outcome outcome) {
    return outcome.trace().steps().stream().flatMap(step -> step.hits().stream()).toList();
  }
}
