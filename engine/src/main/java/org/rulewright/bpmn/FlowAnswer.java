package org.rulewright.bpmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.ruleflow.FlowDefinition;

/** Puts together what a process instance answers, from its ends and its variables. */
final class FlowAnswer {

  private FlowAnswer() {}

  static Map<String, @Nullable Object> of(
      FlowDefinition definition,
      CamundaRun.Ends ends,
      Map<String, ? extends @Nullable Object> variables) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    if (ends.ordinary) {
      Set<String> set = definition.variables();
      for (String name : FlowDefinition.CONTRACT) {
        if (set.contains(name) && variables.containsKey(name)) {
          answer.put(name, variables.get(name));
        }
      }
    }
    answer.putAll(ends.outputs);
    if (!ends.referrals.isEmpty()) {
      Set<@Nullable Object> codes = new LinkedHashSet<>();
      if (answer.get("reasonCodes") instanceof Iterable<?> before) {
        before.forEach(codes::add);
      }
      codes.addAll(ends.referrals);
      answer.put("verdict", "REFER");
      answer.put("reasonCodes", new ArrayList<>(codes));
    }
    return answer;
  }
}
