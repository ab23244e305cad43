package org.rulewright.release;

import java.util.List;
import org.rulewright.asset.Refusal;

/** What became of releasing or going back. */
public sealed interface ReleaseResult {

  /** It is active now. */
  record Released(Release release) implements ReleaseResult {}

  /** Nothing has changed, for each of these reasons; at least one. */
  record Refused(List<Refusal> refusals) implements ReleaseResult {

    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
