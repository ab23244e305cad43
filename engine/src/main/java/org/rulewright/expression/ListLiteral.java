package org.rulewright.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code [a, b]}. */
public record ListLiteral(List<Expression> elements) implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    List<@Nullable Object> list = new ArrayList<>(elements.size());
    for (Expression element : elements) {
      Object value = element.evaluate(variables);
      if (value == UNDECIDED) {
        return UNDECIDED;
      }
      list.add(value);
    }
    return list;
  }
}
