package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Brings the FEEL texts of a model into the one form they are kept in. */
final class FeelTexts {

  /** What a Chinese keyboard types where FEEL wants ASCII. */
  private static final Map<Character, Character> TYPED_WIDE =
      Map.ofEntries(
          Map.entry('，', ','),
          Map.entry('、', ','),
          Map.entry('（', '('),
          Map.entry('）', ')'),
          Map.entry('［', '['),
          Map.entry('］', ']'),
          Map.entry('【', '['),
          Map.entry('】', ']'),
          Map.entry('｛', '{'),
          Map.entry('｝', '}'),
          Map.entry('：', ':'),
          Map.entry('？', '?'),
          Map.entry('！', '!'),
          Map.entry('＞', '>'),
          Map.entry('＜', '<'),
          Map.entry('＝', '='),
          Map.entry('＋', '+'),
          Map.entry('－', '-'),
          Map.entry('＊', '*'),
          Map.entry('／', '/'),
          Map.entry('“', '"'),
          Map.entry('”', '"'),
          Map.entry('　', ' '));

  private static final Set<String> WITH_TEXT =
      Set.of(
          "literalExpression",
          "inputExpression",
          "inputEntry",
          "outputEntry",
          "defaultOutputEntry",
          "inputValues",
          "outputValues",
          "allowedValues",
          "typeConstraint");

  private FeelTexts() {}

  static void normalise(Element root) {
    var names = names(root);
    for (var element : Xml.descendants(root)) {
      if (Xml.is(element, "text") && element.getParentNode() instanceof Element parent) {
        var text = element.getTextContent();
        var kept = isFeel(parent, root) ? normalise(text, names) : text;
        if (!kept.equals(text)) {
          element.setTextContent(kept);
        }
      }
    }
  }

  /** Trims, and replaces wide punctuation outside of string literals and of the known names. */
  static String normalise(String text, List<String> names) {
    var source = text.strip();
    var out = new StringBuilder(source.length());
    int i = 0;
    while (i < source.length()) {
      char c = source.charAt(i);
      int literal = endOfLiteral(source, i);
      if (literal > i) {
        out.append('"').append(source, i + 1, literal - 1).append('"');
        i = literal;
      } else {
        var name = nameAt(source, i, names);
        out.append(name.isEmpty() ? TYPED_WIDE.getOrDefault(c, c).toString() : name);
        i += Math.max(1, name.length());
      }
    }
    return out.toString();
  }

  /**
   * Returns the end of the string literal that starts here, or the start where none does. Wide
   * quotation marks delimit one too, when both are there.
   */
  private static int endOfLiteral(String text, int start) {
    char open = text.charAt(start);
    if (open != '"' && open != '“' && open != '”') {
      return start;
    }
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (open == '"' ? c == '"' : c == '”' || c == '“') {
        return i + 1;
      } else if (open != '"' && c == '"') {
        return start;
      }
    }
    return start;
  }

  private static String nameAt(String text, int at, List<String> names) {
    for (var name : names) {
      if (text.startsWith(name, at)) {
        return name;
      }
    }
    return "";
  }

  private static boolean isFeel(Element parent, Element root) {
    return WITH_TEXT.contains(Xml.localName(parent))
        && Xml.namespace(parent).equals(Xml.namespace(root))
        && Languages.isFeel(parent, root);
  }

  /** Every name an expression may use, the longest first, so that none is taken for a shorter. */
  private static List<String> names(Element root) {
    var names = new ArrayList<String>();
    for (var element : Xml.descendants(root)) {
      var name = Xml.attribute(element, "name");
      if (!name.isEmpty() && Xml.namespace(element).equals(Xml.namespace(root))) {
        names.add(name);
      }
    }
    names.sort(Comparator.comparingInt(String::length).reversed().thenComparing(it -> it));
    return names.stream().distinct().toList();
  }
}
