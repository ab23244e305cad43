package org.rulewright.dmn;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rulewright.decision.FactType;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** What the decisions of an edited model require, of the model itself and of models it imports. */
final class ModelRequirements {

  private static final Set<String> REQUIREMENTS =
      Set.of("informationRequirement", "knowledgeRequirement", "authorityRequirement");

  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ ]*");
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

  private final ModelEditor model;

  ModelRequirements(ModelEditor model) {
    this.model = model;
  }

  static boolean isRequirement(Element element) {
    return REQUIREMENTS.contains(Xml.localName(element));
  }

  /**
   * Lets a decision see everything of the model that a text names; a text that is one name nothing
   * has becomes an input of the model.
   */
  void requireNamed(Element decision, String text, FactType type) {
    var all =
        Xml.children(model.root()).stream()
            .filter(it -> Xml.is(it, "inputData") || Xml.is(it, "decision"))
            .toList();
    var exact = all.stream().filter(it -> Xml.attribute(it, "name").equals(text)).toList();
    var named =
        exact.isEmpty()
            ? all.stream().filter(it -> names(text, Xml.attribute(it, "name"))).toList()
            : exact;
    for (var element : named) {
      if (!needs(element, Xml.attribute(decision, "id"))) {
        require(decision, element);
      }
    }
    if (named.isEmpty() && NAME.matcher(text).matches()) {
      require(decision, model.input(text, type));
    }
  }

  private static boolean names(String text, String name) {
    if (name.isEmpty()) {
      return false;
    }
    var bare = TEXT.matcher(text).replaceAll("\"\"");
    return Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])")
        .matcher(bare)
        .find();
  }

  /**
   * Lets a decision require a decision of another model.
   *
   * @param reference {@code namespace#id}
   */
  void requireImported(Element decision, String reference) {
    boolean there =
        Xml.children(decision, "informationRequirement").stream()
            .flatMap(it -> Xml.children(it).stream())
            .anyMatch(it -> Xml.attribute(it, "href").equals(reference));
    if (!there) {
      var requirement = model.element("informationRequirement");
      var id = reference.substring(reference.indexOf('#') + 1);
      requirement.setAttribute(
          "id", model.freeId(Xml.attribute(decision, "id") + "_needs_imported_" + id));
      model.add(requirement, "requiredDecision").setAttribute("href", reference);
      ModelEditor.insert(decision, requirement, "informationRequirement");
    }
  }

  void require(Element decision, Element required) {
    var id = Xml.attribute(required, "id");
    boolean there =
        Xml.children(decision, "informationRequirement").stream()
            .flatMap(it -> Xml.children(it).stream())
            .anyMatch(it -> Xml.attribute(it, "href").equals("#" + id));
    if (there || required == decision) {
      return;
    }
    var requirement = model.element("informationRequirement");
    requirement.setAttribute("id", model.freeId(Xml.attribute(decision, "id") + "_needs_" + id));
    var what =
        model.add(
            requirement, Xml.is(required, "inputData") ? "requiredInput" : "requiredDecision");
    what.setAttribute("href", "#" + id);
    ModelEditor.insert(decision, requirement, "informationRequirement");
  }

  /** Whether a decision is the other or needs it, directly or through others. */
  private boolean needs(Element element, String id) {
    var seen = new HashSet<String>();
    var open = new ArrayDeque<Element>(List.of(element));
    while (!open.isEmpty()) {
      var now = open.pop();
      if (Xml.attribute(now, "id").equals(id)) {
        return true;
      }
      for (var requirement : Xml.children(now)) {
        if (isRequirement(requirement)) {
          for (var what : Xml.children(requirement)) {
            byHref(Xml.attribute(what, "href"))
                .filter(it -> seen.add(Xml.attribute(it, "id")))
                .ifPresent(open::push);
          }
        }
      }
    }
    return false;
  }

  private Optional<Element> byHref(String href) {
    return Xml.children(model.root()).stream()
        .filter(it -> ("#" + Xml.attribute(it, "id")).equals(href))
        .findFirst();
  }
}
