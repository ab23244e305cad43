package org.rulewright.ruleflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.Formula;
import org.rulewright.ruleflow.FlowStep.End;

/** A step, compiled: what happens when a token comes to it. */
sealed interface PlanStep {

  FlowStep step();

  /** A step that does nothing but lead on: a start event, an error event, a merging gateway. */
  record Pass(FlowStep step, Exit exit) implements PlanStep {}

  /**
   * An end.
   *
   * @param outputs slots are numbers in the list of the flow's outputs
   */
  record Ending(End step, List<Assignment> outputs) implements PlanStep {}

  /**
   * A task.
   *
   * @param result slot of the variable that takes the answer
   * @param locals what the inputs set, null where there are none
   * @param catches the error events at its edge
   */
  record Calling(
      FlowStep.Task step,
      FlowCall call,
      Target target,
      int result,
      @Nullable Locals locals,
      List<Assignment> outputs,
      List<Catch> catches,
      Exit exit)
      implements PlanStep {}

  /**
   * The variables only a task sees: those its inputs set.
   *
   * @param layout the flow's variables and behind them those of the inputs; where the task hands on
   *     its inputs alone, these alone
   */
  record Locals(FactLayout layout, List<Assignment> inputs) {

    boolean sets(String name) {
      return inputs.stream().anyMatch(it -> it.mapping().target().equals(name));
    }
  }

  /**
   * An error event at the edge of a task.
   *
   * @param target number of the step that is the event
   * @param codeSlot slot of the variable that takes the code, -1 for none
   */
  record Catch(FlowStep.ErrorBoundary event, int target, List<String> hits, int codeSlot) {}

  /** A gateway that takes the first arrow whose condition holds, else the default. */
  record Choosing(FlowStep step, List<Exit> exits, @Nullable Exit otherwise) implements PlanStep {}

  /**
   * A gateway that waits for tokens and then takes every arrow, or every arrow whose condition
   * holds.
   *
   * @param number its own number among the steps
   * @param incoming the number of tokens that set it going whatever else is under way
   * @param inclusive whether fewer tokens do when no other can come any more, and conditions count
   */
  record Joining(
      FlowStep step,
      int number,
      int incoming,
      boolean inclusive,
      List<Exit> exits,
      List<String> hits,
      @Nullable Exit otherwise)
      implements PlanStep {

    boolean isDelegated() {
      return exits.stream().map(Exit::condition).anyMatch(PlanStep::isDelegated);
    }
  }

  private static boolean isDelegated(@Nullable Formula formula) {
    return formula != null && !formula.isCompiled();
  }
}
