package org.rulewright.dmn;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;

/**
 * A change to a model that does away with a finding.
 *
 * @param code key of its words in the bundle of diagnostics
 * @param arguments what {0}, {1} ... stand for in them
 * @param change makes the change to the model that was checked
 */
public record ModelFix(String code, List<String> arguments, UnaryOperator<DmnDocument> change) {

  public ModelFix {
    arguments = List.copyOf(arguments);
  }

  ModelFix(String code, UnaryOperator<DmnDocument> change) {
    this(code, List.of(), change);
  }

  /** Returns the model with the change made; everything else in it stays as it is. */
  public DmnDocument apply(DmnDocument model) {
    return change.apply(model);
  }

  /** The words for the button, in Chinese, or in English when the locale asks for it. */
  public String words(Locale locale) {
    return Diagnostic.error(code, Place.NOWHERE, arguments.toArray(String[]::new)).message(locale);
  }
}
