package org.rulewright.serving;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language an answer is given in: the caller's first of Chinese and English, else Chinese. */
public final class AnswerLanguage {

  private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

  private AnswerLanguage() {}

  /** Reads the header {@code Accept-Language}, which may be absent or malformed. */
  public static Locale of(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return Locale.CHINESE;
    }
    try {
      var wanted = Locale.LanguageRange.parse(header);
      var found = Locale.filter(ranked(wanted), SPOKEN);
      return found.isEmpty() ? Locale.CHINESE : found.getFirst();
    } catch (IllegalArgumentException malformed) {
      return Locale.CHINESE;
    }
  }

  /** {@code en-US} is English and {@code zh-CN} is Chinese to us. */
  private static List<Locale.LanguageRange> ranked(List<Locale.LanguageRange> wanted) {
    return wanted.stream()
        .map(range -> new Locale.LanguageRange(range.getRange().split("-")[0], range.getWeight()))
        .toList();
  }
}
