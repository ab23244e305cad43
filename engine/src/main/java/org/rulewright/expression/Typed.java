package org.rulewright.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a declared type; what had to be converted first is undecided.
 *
 * @param type null where none is declared: then a list of one item may stand for the item
 */
public record Typed(Expression expression, InstanceOf.@Nullable Type type) implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Object value = expression.evaluate(variables);
    if (value == null || value == UNDECIDED) {
      return value;
    }
    boolean asItIs =
        type == null
            ? !(value instanceof List<?> list) || list.size() != 1
            : InstanceOf.is(type, value);
    return asItIs ? value : UNDECIDED;
  }
}
