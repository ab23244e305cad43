package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the few texts of FEEL that we write ourselves. */
final class FeelLiterals {

  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern LITERAL =
      Pattern.compile("-?\\d+(\\.\\d+)?|\"[^\"\\\\]*\"|true|false|null");

  private FeelLiterals() {}

  /** Whether the text names nothing. */
  static boolean isLiteral(String text) {
    return LITERAL.matcher(text.strip()).matches();
  }

  /**
   * The strings of a list of strings.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  static List<String> strings(String text) {
    var list = text.strip();
    if (!list.startsWith("[") || !list.endsWith("]")) {
      throw new IllegalArgumentException("not a list of texts");
    }
    var inside = list.substring(1, list.length() - 1).strip();
    List<String> strings = new ArrayList<>();
    var matcher = STRING.matcher(inside);
    int at = 0;
    while (at < inside.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new IllegalArgumentException("not a list of texts");
      }
      strings.add(matcher.group(1).replaceAll("\\\\(.)", "$1"));
      at = matcher.end();
      while (at < inside.length() && (inside.charAt(at) == ',' || inside.charAt(at) == ' ')) {
        at++;
      }
    }
    return strings;
  }
}
