package org.rulewright.decision;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expression the reference engine has prepared. */
@FunctionalInterface
public interface ReferenceExpression {

  /**
   * Evaluates the expression.
   *
   * @param variables everything the expression can name, by name
   */
  ReferenceAnswer evaluate(Map<String, @Nullable Object> variables, OffsetDateTime asOf);
}
