package org.rulewright.ruleflow;

import java.util.List;
import org.rulewright.decision.Outcome;

/**
 * Why a flow went the way it went, worked out when somebody asks and not while deciding.
 *
 * @param outcome of the flow, run again
 * @param steps in the order they were taken
 */
public record FlowWhy(Outcome outcome, List<StepTaken> steps) {

  public FlowWhy {
    steps = List.copyOf(steps);
  }
}
