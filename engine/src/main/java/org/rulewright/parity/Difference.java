package org.rulewright.parity;

import java.util.Map;

/**
 * Facts on which two engines do not agree.
 *
 * @param facts as small as they could be made, by name, each value written in FEEL; a fact that is
 *     missing is not among them
 * @param ours what our engine gave, written in FEEL, or {@code error: } and why
 * @param theirs what the other gave
 */
public record Difference(Stage stage, Map<String, String> facts, String ours, String theirs) {

  public Difference {
    facts = Map.copyOf(facts);
  }
}
