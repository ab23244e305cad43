package org.rulewright.dataset.source;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Yes and no as people write them. */
final class BooleanText {
  private static final Map<String, Boolean> WORDS =
      Map.ofEntries(
          Map.entry("是", true),
          Map.entry("否", false),
          Map.entry("y", true),
          Map.entry("n", false),
          Map.entry("yes", true),
          Map.entry("no", false),
          Map.entry("t", true),
          Map.entry("f", false),
          Map.entry("true", true),
          Map.entry("false", false));

  private BooleanText() {}

  static Cell read(String text) {
    var word = word(text);
    if (word != null) {
      return new Cell.Value(word);
    }
    return switch (text) {
      case "1" -> new Cell.Value(true);
      case "0" -> new Cell.Value(false);
      default -> Cell.wrong(CellProblem.NOT_A_BOOLEAN);
    };
  }

  /** Whether a column may be guessed to be boolean: 1 and 0 are numbers until somebody chooses. */
  static boolean isWord(String text) {
    return word(text) != null;
  }

  private static @Nullable Boolean word(String text) {
    return text.length() > 5 ? null : WORDS.get(text.toLowerCase(Locale.ROOT));
  }
}
