package org.rulewright.dataset;

import org.rulewright.dataset.source.SourcePreview;
import org.rulewright.dataset.source.SourceProblem;

/** What a look at a delivered file brought. */
public sealed interface PreviewResult {

  record Shown(SourcePreview preview) implements PreviewResult {}

  record Unreadable(SourceProblem problem) implements PreviewResult {}
}
