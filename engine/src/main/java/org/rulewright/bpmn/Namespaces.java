package org.rulewright.bpmn;

import java.util.Set;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** The namespaces of extensions that a rule flow may carry. */
final class Namespaces {

  /** Ours: what a task is bound to, and its mappings. */
  static final String OURS = "https://rulewright.org/bpmn/1";

  /** Camunda 7 reads the second as if it were the first. */
  static final Set<String> CAMUNDA =
      Set.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

  private Namespaces() {}

  static boolean isOurs(Element element, String localName) {
    return Xml.namespace(element).equals(OURS) && Xml.is(element, localName);
  }

  static boolean isCamunda(Element element) {
    return CAMUNDA.contains(Xml.namespace(element));
  }

  /** An attribute of Camunda's, empty where the element has none. */
  static String camunda(Element element, String name) {
    for (String namespace : CAMUNDA) {
      if (element.hasAttributeNS(namespace, name)) {
        return element.getAttributeNS(namespace, name);
      }
    }
    return "";
  }
}
