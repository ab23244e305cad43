package org.rulewright.lookup;

import java.util.ArrayList;
import java.util.List;
import org.rulewright.decision.Diagnostic;

/** Counts all findings and keeps the first: a wrong file of a million rows has a million. */
final class Findings {

  private static final int KEPT = 100;

  private final List<Diagnostic> first = new ArrayList<>();
  private long count;

  void add(Diagnostic finding) {
    if (count++ < KEPT) {
      first.add(finding);
    }
  }

  List<Diagnostic> first() {
    return List.copyOf(first);
  }

  long count() {
    return count;
  }
}
