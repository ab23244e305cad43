package org.rulewright.ruleflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rulewright.ruleflow.FlowStep.End;
import org.rulewright.ruleflow.FlowStep.ErrorBoundary;
import org.rulewright.ruleflow.FlowStep.Task;

/**
 * A flow as its author drew it, in the order of the file.
 *
 * @param id the key other flows call it by
 */
public record FlowDefinition(
    String id, String name, List<FlowStep> steps, List<SequenceFlow> flows) {

  /** The outputs of a strategy's contract, which a flow without output mapping answers with. */
  public static final List<String> CONTRACT =
      List.of("verdict", "amount", "rate", "termMonths", "score", "grade", "reasonCodes");

  public FlowDefinition {
    steps = List.copyOf(steps);
    flows = List.copyOf(flows);
  }

  /** Returns what the flow calls, each once, in the order of the file. */
  public List<FlowReference> references() {
    Set<FlowReference> found = new LinkedHashSet<>();
    for (FlowStep step : steps) {
      if (step instanceof Task task && task.call() != null) {
        found.add(task.call().callee());
      }
    }
    return List.copyOf(found);
  }

  /** Returns the names of the variables the flow itself sets. */
  public Set<String> variables() {
    Set<String> names = new LinkedHashSet<>();
    for (FlowStep step : steps) {
      if (step instanceof Task task && task.call() != null) {
        names.add(task.call().result());
        task.call().outputs().forEach(it -> names.add(it.target()));
      }
      if (step instanceof ErrorBoundary boundary && boundary.codeVariable() != null) {
        names.add(boundary.codeVariable());
      }
    }
    return names;
  }

  /** Returns the names of what the flow can answer with. */
  public Set<String> outputs() {
    Set<String> names = new LinkedHashSet<>();
    for (FlowStep step : steps) {
      if (step instanceof End end) {
        end.outputs().forEach(it -> names.add(it.target()));
        if (end.referral() != null) {
          names.addAll(List.of("verdict", "reasonCodes"));
        }
        if (end.outputs().isEmpty()) {
          names.addAll(contractVariables());
        }
      }
    }
    return names;
  }

  private List<String> contractVariables() {
    List<String> found = new ArrayList<>(CONTRACT);
    found.retainAll(variables());
    return found;
  }
}
