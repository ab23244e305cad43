package org.rulewright.model;

import org.rulewright.decision.FactType;

/**
 * One value a model gives: a score, a probability of a class, a label, a reason code.
 *
 * @param required whether without it, or with what is no finite number, a score is no score
 */
public record ModelOutput(String name, FactType type, boolean required) {

  public static ModelOutput required(String name, FactType type) {
    return new ModelOutput(name, type, true);
  }

  /** An output that may be null, such as the third reason code of an applicant with two. */
  public static ModelOutput optional(String name, FactType type) {
    return new ModelOutput(name, type, false);
  }
}
