package org.rulewright.model;

import java.util.ArrayList;
import java.util.List;

/** The values of an Array element: parted by blanks, those with blanks in quotation marks. */
final class PmmlArray {

  private PmmlArray() {}

  static List<String> texts(String content) {
    var texts = new ArrayList<String>();
    var text = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c == '\\' && i + 1 < content.length() && content.charAt(i + 1) == '"') {
        text.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && Character.isWhitespace(c)) {
        end(text, texts);
      } else {
        text.append(c);
      }
    }
    end(text, texts);
    return texts;
  }

  private static void end(StringBuilder text, List<String> texts) {
    if (!text.isEmpty()) {
      texts.add(text.toString());
      text.setLength(0);
    }
  }
}
