package org.rulewright.feature;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a feature in expressions, data sets and the API.
 *
 * <p>Letters of any script, digits and underscores, beginning with a letter or underscore, and no
 * word that means something in FEEL: so it needs no quoting anywhere.
 */
public record FeatureName(String text) {
  private static final Pattern FORM = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,62}");
  private static final Set<String> WORDS_OF_FEEL =
      Set.of(
          "true",
          "false",
          "null",
          "and",
          "or",
          "not",
          "if",
          "then",
          "else",
          "for",
          "in",
          "return",
          "some",
          "every",
          "satisfies",
          "between",
          "instance",
          "of",
          "function",
          "external",
          "date",
          "time",
          "duration",
          "item",
          "partial",
          "today",
          "now");

  public FeatureName {
    if (!isValid(text)) {
      throw new IllegalArgumentException("not a name of a feature: " + text);
    }
  }

  public static boolean isValid(String text) {
    return FORM.matcher(text).matches() && !WORDS_OF_FEEL.contains(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
