package org.rulewright.ruleflow;

import java.util.List;

/**
 * What a task calls, with what, and where the answer goes.
 *
 * <p>The called thing sees the flow's variables, overlaid by what the inputs give. Where {@code
 * isolated}, it sees the inputs and nothing else: so a called flow with inputs. The answer is kept
 * as the variable {@code result}; the outputs are computed after that and see it.
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
