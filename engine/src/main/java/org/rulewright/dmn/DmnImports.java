package org.rulewright.dmn;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Edits which other models a model uses, in a copy of it. */
public final class DmnImports {

  private static final String STRATEGY = "strategy";
  private static final String VERSION = "version";

  private static final String NO_NAME_PART = "[^\\p{L}\\p{N}_]";

  /** What may stand before the imports of a model. */
  private static final Set<String> BEFORE_IMPORTS =
      Set.of("description", "extensionElements", "import");

  private DmnImports() {}

  /**
   * Says which version of which strategy an import means.
   *
   * @param namespace of the import
   */
  public static DmnDocument chosen(
      DmnDocument model, String namespace, String strategy, String version) {
    var editor = ModelEditor.of(model);
    find(editor, namespace).ifPresent(it -> choose(editor, it, strategy, version));
    return editor.done();
  }

  /**
   * Lets a decision use decisions of another model; the model is imported where it is not yet.
   *
   * @param other the other model
   * @param strategy whose version the other model is
   * @param decisions names of decisions of the other model
   * @param user name of the decision that is to use them, or null for a new decision for each,
   *     which hands on what the imported one gives
   */
  public static DmnDocument use(
      DmnDocument model,
      DmnDocument other,
      String strategy,
      String version,
      List<String> decisions,
      @Nullable String user) {
    var editor = ModelEditor.of(model);
    var found = find(editor, other.namespace());
    var imported = found.orElseGet(() -> add(editor, other, alias(model, strategy)));
    choose(editor, imported, strategy, version);
    var name = Xml.attribute(imported, "name");
    for (var wanted : decisions) {
      var decision = other.decision(wanted).orElseThrow();
      var using =
          user == null
              ? handingOn(editor, model, name, decision)
              : editor.existing(user).orElseThrow();
      editor.requirements().requireImported(using, Scope.id(other, decision.id()));
    }
    return editor.done();
  }

  /** Takes an import away, with what requires anything of it; texts that name it stay. */
  public static DmnDocument without(DmnDocument model, String namespace) {
    var editor = ModelEditor.of(model);
    for (var requirement : Xml.descendants(editor.root())) {
      boolean requires =
          ModelRequirements.isRequirement(requirement)
              && Xml.children(requirement).stream()
                  .anyMatch(it -> Xml.attribute(it, "href").startsWith(namespace + "#"));
      if (requires) {
        editor.removeElement(requirement);
      }
    }
    find(editor, namespace).ifPresent(editor::removeElement);
    return editor.done();
  }

  /**
   * Returns the names of the facts that imported decisions take.
   *
   * @param documents a model, and after it those it imports, directly or through others
   */
  public static Set<String> facts(List<DmnDocument> documents) {
    return ImportCheck.facts(documents);
  }

  private static Optional<Element> find(ModelEditor editor, String namespace) {
    return Xml.children(editor.root(), "import").stream()
        .filter(it -> Xml.attribute(it, "namespace").equals(namespace))
        .findFirst();
  }

  private static Element add(ModelEditor editor, DmnDocument other, String name) {
    var added = editor.element("import");
    added.setAttribute("name", name);
    added.setAttribute("namespace", other.namespace());
    added.setAttribute("importType", other.root().getNamespaceURI());
    var before =
        Xml.children(editor.root()).stream()
            .filter(it -> !BEFORE_IMPORTS.contains(Xml.localName(it)))
            .findFirst()
            .orElse(null);
    editor.root().insertBefore(added, before);
    return added;
  }

  private static void choose(
      ModelEditor editor, Element imported, String strategy, String version) {
    var root = editor.root();
    if (!Extensions.isDeclared(root)) {
      root.setAttributeNS(
          XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:rulewright", Extensions.NAMESPACE);
    }
    imported.setAttributeNS(Extensions.NAMESPACE, "rulewright:" + STRATEGY, strategy);
    imported.setAttributeNS(Extensions.NAMESPACE, "rulewright:" + VERSION, version);
  }

  /** A name for the import that FEEL reads as one, and nothing of the model has. */
  private static String alias(DmnDocument model, String strategy) {
    var taken = names(model);
    var plain = strategy.replaceAll(NO_NAME_PART, "_");
    return free(Character.isLetter(plain.charAt(0)) ? plain : "s_" + plain, taken);
  }

  private static Element handingOn(
      ModelEditor editor, DmnDocument model, String imported, DmnDecision decision) {
    var taken = names(model);
    var name =
        taken.contains(decision.name())
            ? free(imported + " " + decision.name(), taken)
            : decision.name();
    var id = editor.freeId("decision_" + name.replaceAll(NO_NAME_PART, "_"));
    var type = decision.typeRef();
    var made =
        editor.decision(id, name, TypeNames.isBuiltIn(type) ? type : "", Extensions.NAMESPACE);
    var literal = editor.element("literalExpression");
    literal.setAttribute("id", editor.freeId(id + "_expression"));
    editor.addText(literal, imported + "." + decision.name());
    editor.logic(made, literal);
    return made;
  }

  private static Set<String> names(DmnDocument model) {
    var names = new HashSet<String>();
    model.inputs().forEach(it -> names.add(it.name()));
    model.decisions().forEach(it -> names.add(it.name()));
    model.imports().forEach(it -> names.add(it.name()));
    return names;
  }

  private static String free(String wanted, Set<String> taken) {
    var name = wanted;
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }
}
