package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decisiontable.CompiledTable;
import org.rulewright.expression.BoxedChoice;
import org.rulewright.expression.BoxedLoop;
import org.rulewright.expression.ContextLiteral;
import org.rulewright.expression.Expression;
import org.rulewright.expression.InstanceOf;
import org.rulewright.expression.ListLiteral;
import org.rulewright.expression.ResultEntry;
import org.rulewright.expression.Typed;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/**
 * Compiles boxed expressions and the business knowledge they call (DMN 1.5, 10.2).
 *
 * <p>Types of the model's own, functions of other languages and functions as values end the
 * compilation: what has them is the reference engine's as a whole.
 */
final class BoxedForms {

  private static final int DEEPEST = 50;

  /** The forms that came with DMN 1.4; in an older model they mean nothing. */
  private static final Set<String> SINCE_1_4 =
      Set.of("conditional", "filter", "for", "some", "every");

  private final DmnContents contents;
  private final Map<String, Optional<ModelFunction>> knowledge = new HashMap<>();
  private final Set<String> onTheWay = new HashSet<>();
  private int depth;

  BoxedForms(DmnContents contents) {
    this.contents = contents;
  }

  /** Ends a compilation. */
  private static final class Beyond extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Beyond() {
      super("beyond our compiler", null, false, false);
    }
  }

  /** What a text sees: variables with their types, and functions. */
  private record Names(Map<String, Type> variables, Map<String, ModelFunction> functions) {

    Names with(String name, Type type) {
      var more = new LinkedHashMap<>(variables);
      more.put(name, type);
      return new Names(more, functions);
    }

    /** With functions among the names, as the parser wants them. */
    Map<String, Type> all() {
      var all = new LinkedHashMap<>(variables);
      functions.keySet().forEach(it -> all.putIfAbsent(it, BuiltInType.FUNCTION));
      return all;
    }
  }

  /**
   * Compiles the logic of a decision.
   *
   * @param names the inputs and decisions it sees, with their types
   */
  Optional<Expression> of(DmnDecision decision, Element logic, Map<String, Type> names) {
    try {
      var seen = new Names(names, functions(decision.requiredKnowledge()));
      // a type at the logic counts only where the decision has none
      return Optional.of(decision.typeRef().isEmpty() ? form(logic, seen) : untyped(logic, seen));
    } catch (Beyond ours) {
      return Optional.empty();
    }
  }

  private Expression form(@Nullable Element form, Names names) {
    var expression = untyped(form, names);
    return form == null || TypeNames.typeRef(form).isEmpty()
        ? expression
        : new Typed(expression, type(form));
  }

  private Expression untyped(@Nullable Element form, Names names) {
    if (form == null || ++depth > DEEPEST) {
      throw new Beyond();
    }
    try {
      var kind = Xml.localName(form);
      if (SINCE_1_4.contains(kind) && !isNewEnough()) {
        throw new Beyond();
      }
      return switch (kind) {
        case "literalExpression" -> literal(form, names);
        case "context" -> context(form, names);
        case "list" ->
            new ListLiteral(
                Xml.children(form).stream()
                    .filter(BoxedForms::isForm)
                    .map(it -> form(it, names))
                    .toList());
        case "relation" -> relation(form, names);
        case "conditional" ->
            new BoxedChoice(
                inside(form, "if", names),
                inside(form, "then", names),
                inside(form, "else", names));
        case "filter" ->
            new BoxedLoop(
                BoxedLoop.Kind.FILTER,
                "item",
                inside(form, "in", names),
                inside(form, "match", names.with("item", BuiltInType.UNKNOWN)));
        case "for" -> loop(form, BoxedLoop.Kind.FOR, "return", names);
        case "some" -> loop(form, BoxedLoop.Kind.SOME, "satisfies", names);
        case "every" -> loop(form, BoxedLoop.Kind.EVERY, "satisfies", names);
        case "invocation" -> invocation(form, names);
        case "decisionTable" -> table(form, names);
        default -> throw new Beyond();
      };
    } finally {
      depth--;
    }
  }

  private boolean isNewEnough() {
    return DmnVersion.ofNamespace(Xml.namespace(contents.root()))
        .filter(it -> it.compareTo(DmnVersion.V1_4) >= 0)
        .isPresent();
  }

  private static boolean isForm(Element element) {
    return DmnContents.LOGIC.contains(Xml.localName(element));
  }

  /** The form in the child of a form, such as the condition of a conditional. */
  private Expression inside(Element form, String part, Names names) {
    return form(
        Xml.child(form, part)
            .flatMap(it -> Xml.children(it).stream().filter(BoxedForms::isForm).findFirst())
            .orElse(null),
        names);
  }

  private Expression loop(Element form, BoxedLoop.Kind kind, String body, Names names) {
    var variable = Xml.attribute(form, "iteratorVariable");
    if (variable.isEmpty() || Xml.descendants(form).stream().anyMatch(BoxedForms::saysPartial)) {
      throw new Beyond();
    }
    return new BoxedLoop(
        kind,
        variable,
        inside(form, "in", names),
        inside(form, body, names.with(variable, BuiltInType.UNKNOWN)));
  }

  private static boolean saysPartial(Element element) {
    return Xml.is(element, "text") && element.getTextContent().contains("partial");
  }

  private Expression literal(Element form, Names names) {
    var text = Xml.text(form);
    if (text.isEmpty()) {
      throw new Beyond();
    }
    return Expression.compile(text, names.variables().keySet())
        .or(() -> {
          var syntax = FeelSyntax.expression(text, names.all());
          return syntax.problems().isEmpty()
              ? FeelTranslation.of(syntax.tree(), names.variables().keySet(), names.functions())
              : Optional.empty();
        })
        .orElseThrow(Beyond::new);
  }

  private Expression context(Element form, Names names) {
    var entries = new LinkedHashMap<String, Expression>();
    var seen = names;
    for (var entry : Xml.children(form, "contextEntry")) {
      var value = Xml.children(entry).stream().filter(BoxedForms::isForm).findFirst().orElse(null);
      var variable = Xml.child(entry, "variable");
      if (variable.isEmpty()) {
        return new ResultEntry(entries, new Typed(form(value, seen), null));
      }
      var name = Xml.attribute(variable.get(), "name");
      var type = type(variable.get());
      if (entries.putIfAbsent(name, new Typed(form(value, seen), type)) != null) {
        throw new Beyond();
      }
      seen = seen.with(name, KieTypes.of(TypeNames.typeRef(variable.get()), contents.types()));
    }
    return new ContextLiteral(entries);
  }

  private Expression relation(Element form, Names names) {
    var columns =
        Xml.children(form, "column").stream().map(it -> Xml.attribute(it, "name")).toList();
    var rows = new ArrayList<Expression>();
    for (var row : Xml.children(form, "row")) {
      var cells = Xml.children(row).stream().filter(BoxedForms::isForm).toList();
      if (cells.size() != columns.size() || new HashSet<>(columns).size() != columns.size()) {
        throw new Beyond();
      }
      var entries = new LinkedHashMap<String, Expression>();
      for (int i = 0; i < cells.size(); i++) {
        // a cell does not see the cells before it; where one could, the context would show it
        if (names.variables().containsKey(columns.get(i))) {
          throw new Beyond();
        }
        entries.put(columns.get(i), form(cells.get(i), names));
      }
      rows.add(new ContextLiteral(entries));
    }
    return new ListLiteral(rows);
  }

  private Expression invocation(Element form, Names names) {
    var called = Xml.child(form, "literalExpression").map(Xml::text).orElse("");
    var function = names.functions().get(called);
    if (function == null || names.variables().containsKey(called)) {
      throw new Beyond();
    }
    var given = new HashMap<String, Expression>();
    for (var binding : Xml.children(form, "binding")) {
      var parameter = Xml.child(binding, "parameter").orElseThrow(Beyond::new);
      var value =
          Xml.children(binding).stream().filter(BoxedForms::isForm).findFirst().orElse(null);
      given.put(Xml.attribute(parameter, "name"), new Typed(form(value, names), type(parameter)));
    }
    var arguments = new ArrayList<Expression>();
    for (var parameter : function.parameters()) {
      var argument = given.remove(parameter.name());
      if (argument == null) {
        throw new Beyond();
      }
      arguments.add(argument);
    }
    if (!given.isEmpty()) {
      throw new Beyond();
    }
    return function.call(arguments).orElseThrow(Beyond::new);
  }

  private Expression table(Element form, Names names) {
    if (!(form.getParentNode() instanceof Element owner) || calls(form, names.functions())) {
      throw new Beyond();
    }
    var table =
        TableReader.read(owner, contents.types())
            .filter(it -> !it.rules().isEmpty())
            .orElseThrow(Beyond::new);
    var types = OutputTypes.of(table, names.variables().keySet());
    boolean own =
        Xml.children(form, "output").stream()
            .anyMatch(it -> contents.types().isOwn(TypeNames.typeRef(it)));
    if (types == OutputTypes.UNCERTAIN || own) {
      throw new Beyond();
    }
    var compiled =
        CompiledTable.compile(
            DecisionKind.DECISION_TABLE,
            table,
            names.variables().keySet(),
            new KieReference(names.variables()));
    var decision =
        new DmnDecision(
            table.id(),
            table.name(),
            DecisionKind.DECISION_TABLE,
            "",
            List.of(),
            List.of(),
            List.of());
    return new BoxedTable(new Step.OfTable(decision, compiled, table, types));
  }

  private static boolean calls(Element table, Map<String, ModelFunction> functions) {
    return Xml.descendants(table).stream()
        .filter(it -> Xml.is(it, "text"))
        .anyMatch(it -> functions.keySet().stream().anyMatch(it.getTextContent()::contains));
  }

  private Map<String, ModelFunction> functions(List<String> required) {
    var functions = new LinkedHashMap<String, ModelFunction>();
    for (var id : required) {
      var element =
          contents
              .element(id)
              .filter(it -> Xml.is(it, "businessKnowledgeModel"))
              .orElseThrow(Beyond::new);
      var function = knowledge.get(id);
      if (function == null) {
        function = function(id, element);
        knowledge.put(id, function);
      }
      functions.put(Xml.attribute(element, "name"), function.orElseThrow(Beyond::new));
    }
    return functions;
  }

  private Optional<ModelFunction> function(String id, Element model) {
    if (!onTheWay.add(id)) {
      return Optional.empty(); // one that calls itself
    }
    try {
      var logic = Xml.child(model, "encapsulatedLogic").orElseThrow(Beyond::new);
      var kind = Xml.attribute(logic, "kind");
      boolean feel = kind.isEmpty() || kind.equals("FEEL");
      boolean renamed =
          Xml.child(model, "variable")
              .filter(it -> !Xml.attribute(it, "name").equals(Xml.attribute(model, "name")))
              .isPresent();
      if (!feel || renamed || !Languages.areAllFeel(logic, contents.root())) {
        throw new Beyond();
      }
      var parameters = new ArrayList<ModelFunction.Parameter>();
      var names = new Names(new LinkedHashMap<>(), functions(DmnContents.knowledge(model)));
      for (var parameter : Xml.children(logic, "formalParameter")) {
        var name = Xml.attribute(parameter, "name");
        parameters.add(new ModelFunction.Parameter(name, type(parameter)));
        names = names.with(name, KieTypes.of(TypeNames.typeRef(parameter), contents.types()));
      }
      var body = DmnContents.logic(logic).orElse(null);
      var result = Xml.child(model, "variable").map(this::type).orElse(null);
      return Optional.of(new ModelFunction(parameters, form(body, names), result));
    } catch (Beyond ours) {
      return Optional.empty();
    } finally {
      onTheWay.remove(id);
    }
  }

  /** The built-in type an element declares, null for none. */
  private InstanceOf.@Nullable Type type(Element element) {
    var typeRef = TypeNames.typeRef(element);
    if (typeRef.isEmpty()) {
      return null;
    }
    if (contents.types().isOwn(typeRef)) {
      throw new Beyond();
    }
    return switch (contents.types().resolve(typeRef)) {
      case NUMBER -> InstanceOf.Type.NUMBER;
      case TEXT -> InstanceOf.Type.STRING;
      case BOOLEAN -> InstanceOf.Type.BOOLEAN;
      case DATE -> InstanceOf.Type.DATE;
      case TIME -> InstanceOf.Type.TIME;
      case DATE_TIME -> InstanceOf.Type.DATE_AND_TIME;
      case ANY -> typeRef.endsWith("Any") ? null : beyond();
      case DURATION, LIST, CONTEXT -> beyond();
    };
  }

  private static InstanceOf.@Nullable Type beyond() {
    throw new Beyond();
  }
}
