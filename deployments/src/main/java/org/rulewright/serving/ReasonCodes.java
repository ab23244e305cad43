package org.rulewright.serving;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the output {@code reasonCodes}: one code, a list, or the lists several tables collected.
 */
final class ReasonCodes {

  private ReasonCodes() {}

  static List<String> of(@Nullable Object value) throws WrongOutputException {
    var codes = new LinkedHashSet<String>();
    collect(value, codes);
    return List.copyOf(codes);
  }

  private static void collect(@Nullable Object value, Collection<String> codes)
      throws WrongOutputException {
    switch (value) {
      case null -> {}
      case String text -> {
        if (!text.isBlank()) {
          codes.add(text);
        }
      }
      case Collection<?> list -> {
        for (var element : list) {
          collect(element, codes);
        }
      }
      default -> throw new WrongOutputException("reasonCodes", value);
    }
  }
}
