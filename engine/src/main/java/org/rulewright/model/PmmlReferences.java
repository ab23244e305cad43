package org.rulewright.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/**
 * Follows the functions and derived fields of a PMML file: none may need itself, and together they
 * may not cost more than a limit.
 *
 * <p>Thirty functions that each call the one before twice are a small file and a thousand million
 * calls. The evaluator would begin to make them.
 */
final class PmmlReferences {

  private static final long MOST_CALLS = 1_000_000;

  private final Map<String, List<String>> uses = new LinkedHashMap<>();
  private final Map<String, Long> costs = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  private PmmlReferences() {}

  static List<Diagnostic> problems(Element root) {
    var found = new ArrayList<Diagnostic>();
    var functions = functions(root);
    found.addAll(functions.followed());
    Xml.descendants(root).stream()
        .filter(it -> Xml.is(it, "TransformationDictionary") || Xml.is(it, "LocalTransformations"))
        .forEach(it -> found.addAll(fields(it).followed()));
    if (found.isEmpty() && functions.total(root) > MOST_CALLS) {
      found.add(Diagnostic.error("pmml.too-complex", Place.NOWHERE));
    }
    return found;
  }

  private static PmmlReferences functions(Element root) {
    var references = new PmmlReferences();
    Xml.descendants(root).stream()
        .filter(it -> Xml.is(it, "DefineFunction"))
        .forEach(it -> references.uses.put(it.getAttribute("name"), applied(it)));
    return references;
  }

  private static PmmlReferences fields(Element transformations) {
    var references = new PmmlReferences();
    Xml.children(transformations, "DerivedField")
        .forEach(it -> references.uses.put(it.getAttribute("name"), fieldsOf(it)));
    return references;
  }

  private static List<String> applied(Element element) {
    return Xml.descendants(element).stream()
        .filter(it -> Xml.is(it, "Apply"))
        .map(it -> it.getAttribute("function"))
        .toList();
  }

  private static List<String> fieldsOf(Element element) {
    return Xml.descendants(element).stream()
        .map(it -> it.getAttribute("field"))
        .filter(field -> !field.isEmpty())
        .distinct()
        .toList();
  }

  private List<Diagnostic> followed() {
    uses.keySet().forEach(this::cost);
    return problems;
  }

  private long total(Element root) {
    long total = 0;
    for (var function : applied(root)) {
      total = Math.min(MOST_CALLS + 1, total + cost(function));
    }
    return total;
  }

  /** Calls that one call of the function makes, itself included; more than the limit is enough. */
  private long cost(String name) {
    var known = costs.get(name);
    if (known != null) {
      return known;
    }
    if (!open.add(name)) {
      problems.add(Diagnostic.error("pmml.recursion", Place.NOWHERE, Diagnostic.shortened(name)));
      return 1;
    }
    long cost = 1;
    for (var used : uses.getOrDefault(name, List.of())) {
      cost = Math.min(MOST_CALLS + 1, cost + cost(used));
    }
    open.remove(name);
    costs.put(name, cost);
    return cost;
  }
}
