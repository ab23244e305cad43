package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.scorecard.RandomScorecard;
import org.rulewright.scorecard.Scorecard;
import org.rulewright.scorecard.ScorecardPoints;
import org.rulewright.xml.UnreadableModelException;

/** A scorecard and what the reference engine makes of its tables come to the same. */
class ScorecardParityTest {

  private static final int CARDS = Integer.getInteger("rulewright.parity.scorecards", 100);
  private static final int FACTS = 25;
  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");

  @Test
  void aScorecardIsReadBackAsItWasDrawn() throws UnreadableModelException {
    for (int seed = 0; seed < 500; seed++) {
      var card = new RandomScorecard(new SplittableRandom(seed)).card();
      var written = ScorecardForm.model(card);
      assertThat(DmnDocument.read(written.normalised().bytes()).scorecards())
          .as("seed %d%n%s", seed, new String(written.bytes(), StandardCharsets.UTF_8))
          .containsExactly(card);
    }
  }

  @Test
  void scoreAndReasonsAreThoseOfTheReference() {
    int scored = 0;
    int reasoned = 0;
    for (int seed = 0; seed < CARDS; seed++) {
      var random = new RandomScorecard(new SplittableRandom(seed));
      var card = random.card();
      var model = DmnModel.compile(ScorecardForm.model(card));
      assertThat(model.document().decision("SmeScore").orElseThrow().kind())
          .isEqualTo(DecisionKind.SCORECARD);
      for (int i = 0; i < FACTS; i++) {
        var facts = random.facts();
        scored += compare(card, model, "SmeScore", facts, seed) == null ? 0 : 1;
        reasoned +=
            compare(card, model, "SmeScore_reasons", facts, seed) instanceof List<?> list
                    && !list.isEmpty()
                ? 1
                : 0;
      }
    }
    assertThat(scored).isGreaterThan(CARDS * FACTS / 4);
    assertThat(reasoned).isGreaterThan(CARDS * FACTS / 4);
  }

  private static @Nullable Object compare(
      Scorecard card,
      DmnModel model,
      String decision,
      Map<String, @Nullable Object> facts,
      int seed) {
    var ours = model.evaluate(decision, Facts.of(facts), AS_OF, true);
    var theirs = model.evaluate(decision, Facts.of(facts), AS_OF, true, EngineChoice.KIE);
    var about = "seed %d, %s, facts %s, card %s".formatted(seed, decision, facts, card);
    assertThat(theirs).as("%s: %s", about, theirs).isInstanceOf(Outcome.Decided.class);
    assertThat(ours).as("%s: %s", about, ours).isInstanceOf(Outcome.Decided.class);
    var value = ((Outcome.Decided) ours).value();
    var other = ((Outcome.Decided) theirs).value();
    assertThat(Likeness.alike(value, other)).as("%s: %s, %s", about, value, other).isTrue();
    assertThat(ours.trace().steps()).as(about).hasSize(1);
    if (card.reasons() > 0 || decision.equals("SmeScore")) {
      assertThat(new HashSet<>(hits(ours))).as(about).isEqualTo(new HashSet<>(hits(theirs)));
    }
    if (decision.equals("SmeScore") && card.scaling() == null && card.decimals() == null) {
      var sum = ScorecardPoints.of(card, ours.trace().steps().getFirst()).sum();
      assertThat(Likeness.alike(sum, value)).as("%s: %s, %s", about, sum, value).isTrue();
    }
    return value;
  }

  private static List<String> hits(Outcome outcome) {
    return outcome.trace().steps().stream().flatMap(step -> step.hits().stream()).toList();
  }

  @Test
  void aTableChangedElsewhereCountsAndIsSaid() throws UnreadableModelException {
    var card = new RandomScorecard(new SplittableRandom(7)).card();
    var first = card.characteristics().getFirst();
    var text = new String(ScorecardForm.model(card).bytes(), StandardCharsets.UTF_8);
    var rule = text.indexOf("<rule id=\"" + first.bins().getFirst().id() + "\"");
    var changed = text.substring(0, rule) + text.substring(text.indexOf("</rule>", rule) + 7);

    var document = DmnDocument.read(changed.getBytes(StandardCharsets.UTF_8));

    assertThat(document.scorecards()).isEmpty();
    assertThat(document.decision("SmeScore").orElseThrow().kind())
        .isEqualTo(DecisionKind.LITERAL_EXPRESSION);
    var messages = new ArrayList<String>();
    DmnCheck.check(document, new FactSchema(List.of()), null).stream()
        .filter(it -> it.code().equals("scorecard.table-changed"))
        .forEach(it -> messages.add(it.message(Locale.ENGLISH)));
    assertThat(messages).hasSize(1).first().asString().contains("the tables decide");
  }

  @Test
  void aCharacteristicThatGoesTakesItsTableWithIt() {
    Scorecard card = null;
    for (int seed = 0; card == null || card.characteristics().size() < 3; seed++) {
      card = new RandomScorecard(new SplittableRandom(seed)).card();
    }
    var smaller =
        new Scorecard(
            card.id(),
            card.name(),
            card.characteristics().subList(1, card.characteristics().size()),
            card.initialScore(),
            card.method(),
            card.reasons(),
            card.scaling(),
            card.decimals());

    var model = ScorecardForm.put(ScorecardForm.model(card), smaller);

    assertThat(model.scorecards()).containsExactly(smaller);
    assertThat(new String(model.bytes(), StandardCharsets.UTF_8))
        .doesNotContain("\"" + card.characteristics().getFirst().id() + "\"")
        .doesNotContain("#" + card.characteristics().getFirst().id() + "\"");
  }
}
