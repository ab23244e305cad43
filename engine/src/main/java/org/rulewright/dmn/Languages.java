package org.rulewright.dmn;

import java.util.Locale;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Tells which expression language an element of a model is written in. */
final class Languages {

  private Languages() {}

  /** Whether the element is FEEL, by its own word, its parents' or the model's. */
  static boolean isFeel(Element element, Element root) {
    for (Node node = element; node instanceof Element it; node = it.getParentNode()) {
      var language = Xml.attribute(it, "expressionLanguage");
      if (!language.isEmpty()) {
        return named(language);
      }
      if (it == root) {
        break;
      }
    }
    return true;
  }

  /** Whether the element and everything in it is FEEL. */
  static boolean areAllFeel(Element element, Element root) {
    return isFeel(element, root)
        && Xml.descendants(element).stream()
            .map(it -> Xml.attribute(it, "expressionLanguage"))
            .allMatch(language -> language.isEmpty() || named(language));
  }

  private static boolean named(String language) {
    var lower = language.toLowerCase(Locale.ROOT);
    return lower.equals("feel") || lower.contains("/feel");
  }
}
