package org.rulewright.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Built-in functions of contexts; their results are in the order of the reference engine. */
final class ContextFunctions {

  static final Map<String, BuiltIn> ALL =
      Map.of(
          "get value", ContextFunctions::value,
          "get entries", ContextFunctions::entries,
          "context", ContextFunctions::context,
          "context put", ContextFunctions::put);

  private ContextFunctions() {}

  private static @Nullable Object value(@Nullable Object[] arguments) {
    return arguments.length == 2
            && arguments[0] instanceof Map<?, ?> context
            && arguments[1] instanceof String key
        ? org.rulewright.value.Decimals.coerced(context.get(key))
        : Expression.UNDECIDED;
  }

  private static Object entries(@Nullable Object[] arguments) {
    if (arguments.length != 1 || !(arguments[0] instanceof Map<?, ?> context)) {
      return Expression.UNDECIDED;
    }
    List<Object> entries = new ArrayList<>();
    // the reference engine copies into a HashMap first
    new HashMap<>(context)
        .forEach((key, value) -> {
          Map<String, @Nullable Object> entry = new HashMap<>();
          entry.put("key", key);
          entry.put("value", value);
          entries.add(entry);
        });
    return entries;
  }

  private static Object context(@Nullable Object[] arguments) {
    if (arguments.length != 1 || !(arguments[0] instanceof List<?> entries)) {
      return Expression.UNDECIDED;
    }
    Map<String, @Nullable Object> context = new HashMap<>();
    for (Object entry : entries) {
      if (!(entry instanceof Map<?, ?> pair)
          || !(pair.get("key") instanceof String key)
          || !pair.containsKey("value")
          || context.containsKey(key)) {
        return Expression.UNDECIDED;
      }
      context.put(key, pair.get("value"));
    }
    return context;
  }

  private static Object put(@Nullable Object[] arguments) {
    if (arguments.length != 3 || !(arguments[0] instanceof Map<?, ?> context)) {
      return Expression.UNDECIDED;
    }
    return switch (arguments[1]) {
      case String key -> put(context, List.of(key), arguments[2]);
      case List<?> keys -> put(context, keys, arguments[2]);
      case null, default -> Expression.UNDECIDED;
    };
  }

  private static Object put(Map<?, ?> context, List<?> keys, @Nullable Object value) {
    if (keys.isEmpty() || !(keys.getFirst() instanceof String key)) {
      return Expression.UNDECIDED;
    }
    Map<@Nullable Object, @Nullable Object> result = new HashMap<>(context);
    @Nullable Object inner = value;
    if (keys.size() > 1) {
      inner =
          context.get(key) instanceof Map<?, ?> nested
              ? put(nested, keys.subList(1, keys.size()), value)
              : Expression.UNDECIDED;
    }
    if (inner == Expression.UNDECIDED) {
      return Expression.UNDECIDED;
    }
    result.put(key, inner);
    return result;
  }
}
