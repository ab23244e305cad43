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
          "derivation",
          "subject");

  private static final Set<String> DETAILS =
      Set.of(
          "archived",
          "bad",
          "columns",
          "dataset",
          "digest",
          "environment",
          "environments",
          "format",
          "from",
          "grade",
          "intact",
          "job",
          "key",
          "keys",
          "kind",
          "login",
          "name",
          "nameEn",
          "nameZh",
          "number",
          "order",
          "outcome",
          "reason",
          "refusedRows",
          "release",
          "replaced",
          "retired",
          "revision",
          "roles",
          "rows",
          "snapshot",
          "source",
          "sources",
          "sqlHash",
          "strategy",
          "subject",
          "to",
          "type",
          "verdict",
          "version",
          "windowMonths",
          "words");

  private AuditWords() {}

  /** The word for a kind, or its own name where a later version wrote one this one cannot know. */
  static String thing(String kind) {
    return KNOWN.contains(kind) ? tr("audit.thing." + kind) : kind;
  }

  /** The word for the name of a detail, or the name itself where it is not known here. */
  static String detail(String name) {
    return DETAILS.contains(name) ? tr("audit.detail." + name) : name;
  }

  /** What a detail says; whether something is so reads as yes or no. */
  static String value(String value) {
    return switch (value) {
      case "true" -> tr("audit.yes");
      case "false" -> tr("audit.no");
      default -> value;
    };
  }
}
