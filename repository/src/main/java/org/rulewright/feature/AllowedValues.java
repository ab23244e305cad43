package org.rulewright.feature;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;

/** Allowed values as people write them, read the way facts of an API call are read. */
final class AllowedValues {
  private static final String ANY_NAME = "value";

  private AllowedValues() {}

  static boolean fit(FactType type, List<String> texts) {
    return texts.stream().allMatch(text -> read(type, text).isPresent());
  }

  static List<Object> typed(FactType type, List<String> texts) {
    return texts.stream().map(text -> read(type, text).orElseThrow()).toList();
  }

  private static Optional<Object> read(FactType type, String text) {
    Object raw =
        switch (type) {
          case NUMBER -> number(text);
          case BOOLEAN ->
              text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
          default -> text;
        };
    var schema = new FactSchema(List.of(FactField.optional(ANY_NAME, type)));
    var checked = schema.check(Map.of(ANY_NAME, raw));
    return checked.problems().isEmpty()
        ? Optional.ofNullable(checked.facts().asMap().get(ANY_NAME))
        : Optional.empty();
  }

  private static Object number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException notANumber) {
      return text;
    }
  }
}
