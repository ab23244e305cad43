package org.rulewright.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code [a..b)}; one that descends is null. */
public record IntervalLiteral(
    boolean lowIncluded, Expression low, Expression high, boolean highIncluded)
    implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Object from = low.evaluate(variables);
    Object to = high.evaluate(variables);
    Integer order = Ordering.order(from, to);
    // zones and the parts of a second count for the ends of a range, though not for their order
    if (order == null || from == null || to == null || from.getClass() != to.getClass()) {
      return UNDECIDED;
    }
    return order > 0 ? null : new Interval(lowIncluded, from, to, highIncluded);
  }
}
