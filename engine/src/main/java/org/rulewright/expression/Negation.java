package org.rulewright.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code -x}. */
public record Negation(Expression operand) implements Expression {

  private static final BigDecimal MINUS_ONE = BigDecimal.valueOf(-1);

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    return switch (operand.evaluate(variables)) {
      case BigDecimal number -> MINUS_ONE.multiply(number);
      case Duration duration -> duration.negated();
      case Period period -> period.negated();
      case null -> null;
      default -> UNDECIDED;
    };
  }
}
