package org.rulewright.expression;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expression with ranges in it, whose result must not show one. */
public record Presentable(Expression expression) implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Object value = expression.evaluate(variables);
    return shows(value) ? UNDECIDED : value;
  }

  private static boolean shows(@Nullable Object value) {
    return switch (value) {
      case Interval _ -> true;
      case Collection<?> list -> list.stream().anyMatch(Presentable::shows);
      case Map<?, ?> context -> context.values().stream().anyMatch(Presentable::shows);
      case null, default -> false;
    };
  }
}
