package org.rulewright.modelregistry;

import java.util.List;
import org.rulewright.decision.Diagnostic;

/** What uploading a model file came to. */
public sealed interface UploadResult {

  /** It is kept; the same file as the newest version is that version. */
  record Kept(ModelVersion version) implements UploadResult {}

  /** Nothing of it is kept, for these reasons. */
  record Refused(List<Diagnostic> problems) implements UploadResult {

    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
