package org.rulewright.ruleflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.TraceStep;

/** A step of a run, with what its trace does not tell. */
public sealed interface StepTaken {

  FlowStep step();

  TraceStep trace();

  /** An event, or a gateway that leaves no choice. */
  record Passed(FlowStep step, TraceStep trace) implements StepTaken {}

  /** A gateway, and every way out of it. */
  record Chose(FlowStep step, TraceStep trace, List<Way> ways) implements StepTaken {
    public Chose {
      ways = List.copyOf(ways);
    }
  }

  /**
   * A task.
   *
   * @param given what it handed on; empty where its inputs could not be computed
   * @param answer of what it called; null where nothing was called
   * @param flow how the called flow went; null where it called something else
   * @param problems why the task failed, whether or not an error event took it from there; empty
   *     where it did not
   */
  record Called(
      FlowStep.Task step,
      TraceStep trace,
      FlowReference callee,
      Facts given,
      @Nullable Outcome answer,
      @Nullable FlowWhy flow,
      List<Diagnostic> problems)
      implements StepTaken {
    public Called {
      problems = List.copyOf(problems);
    }
  }
}
