package org.rulewright.dataset.snapshot;

/** Names and texts written into statements of ours. */
public final class Sql {
  private Sql() {}

  public static String name(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  public static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
