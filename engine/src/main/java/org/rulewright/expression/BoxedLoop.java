package org.rulewright.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A boxed iterator or filter: goes through a list and looks at every item before it answers. */
public record BoxedLoop(Kind kind, String variable, Expression source, Expression body)
    implements Expression {

  /** What is made of the values for the items. */
  public enum Kind {
    FOR,
    SOME,
    EVERY,
    /** The items for which the body is true. */
    FILTER
  }

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Running running = Running.current();
    if (running == null || !(source.evaluate(variables) instanceof List<?> items)) {
      return UNDECIDED;
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (Object item : items) {
      running.turn();
      // an entry of an item of a filter can be named there, and would stay for the items to come
      if (kind == Kind.FILTER && item instanceof Map) {
        return UNDECIDED;
      }
      Object value = body.evaluate(new Scope(variables, variable, item));
      if (value == UNDECIDED || kind != Kind.FOR && !(value instanceof Boolean)) {
        return UNDECIDED;
      }
      if (kind != Kind.FILTER) {
        values.add(value);
      } else if (Boolean.TRUE.equals(value)) {
        values.add(item);
      }
    }
    return switch (kind) {
      case FOR, FILTER -> Running.bounded(values);
      case SOME -> values.contains(true);
      case EVERY -> !values.contains(false);
    };
  }
}
