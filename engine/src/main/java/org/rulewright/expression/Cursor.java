package org.rulewright.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A position in a text; space before a token is skipped. */
final class Cursor {

  private final String text;
  private int position;

  Cursor(String text) {
    this.text = text;
  }

  boolean atEnd() {
    skipSpace();
    return position == text.length();
  }

  /** Whether the symbol stands next; a word must end there. */
  boolean sees(String symbol) {
    skipSpace();
    if (!text.startsWith(symbol, position)) {
      return false;
    }
    int end = position + symbol.length();
    return !isWordPart(symbol.charAt(symbol.length() - 1))
        || end == text.length()
        || !isWordPart(text.charAt(end));
  }

  boolean take(String symbol) {
    if (sees(symbol)) {
      position += symbol.length();
      return true;
    }
    return false;
  }

  @Nullable String take(Pattern pattern) {
    skipSpace();
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    position = matcher.end();
    return matcher.group();
  }

  private void skipSpace() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
