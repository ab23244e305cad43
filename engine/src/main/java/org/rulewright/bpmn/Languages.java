package org.rulewright.bpmn;

/** The names by which a BPMN file says that a text is FEEL. */
final class Languages {

  private Languages() {}

  /** Camunda knows it by this name only, and so do we: the same file runs there. */
  static boolean isFeel(String language) {
    return language.equalsIgnoreCase("feel");
  }
}
