package org.rulewright.ui.audit;

import static org.rulewright.ui.shell.Messages.tr;

import java.util.Set;

/** The kinds of things in the audit trail, in words. */
final class AuditWords {
  private static final Set<String> KNOWN =
      Set.of(
          "user",
          "key",
          "strategy",
          "draft",
          "version",
          "release",
          "environment",
          "dataset",
          "feature",
          "decision",
          "job",
          "audit",
          "installation",
          "portfolio-run",
          "derivation");

  private AuditWords() {}

  /** The word for a kind, or its own name where a later version wrote one this one cannot know. */
  static String thing(String kind) {
    return KNOWN.contains(kind) ? tr("audit.thing." + kind) : kind;
  }
}
