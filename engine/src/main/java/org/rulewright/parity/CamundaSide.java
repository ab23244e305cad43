package org.rulewright.parity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;

/** Compares a sample with Camunda 7 and tells its known gaps from what nobody has explained. */
final class CamundaSide {

  private static final int SHOWN = 20;

  private final Engines engines;
  private final Limits limits;
  private final List<Diagnostic> obstacles;
  private final Map<CamundaGap, Long> known = new EnumMap<>(CamundaGap.class);
  private final List<Difference> differences = new ArrayList<>();
  private long examined;
  private long equal;
  private long unexplained;
  private long shared;

  CamundaSide(Engines engines, Limits limits) {
    this.engines = engines;
    this.limits = limits;
    this.obstacles = engines.obstacles();
  }

  /** Whether the fact set with this number, of so many, is one of the sample. */
  boolean takes(long number, long of) {
    long step = Math.max(1, of / Math.max(1, limits.camunda()));
    return obstacles.isEmpty() && examined < limits.camunda() && number % step == 0;
  }

  void compare(Stage stage, Facts facts, Outcome ours, Outcome kie, boolean equalToKie) {
    var theirs = engines.camunda(facts);
    examined++;
    if (new Agreement(limits.tolerance()).of(ours, theirs)) {
      equal++;
    } else if (!equalToKie) {
      shared++;
    } else {
      engines
          .gap(facts, kie, theirs)
          .ifPresentOrElse(
              gap -> known.merge(gap, 1L, Long::sum), () -> note(stage, facts, ours, theirs));
    }
  }

  private void note(Stage stage, Facts facts, Outcome ours, Outcome theirs) {
    unexplained++;
    if (differences.size() < SHOWN) {
      differences.add(
          new Difference(stage, FeelText.of(facts), FeelText.of(ours), FeelText.of(theirs)));
    }
  }

  CamundaCount count() {
    return new CamundaCount(
        obstacles.stream().map(it -> it.message(Locale.ENGLISH)).distinct().toList(),
        examined,
        equal,
        known,
        unexplained,
        shared,
        differences);
  }
}
