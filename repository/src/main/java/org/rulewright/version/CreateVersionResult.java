package org.rulewright.version;

import java.util.List;
import org.rulewright.asset.Refusal;
import org.rulewright.decision.Diagnostic;

/** What became of making a version. */
public sealed interface CreateVersionResult {

  /** It is there. */
  record Created(Version version) implements CreateVersionResult {}

  /** The very same content is a version already. */
  record Existing(Version version) implements CreateVersionResult {}

  /**
   * The draft is not fit to be a version.
   *
   * @param errors what has to be put right first
   */
  record Refused(Refusal refusal, List<Diagnostic> errors) implements CreateVersionResult {

    public Refused {
      errors = List.copyOf(errors);
    }
  }
}
