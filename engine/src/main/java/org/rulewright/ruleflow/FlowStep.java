package org.rulewright.ruleflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a flow: an event, a task or a gateway. */
public sealed interface FlowStep {

  String id();

  /** What the author called it; empty where it has no name. */
  String name();

  /** The name, or the id where it has none: what a message calls the step. */
  default String label() {
    return name().isBlank() ? id() : name();
  }

  /** Where the flow begins. */
  record Start(String id, String name) implements FlowStep {}

  /**
   * Where a path ends.
   *
   * @param outputs what the flow answers when it ends here
   * @param referral the reason for which the case is referred to a person, null at an ordinary end
   */
  record End(String id, String name, List<Mapping> outputs, @Nullable String referral)
      implements FlowStep {
    public End {
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * A task or call activity.
   *
   * @param call null where nothing is bound to the task yet
   */
  record Task(String id, String name, @Nullable FlowCall call) implements FlowStep {}

  /** How a gateway splits and joins. */
  enum GatewayKind {
    EXCLUSIVE,
    INCLUSIVE,
    PARALLEL
  }

  /**
   * A gateway.
   *
   * @param defaultFlow id of the sequence flow taken when no condition holds, null for none
   */
  record Gateway(String id, String name, GatewayKind kind, @Nullable String defaultFlow)
      implements FlowStep {}

  /**
   * An error event at the edge of a task: the path taken when the task fails.
   *
   * @param attachedTo id of the task
   * @param errorCode the only error it takes, null for every error
   * @param codeVariable variable that takes the code of the error, null for none
   */
  record ErrorBoundary(
      String id,
      String name,
      String attachedTo,
      @Nullable String errorCode,
      @Nullable String codeVariable)
      implements FlowStep {}
}
