package org.rulewright.decision;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A problem as data: what, how bad, and where; the words come from the bundle of its language.
 *
 * @param code key in the bundle {@code diagnostics}
 * @param arguments what {0}, {1} ... stand for; one made by {@link #term} is translated too
 */
public record Diagnostic(String code, Severity severity, Place place, List<String> arguments) {

  private static final String BUNDLE = "org.rulewright.decision.diagnostics";
  private static final String TERM = "\u0001";
  private static final int LONGEST_ARGUMENT = 200;

  public Diagnostic {
    arguments = List.copyOf(arguments);
  }

  public static Diagnostic error(String code, Place place, String... arguments) {
    return new Diagnostic(code, Severity.ERROR, place, List.of(arguments));
  }

  public static Diagnostic warning(String code, Place place, String... arguments) {
    return new Diagnostic(code, Severity.WARNING, place, List.of(arguments));
  }

  /** An argument that is itself a key of the bundle. */
  public static String term(String key) {
    return TERM + key;
  }

  /** The text of a value, cut to a length that fits a message. */
  public static String shortened(Object value) {
    String text = String.valueOf(value);
    return text.length() <= LONGEST_ARGUMENT ? text : text.substring(0, LONGEST_ARGUMENT) + "…";
  }

  /** The sentence for a person: Chinese, or English when the locale asks for it. */
  public String message(Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            // Without this a missing zh bundle would fall back to the server's own language.
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    String text = bundle.getString(code);
    for (int i = 0; i < arguments.size(); i++) {
      text = text.replace("{" + i + "}", translated(arguments.get(i), bundle));
    }
    return text;
  }

  private static String translated(String argument, ResourceBundle bundle) {
    return argument.startsWith(TERM)
        ? bundle.getString(argument.substring(TERM.length()))
        : argument;
  }
}
