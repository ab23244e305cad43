package org.rulewright.ruleflow;

import java.util.BitSet;
import java.util.List;
import org.rulewright.decision.FactLayout;

/**
 * A flow, compiled: its steps by number, each after those it can be reached from.
 *
 * @param binding slots of what it is given and sets
 * @param answer layout of those of the variables it sets that are outputs of the contract
 * @param contract slots of those variables it answers with where an end has no outputs
 * @param outputs names of what its ends give
 * @param reach for every step, the steps a token can come to from there, itself included
 * @param joins the steps that wait for tokens, each after those it can be reached from
 * @param formulas how many conditions and mappings there are
 * @param compiledFormulas how many of them our own compiler took
 */
record FlowPlan(
    String id,
    String name,
    List<PlanStep> steps,
    int start,
    SlotBinding binding,
    FactLayout answer,
    List<Integer> contract,
    FactLayout outputs,
    List<BitSet> reach,
    List<PlanStep.Joining> joins,
    int formulas,
    int compiledFormulas) {

  FlowPlan {
    steps = List.copyOf(steps);
    contract = List.copyOf(contract);
    reach = List.copyOf(reach);
    joins = List.copyOf(joins);
  }
}
