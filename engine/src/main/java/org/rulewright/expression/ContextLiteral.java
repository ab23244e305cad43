package org.rulewright.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {a: ..., b: ...}} whose entries do not name each other. */
record ContextLiteral(Map<String, Expression> entries) implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Map<String, @Nullable Object> context = LinkedHashMap.newLinkedHashMap(entries.size());
    for (Map.Entry<String, Expression> entry : entries.entrySet()) {
      Object value = entry.getValue().evaluate(variables);
      if (value == UNDECIDED) {
        return UNDECIDED;
      }
      context.put(entry.getKey(), value);
    }
    return context;
  }
}
