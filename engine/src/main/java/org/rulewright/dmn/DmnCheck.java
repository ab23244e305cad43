package org.rulewright.dmn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactSchema;

/** Finds what is wrong with a model before it decides anything. */
public final class DmnCheck {

  private DmnCheck() {}

  /**
   * Returns everything found, worst first within a decision; places are the ids of the model.
   *
   * @param inputs what the strategy will send
   * @param entry name of the decision a caller asks for, or null where none is chosen yet
   */
  public static List<Diagnostic> check(
      DmnDocument document, FactSchema inputs, @Nullable String entry) {
    return List.of();
  }
}
