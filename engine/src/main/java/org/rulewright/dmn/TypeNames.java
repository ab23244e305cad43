package org.rulewright.dmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rulewright.decision.FactType;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Resolves the type names of a model, its own item definitions included. */
final class TypeNames {

  private static final Map<String, FactType> BUILT_IN =
      Map.ofEntries(
          Map.entry("number", FactType.NUMBER),
          Map.entry("integer", FactType.NUMBER),
          Map.entry("long", FactType.NUMBER),
          Map.entry("double", FactType.NUMBER),
          Map.entry("string", FactType.TEXT),
          Map.entry("boolean", FactType.BOOLEAN),
          Map.entry("date", FactType.DATE),
          Map.entry("time", FactType.TIME),
          Map.entry("date and time", FactType.DATE_TIME),
          Map.entry("dateTime", FactType.DATE_TIME),
          Map.entry("days and time duration", FactType.DURATION),
          Map.entry("dayTimeDuration", FactType.DURATION),
          Map.entry("years and months duration", FactType.DURATION),
          Map.entry("yearMonthDuration", FactType.DURATION),
          Map.entry("list", FactType.LIST),
          Map.entry("context", FactType.CONTEXT));

  private final Map<String, Element> definitions = new HashMap<>();

  /** What the type names of other models begin with. */
  private final List<String> imported;

  TypeNames(Element root) {
    for (var definition : Xml.children(root, "itemDefinition")) {
      definitions.putIfAbsent(Xml.attribute(definition, "name"), definition);
    }
    this.imported =
        Xml.children(root, "import").stream().map(it -> Xml.attribute(it, "name") + ".").toList();
  }

  /** Whether the name is one of FEEL itself, and so the same in every model. */
  static boolean isBuiltIn(String typeRef) {
    return BUILT_IN.containsKey(typeRef);
  }

  /** Whether the name is a definition of a model that is imported. */
  boolean isImported(String typeRef) {
    return imported.stream().anyMatch(typeRef::startsWith);
  }

  FactType resolve(String typeRef) {
    return resolve(typeRef, new HashSet<>());
  }

  /**
   * Whether the name is a definition of the model, or of one it imports, that limits the values.
   */
  boolean isOwn(String typeRef) {
    return definitions.containsKey(typeRef)
        || definitions.containsKey(unprefixed(typeRef))
        || isImported(typeRef);
  }

  private FactType resolve(String typeRef, Set<String> seen) {
    var own = definitions.get(typeRef);
    if (own == null) {
      own = definitions.get(unprefixed(typeRef));
    }
    if (own == null || !seen.add(Xml.attribute(own, "name"))) {
      return BUILT_IN.getOrDefault(unprefixed(typeRef), FactType.ANY);
    }
    if (Xml.attribute(own, "isCollection").equals("true")) {
      return FactType.LIST;
    }
    if (Xml.child(own, "itemComponent").isPresent()) {
      return FactType.CONTEXT;
    }
    var base = typeRef(own);
    return base.isEmpty() ? FactType.ANY : resolve(base, seen);
  }

  /** The item definition of this name, if the model has one. */
  java.util.Optional<Element> definition(String typeRef) {
    var own = definitions.get(typeRef);
    return java.util.Optional.ofNullable(own == null ? definitions.get(unprefixed(typeRef)) : own);
  }

  /** DMN 1.1 and later write the base type as a child element, 1.1's first editors as attribute. */
  static String typeRef(Element element) {
    return Xml.child(element, "typeRef")
        .map(child -> child.getTextContent().strip())
        .orElseGet(() -> Xml.attribute(element, "typeRef"));
  }

  private static String unprefixed(String typeRef) {
    var local = typeRef.startsWith("{") ? typeRef.substring(typeRef.indexOf('}') + 1) : typeRef;
    return local.substring(local.indexOf(':') + 1);
  }
}
