package org.rulewright.version;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyKey;

/**
 * A strategy that uses the rules of another.
 *
 * @param strategy which uses them
 * @param inDraft number of the version its draft uses, null where the draft uses none
 * @param versions its versions that use any, the newest first
 */
public record StrategyUse(
    StrategyKey strategy, @Nullable Integer inDraft, List<InVersion> versions) {

  /**
   * A version that uses the rules of another strategy, directly or through others.
   *
   * @param used number of the version it uses
   */
  public record InVersion(int number, int used) {}

  public StrategyUse {
    versions = List.copyOf(versions);
  }
}
