package org.rulewright.ruleflow;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactRow;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.ruleflow.PlanStep.Ending;

/** What the ends reached in one run give. */
final class FlowEnds {

  private final FlowPlan plan;
  private @Nullable Variables outputs;
  private @Nullable Set<Object> referrals;
  private boolean ordinary;

  FlowEnds(FlowPlan plan) {
    this.plan = plan;
  }

  /** A token comes to an end; returns the problems of the first output that fails. */
  List<Diagnostic> reached(Ending ending, Variables variables, OffsetDateTime asOf) {
    if (ending.outputs().isEmpty()) {
      ordinary |= ending.step().referral() == null;
    } else {
      Variables given = outputs;
      if (given == null) {
        given = Variables.none(plan.outputs());
        outputs = given;
      }
      Scope scope = new Scope(variables.row());
      for (Assignment assignment : ending.outputs()) {
        ReferenceAnswer answer = assignment.formula().evaluate(scope, asOf);
        if (answer.failed()) {
          return answer.problems();
        }
        given.set(assignment.slot(), answer.value());
      }
    }
    if (ending.step().referral() != null) {
      if (referrals == null) {
        referrals = new LinkedHashSet<>();
      }
      referrals.add(ending.step().referral());
    }
    return List.of();
  }

  /** What the ends gave, or the variables of the contract; a referral is above both. */
  Map<String, @Nullable Object> answer(Variables variables) {
    if (outputs == null && referrals == null) {
      return ordinary ? contract(variables) : Map.of();
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    if (ordinary) {
      answer.putAll(contract(variables));
    }
    if (outputs != null) {
      answer.putAll(outputs.row());
    }
    if (referrals != null) {
      Set<Object> codes = new LinkedHashSet<>();
      if (answer.get("reasonCodes") instanceof Iterable<?> before) {
        before.forEach(codes::add);
      }
      codes.addAll(referrals);
      answer.put("verdict", "REFER");
      answer.put("reasonCodes", new ArrayList<>(codes));
    }
    return answer;
  }

  private FactRow contract(Variables variables) {
    List<Integer> slots = plan.contract();
    @Nullable Object[] values = new Object[slots.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = variables.at(slots.get(i));
    }
    return plan.answer().row(values);
  }
}
