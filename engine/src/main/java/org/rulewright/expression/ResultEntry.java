package org.rulewright.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A boxed context whose last entry has no name: its value is that of the context. */
public record ResultEntry(Map<String, Expression> entries, Expression result)
    implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Map<String, ? extends @Nullable Object> seen = variables;
    for (Map.Entry<String, Expression> entry : entries.entrySet()) {
      Object value = entry.getValue().evaluate(seen);
      if (value == UNDECIDED) {
        return UNDECIDED;
      }
      seen = new Scope(seen, entry.getKey(), value);
    }
    return result.evaluate(seen);
  }
}
