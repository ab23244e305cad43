package org.rulewright.model;

import java.util.List;
import org.rulewright.decision.Diagnostic;

/**
 * How a model's scores agree with those expected of it.
 *
 * @param rows rows that were scored
 * @param compared single outputs that were compared
 * @param disagreeing rows that failed or have an output that differs
 * @param largest the largest difference between numbers, relative to those beyond 1
 * @param problems the first few reasons for disagreement
 */
public record SelfTestResult(
    int rows, int compared, int disagreeing, double largest, List<Diagnostic> problems) {

  public SelfTestResult {
    problems = List.copyOf(problems);
  }

  /** Whether there was something to compare, and all of it agreed. */
  public boolean passed() {
    return disagreeing == 0 && compared > 0;
  }
}
