package org.rulewright.dmn;

/** Text of people, which may hold characters that XML cannot. */
final class XmlText {

  private XmlText() {}

  /** Leaves out what XML 1.0 does not allow: control characters and halves of characters. */
  static String allowed(String text) {
    if (text.codePoints().allMatch(XmlText::isAllowed)) {
      return text;
    }
    var kept = new StringBuilder();
    text.codePoints().filter(XmlText::isAllowed).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isAllowed(int c) {
    return c >= 0x20 && c <= 0xD7FF
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
