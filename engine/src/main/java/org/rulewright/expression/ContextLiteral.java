package org.rulewright.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {a: ..., b: ...}}, where an entry sees those before it. */
public record ContextLiteral(Map<String, Expression> entries) implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Map<String, @Nullable Object> context = LinkedHashMap.newLinkedHashMap(entries.size());
    Map<String, ? extends @Nullable Object> seen = variables;
    for (Map.Entry<String, Expression> entry : entries.entrySet()) {
      Object value = entry.getValue().evaluate(seen);
      if (value == UNDECIDED) {
        return UNDECIDED;
      }
      context.put(entry.getKey(), value);
      seen = new Scope(seen, entry.getKey(), value);
    }
    return context;
  }
}
