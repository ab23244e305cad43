package org.rulewright.serving;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisionlog.SentReason;
import org.rulewright.version.ScoreCheck;

/**
 * A recorded decision made again from its recorded facts.
 *
 * @param release the digest of the release that decided this time
 * @param scores the recorded scores beside those of today; empty on another release
 * @param differences the names of what came out otherwise than recorded
 */
public record Replay(
    String release,
    Map<String, @Nullable Object> outputs,
    List<SentReason> reasons,
    List<ScoreCheck> scores,
    List<String> differences) {

  public boolean identical() {
    return differences.isEmpty();
  }
}
