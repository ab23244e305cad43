package org.rulewright.ruleflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Formula;

/**
 * An arrow out of a step.
 *
 * @param flow as its author drew it
 * @param target number of the step it leads to
 * @param hits the id of the arrow, as the trace wants it
 * @param condition null where the arrow has none
 */
record Exit(SequenceFlow flow, int target, List<String> hits, @Nullable Formula condition) {

  String id() {
    return flow.id();
  }
}
