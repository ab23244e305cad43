package org.rulewright.bpmn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as Camunda can keep them: it stores contexts and lists by serialization. */
final class PlainValues {

  private PlainValues() {}

  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> context -> context(context);
      case Collection<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        list.forEach(it -> copy.add(of(it)));
        yield copy;
      }
      case null, default -> value;
    };
  }

  static Map<String, @Nullable Object> context(Map<?, ?> context) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    context.forEach((name, it) -> copy.put(String.valueOf(name), of(it)));
    return copy;
  }
}
