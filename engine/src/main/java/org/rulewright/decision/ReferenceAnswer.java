package org.rulewright.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reference engine answered.
 *
 * @param value a FEEL value in Java types; null where FEEL gives null
 * @param problems what it complained about; an error among them fails the decision
 */
public record ReferenceAnswer(@Nullable Object value, List<Diagnostic> problems) {

  public ReferenceAnswer {
    problems = List.copyOf(problems);
  }

  public static ReferenceAnswer of(@Nullable Object value) {
    return new ReferenceAnswer(value, List.of());
  }

  public boolean failed() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
