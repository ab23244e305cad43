package org.rulewright.asset;

import java.util.Optional;

/** What an edit does to the flow of a strategy. */
public sealed interface FlowChange {

  /** Leaves it as it is: so every editor that only knows the decision model. */
  FlowChange KEEP = new Keep();

  /** Leaves it as it is. */
  record Keep() implements FlowChange {}

  /**
   * Puts a flow in the place of what was there.
   *
   * @param bpmn the file as the editor writes it, at most 20 MB
   */
  record Replace(byte[] bpmn) implements FlowChange {}

  /** Takes the flow away. */
  record Remove() implements FlowChange {}

  /** The flow after the change of one that was. */
  default Optional<byte[]> after(Optional<byte[]> before) {
    return switch (this) {
      case Keep _ -> before;
      case Replace(byte[] bpmn) -> Optional.of(bpmn);
      case Remove _ -> Optional.empty();
    };
  }
}
