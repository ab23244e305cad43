package org.rulewright.parity;

import java.util.List;

/**
 * How a flow was compared.
 *
 * <p>KIE: the same plan, with every condition, mapping and decision evaluated by Apache KIE.
 * Camunda: the file as it is, with the decisions of its tasks evaluated by Apache KIE.
 *
 * @param process id of the process
 * @param formulas conditions and mappings it has
 * @param compiledFormulas those of them that our compiler took
 * @param decisions names of the decisions it asks
 * @param alike keys of the models and look-up tables it calls, which every side calls the same
 */
public record FlowCount(
    String process,
    int formulas,
    int compiledFormulas,
    List<String> decisions,
    List<String> alike) {

  public FlowCount {
    decisions = List.copyOf(decisions);
    alike = List.copyOf(alike);
  }
}
