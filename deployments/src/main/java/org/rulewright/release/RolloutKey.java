package org.rulewright.release;

import java.util.Comparator;
import org.rulewright.asset.StrategyKey;

/** A strategy in an environment. */
public record RolloutKey(String environment, StrategyKey strategy)
    implements Comparable<RolloutKey> {

  private static final Comparator<RolloutKey> ORDER =
      Comparator.comparing(RolloutKey::environment).thenComparing(RolloutKey::strategy);

  @Override
  public int compareTo(RolloutKey other) {
    return ORDER.compare(this, other);
  }
}
