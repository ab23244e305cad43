package org.rulewright.pmml;

import java.util.List;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;

/**
 * Ends the reading of a file that says what we cannot take; its problem becomes the result.
 *
 * <p>Thrown and caught inside the import of one file only: from deep in a tree of elements there is
 * no shorter way back.
 */
public final class PmmlRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic problem;

  private PmmlRefusal(Diagnostic problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  /**
   * A refusal.
   *
   * @param element name of the element of PMML that cannot be taken
   * @param code of the diagnostic
   */
  public static PmmlRefusal of(String element, String code, String... arguments) {
    return new PmmlRefusal(
        Diagnostic.error(code, Place.of(element), List.of(arguments).toArray(String[]::new)));
  }

  public Diagnostic problem() {
    return problem;
  }
}
