package org.rulewright.dmn;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import org.rulewright.decision.FactType;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.Xml;
import org.rulewright.xml.XmlWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Puts decisions into a copy of a model, with what they require and a place in its diagram. */
final class ModelEditor {

  /** The children of a decision before its logic, in the order of the standard's schema. */
  private static final List<String> ORDER =
      List.of(
          "description",
          "extensionElements",
          "question",
          "allowedAnswers",
          "variable",
          "informationRequirement",
          "knowledgeRequirement",
          "authorityRequirement");

  /** The children of a model after its decisions. */
  private static final Set<String> AFTER_DECISIONS =
      Set.of(
          "DMNDI",
          "group",
          "textAnnotation",
          "association",
          "elementCollection",
          "businessContextElement",
          "performanceIndicator",
          "organizationUnit");

  private final Document document;
  private final Element root;

  private ModelEditor(Document document) {
    this.document = document;
    this.root = document.getDocumentElement();
  }

  /** Begins a model that holds nothing yet. */
  static ModelEditor create(String id, String name) {
    var document = SecureXml.empty();
    var root = document.createElementNS(DmnVersion.V1_3.namespace(), "definitions");
    document.appendChild(root);
    root.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns", DmnVersion.V1_3.namespace());
    root.setAttributeNS(
        XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:rulewright", Extensions.NAMESPACE);
    root.setAttribute("id", id);
    root.setAttribute("name", name);
    root.setAttribute("namespace", "https://rulewright.org/models/" + id);
    return new ModelEditor(document);
  }

  static ModelEditor of(DmnDocument model) {
    try {
      // read again, because the tree of a document is not to be changed
      var editor = new ModelEditor(SecureXml.read(model.bytes()));
      MissingIds.fill(editor.root);
      return editor;
    } catch (UnreadableModelException e) {
      throw new IllegalStateException("a model that was read cannot be read again", e);
    }
  }

  DmnDocument done() {
    new ModelDiagram(root).complete();
    var bytes = XmlWriter.write(document).getBytes(StandardCharsets.UTF_8);
    try {
      return DmnDocument.read(bytes);
    } catch (UnreadableModelException e) {
      throw new IllegalStateException("a model that was written cannot be read", e);
    }
  }

  /** Takes an element away, with its place in the diagram. */
  void removeElement(Element element) {
    var id = Xml.attribute(element, "id");
    for (var drawn : Xml.descendants(root)) {
      if (!id.isEmpty() && Xml.attribute(drawn, "dmnElementRef").equals(id)) {
        drawn.getParentNode().removeChild(drawn);
      }
    }
    element.getParentNode().removeChild(element);
  }

  /** Takes a decision away, with the requirements on it and its place in the diagram. */
  void remove(String id) {
    for (var element : Xml.descendants(root)) {
      boolean gone =
          Xml.attribute(element, "dmnElementRef").equals(id)
              || Xml.is(element, "decision") && Xml.attribute(element, "id").equals(id);
      boolean requires =
          ModelRequirements.isRequirement(element)
              && Xml.children(element).stream()
                  .anyMatch(it -> Xml.attribute(it, "href").equals("#" + id));
      var parent = element.getParentNode();
      if (requires) {
        remove(Xml.attribute(element, "id"));
      }
      if (parent != null && (gone || requires)) {
        parent.removeChild(element);
      }
    }
  }

  Element root() {
    return root;
  }

  /** What its decisions require. */
  ModelRequirements requirements() {
    return new ModelRequirements(this);
  }

  /** Finds a decision of the model by its name. */
  Optional<Element> existing(String decision) {
    return Xml.children(root, "decision").stream()
        .filter(it -> Xml.attribute(it, "name").equals(decision))
        .findFirst();
  }

  /** Makes an element of the edition the model is written in. */
  Element element(String name) {
    var prefix = root.getPrefix();
    var qualified = prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    return document.createElementNS(root.getNamespaceURI(), qualified);
  }

  Element add(Element parent, String name) {
    var child = element(name);
    parent.appendChild(child);
    return child;
  }

  void addText(Element parent, String text) {
    add(parent, "text").setTextContent(text);
  }

  /**
   * Finds a decision by its id, or adds one; its old logic and our extension of this name go.
   *
   * @param typeRef of its result, empty where none is declared
   */
  Element decision(String id, String name, String typeRef, String extension) {
    var found =
        Xml.children(root, "decision").stream()
            .filter(it -> Xml.attribute(it, "id").equals(id))
            .findFirst();
    var decision = found.orElseGet(() -> addToModel("decision", id));
    decision.setAttribute("name", name);
    DmnContents.logic(decision).ifPresent(decision::removeChild);
    Extensions.find(decision, extension).ifPresent(it -> it.getParentNode().removeChild(it));
    variable(decision, name, typeRef);
    return decision;
  }

  private void variable(Element owner, String name, String typeRef) {
    var variable =
        Xml.child(owner, "variable")
            .orElseGet(() -> {
              var added = element("variable");
              added.setAttribute("id", Xml.attribute(owner, "id") + "_variable");
              insert(owner, added, "variable");
              return added;
            });
    variable.setAttribute("name", name);
    variable.removeAttribute("typeRef");
    Extensions.set(variable, "typeRef", typeRef);
  }

  /** Our extension of a decision, new and empty. */
  Element extension(Element decision, String name) {
    var extensions =
        Xml.child(decision, "extensionElements")
            .orElseGet(() -> {
              var added = element("extensionElements");
              insert(decision, added, "extensionElements");
              return added;
            });
    return Extensions.add(extensions, name);
  }

  /** Sets the logic of a decision that has none. */
  void logic(Element decision, Element logic) {
    insert(decision, logic, "");
  }

  /** Inserts where the schema of the standard has it: before what comes later. */
  static void insert(Element owner, Element child, String name) {
    int own = name.isEmpty() ? ORDER.size() : ORDER.indexOf(name);
    Node before = null;
    for (var sibling : Xml.children(owner)) {
      int position =
          ORDER.contains(Xml.localName(sibling))
              ? ORDER.indexOf(Xml.localName(sibling))
              : ORDER.size() + 1;
      if (position > own) {
        before = sibling;
        break;
      }
    }
    owner.insertBefore(child, before);
  }

  /** Adds an input of the model. */
  Element input(String name, FactType type) {
    var id = freeId("input_" + name.replaceAll("[^\\p{L}\\p{N}_]", "_"));
    var input = addToModel("inputData", id);
    input.setAttribute("name", name);
    variable(input, name, TableXml.typeRef(type));
    return input;
  }

  /**
   * Adds a decision service.
   *
   * @param output the decision it gives
   * @param inside a decision it makes on the way; its inputs are the service's
   */
  void service(Element output, Element inside, String name) {
    var service = addToModel("decisionService", freeId(Xml.attribute(inside, "id") + "_service"));
    service.setAttribute("name", name);
    variable(service, name, "");
    add(service, "outputDecision").setAttribute("href", "#" + Xml.attribute(output, "id"));
    add(service, "encapsulatedDecision").setAttribute("href", "#" + Xml.attribute(inside, "id"));
    for (var requirement : Xml.children(inside, "informationRequirement")) {
      for (var input : Xml.children(requirement, "requiredInput")) {
        add(service, "inputData").setAttribute("href", Xml.attribute(input, "href"));
      }
    }
  }

  String freeId(String wanted) {
    var taken = new HashSet<String>();
    Xml.descendants(root).forEach(it -> taken.add(Xml.attribute(it, "id")));
    var id = wanted;
    for (int i = 2; taken.contains(id); i++) {
      id = wanted + "_" + i;
    }
    return id;
  }

  private Element addToModel(String kind, String id) {
    var added = element(kind);
    added.setAttribute("id", id);
    Node before =
        Xml.children(root).stream()
            .filter(it -> AFTER_DECISIONS.contains(Xml.localName(it)))
            .findFirst()
            .orElse(null);
    root.insertBefore(added, before);
    return added;
  }
}
