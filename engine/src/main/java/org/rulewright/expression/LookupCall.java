package org.rulewright.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code lookup("table", key, ...)}: a row of a look-up table, or null. */
public record LookupCall(String table, List<Expression> key) implements Expression {

  static final String NAME = "lookup";

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    if (!RowFinder.CURRENT.isBound()) {
      return UNDECIDED;
    }
    List<@Nullable Object> values = new ArrayList<>(key.size());
    for (Expression part : key) {
      Object value = part.evaluate(variables);
      if (value == UNDECIDED) {
        return UNDECIDED;
      }
      values.add(value);
    }
    return RowFinder.CURRENT.get().row(table, values);
  }
}
