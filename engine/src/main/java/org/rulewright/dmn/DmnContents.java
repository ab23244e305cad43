package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/**
 * What a model holds, read once from its tree.
 *
 * @param root of the tree it was read from; of a large model, without the rules of its tables
 * @param heldTables gives the tables, which may have to be read again
 * @param byId the elements of that tree
 */
record DmnContents(
    Element root,
    TypeNames types,
    List<DmnDecision> decisions,
    List<DmnInput> inputs,
    Supplier<List<TableDefinition>> heldTables,
    List<DmnLiteral> literals,
    List<String> services,
    List<DmnImport> imports,
    DrawnKinds drawn,
    Map<String, Element> byId) {

  /** The children of a decision that are its logic. */
  static final Set<String> LOGIC =
      Set.of(
          "decisionTable",
          "literalExpression",
          "context",
          "invocation",
          "relation",
          "list",
          "functionDefinition",
          "conditional",
          "filter",
          "for",
          "some",
          "every");

  static DmnContents of(DmnTree tree) {
    var root = tree.root();
    var types = new TypeNames(root);
    var decisions = new ArrayList<DmnDecision>();
    var tables = new ArrayList<TableDefinition>();
    var literals = new ArrayList<DmnLiteral>();
    var elements = Xml.children(root, "decision");
    var plain = new HashMap<Element, DecisionKind>();
    for (var element : elements) {
      var table = TableReader.read(element, types);
      table.ifPresent(tables::add);
      literal(element).ifPresent(literals::add);
      plain.put(element, kind(element, table.isPresent()));
    }
    var drawn = DrawnKinds.of(elements, tables, literals);
    elements.forEach(it ->
        decisions.add(decision(it, drawn.kind(it, plain.getOrDefault(it, DecisionKind.OTHER)))));
    return new DmnContents(
        root,
        types,
        List.copyOf(decisions),
        inputs(root, types),
        held(tables),
        List.copyOf(literals),
        Xml.children(root, "decisionService").stream()
            .map(service -> Xml.attribute(service, "name"))
            .toList(),
        Xml.children(root, "import").stream().map(DmnImport::of).toList(),
        drawn,
        tree.byId());
  }

  private static Supplier<List<TableDefinition>> held(List<TableDefinition> tables) {
    var held = List.copyOf(tables);
    return () -> held;
  }

  /** The same, whose tables come from elsewhere. */
  DmnContents with(Supplier<List<TableDefinition>> otherTables) {
    return new DmnContents(
        root, types, decisions, inputs, otherTables, literals, services, imports, drawn, byId);
  }

  List<TableDefinition> tables() {
    return heldTables.get();
  }

  /** The element of a decision that is its logic; a decision may have none. */
  static Optional<Element> logic(Element decision) {
    return Xml.children(decision).stream()
        .filter(child -> LOGIC.contains(Xml.localName(child)))
        .findFirst();
  }

  Optional<Element> element(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<TableDefinition> table(String decisionId) {
    return tables().stream().filter(table -> table.id().equals(decisionId)).findFirst();
  }

  Optional<DmnLiteral> literal(String decisionId) {
    return literals.stream().filter(it -> it.decisionId().equals(decisionId)).findFirst();
  }

  Optional<DmnDecision> decisionById(String id) {
    return decisions.stream().filter(decision -> decision.id().equals(id)).findFirst();
  }

  Optional<DmnInput> inputById(String id) {
    return inputs.stream().filter(input -> input.id().equals(id)).findFirst();
  }

  private static List<DmnInput> inputs(Element root, TypeNames types) {
    return Xml.children(root, "inputData").stream()
        .map(input -> {
          var typeRef = variableType(input);
          return new DmnInput(
              Xml.attribute(input, "id"),
              Xml.attribute(input, "name"),
              typeRef,
              types.resolve(typeRef));
        })
        .toList();
  }

  private static DmnDecision decision(Element element, DecisionKind kind) {
    return new DmnDecision(
        Xml.attribute(element, "id"),
        Xml.attribute(element, "name"),
        kind,
        variableType(element),
        required(element, "informationRequirement", "requiredDecision"),
        required(element, "informationRequirement", "requiredInput"),
        required(element, "knowledgeRequirement", "requiredKnowledge"));
  }

  private static DecisionKind kind(Element decision, boolean readableTable) {
    var logic = logic(decision).map(Xml::localName).orElse("");
    return switch (logic) {
      case "decisionTable" -> readableTable ? DecisionKind.DECISION_TABLE : DecisionKind.OTHER;
      case "literalExpression" -> DecisionKind.LITERAL_EXPRESSION;
      default -> DecisionKind.OTHER;
    };
  }

  static String variableType(Element element) {
    return Xml.child(element, "variable").map(TypeNames::typeRef).orElse("");
  }

  /** The ids of the business knowledge that a business knowledge model calls itself. */
  static List<String> knowledge(Element model) {
    return required(model, "knowledgeRequirement", "requiredKnowledge");
  }

  private static List<String> required(Element decision, String requirement, String what) {
    return Xml.children(decision, requirement).stream()
        .flatMap(it -> Xml.children(it, what).stream())
        .map(it -> Xml.attribute(it, "href"))
        .map(href -> href.startsWith("#") ? href.substring(1) : href)
        .toList();
  }

  private static Optional<DmnLiteral> literal(Element decision) {
    return logic(decision)
        .filter(logic -> Xml.is(logic, "literalExpression"))
        .map(logic ->
            new DmnLiteral(
                Xml.attribute(logic, "id"),
                Xml.attribute(decision, "id"),
                Xml.text(logic),
                variableType(decision)));
  }
}
