package org.rulewright.dmn;

import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/**
 * Another model that a model uses.
 *
 * @param name what its decisions are called by: {@code name.decision}
 * @param namespace of the definitions of the other model
 * @param type what kind of file the other is; only the namespaces of DMN are imported
 * @param location where somebody's tool had the file; never read
 * @param strategy where we chose which model is meant: the key of the strategy, else empty
 * @param version where we chose: the number of that strategy's version, else empty
 */
public record DmnImport(
    String name, String namespace, String type, String location, String strategy, String version) {

  static DmnImport of(Element element) {
    return new DmnImport(
        Xml.attribute(element, "name"),
        Xml.attribute(element, "namespace"),
        Xml.attribute(element, "importType"),
        Xml.attribute(element, "locationURI"),
        element.getAttributeNS(Extensions.NAMESPACE, "strategy"),
        element.getAttributeNS(Extensions.NAMESPACE, "version"));
  }

  /** Whether it imports decisions, and not data or a file of another kind. */
  public boolean isDmn() {
    return DmnVersion.ofNamespace(type).isPresent();
  }
}
