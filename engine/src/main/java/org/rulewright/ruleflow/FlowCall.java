package org.rulewright.ruleflow;

import java.util.List;

/**
 * What a task calls, with what, and where the answer goes.
 *
 * <p>The inputs are computed from the flow's variables, each by itself. The called thing sees those
 * variables, overlaid by what the inputs give. Where {@code isolated}, it sees the inputs and
 * nothing else: so a called flow with inputs. The answer is kept as the variable {@code result};
 * the outputs are computed after that and see it.
 *
 * @param result name of the variable that takes the answer
 */
public record FlowCall(
    FlowReference callee,
    String result,
    ResultShape shape,
    boolean isolated,
    List<Mapping> inputs,
    List<Mapping> outputs) {

  public FlowCall {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
