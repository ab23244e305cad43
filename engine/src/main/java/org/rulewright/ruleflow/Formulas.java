package org.rulewright.ruleflow;

import java.util.Map;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Formula;

/** Makes the conditions and mappings of a flow from their texts. */
@FunctionalInterface
public interface Formulas {

  /**
   * Makes one of them.
   *
   * @param names every name the text can see, with its type
   */
  Formula of(String text, Map<String, FactType> names);
}
