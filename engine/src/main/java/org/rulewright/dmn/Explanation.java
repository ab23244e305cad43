package org.rulewright.dmn;

import java.util.List;
import org.rulewright.decision.Outcome;

/**
 * Why a decision came out as it did, worked out when somebody asks and not while deciding.
 *
 * @param outcome the decision, made again
 * @param steps in the order they were taken
 */
public record Explanation(Outcome outcome, List<StepWhy> steps) {

  public Explanation {
    steps = List.copyOf(steps);
  }
}
