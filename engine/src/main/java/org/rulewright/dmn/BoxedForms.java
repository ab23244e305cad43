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
  private final BoxedTypes types;
  private final BusinessKnowledge knowledge;
  private int depth;

  BoxedForms(DmnContents contents) {
    this.contents = contents;
    this.types = new BoxedTypes(contents.types());
    this.knowledge = new BusinessKnowledge(contents, types, this::form);
  }

  /**
   * Compiles the logic of a decision.
   *
   * @param names the inputs and decisions it sees, with their types
   */
  Optional<Expression> of(DmnDecision decision, Element logic, Map<String, Type> names) {
    try {
      var seen = new SeenNames(names, knowledge.functions(decision.requiredKnowledge()));
      // a type at the logic counts only where the decision has none
      return Optional.of(decision.typeRef().isEmpty() ? form(logic, seen) : untyped(logic, seen));
    } catch (BeyondOurs ours) {
      return Optional.empty();
    }
  }

  private Expression form(@Nullable Element form, SeenNames names) {
    var expression = untyped(form, names);
    return form == null || TypeNames.typeRef(form).isEmpty()
        ? expression
        : new Typed(expression, types.declared(form));
  }

  private Expression untyped(@Nullable Element form, SeenNames names) {
    if (form == null || ++depth > DEEPEST) {
      throw new BeyondOurs();
    }
    try {
      var kind = Xml.localName(form);
      if (SINCE_1_4.contains(kind) && !isNewEnough()) {
        throw new BeyondOurs();
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
        default -> throw new BeyondOurs();
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
  private Expression inside(Element form, String part, SeenNames names) {
    return form(
        Xml.child(form, part)
            .flatMap(it -> Xml.children(it).stream().filter(BoxedForms::isForm).findFirst())
            .orElse(null),
        names);
  }

  private Expression loop(Element form, BoxedLoop.Kind kind, String body, SeenNames names) {
    var variable = Xml.attribute(form, "iteratorVariable");
    if (variable.isEmpty() || Xml.descendants(form).stream().anyMatch(BoxedForms::saysPartial)) {
      throw new BeyondOurs();
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

  private Expression literal(Element form, SeenNames names) {
    var text = Xml.text(form);
    if (text.isEmpty()) {
      throw new BeyondOurs();
    }
    return Expression.compile(text, names.variables().keySet())
        .or(() -> {
          var syntax = FeelSyntax.expression(text, names.all());
          return syntax.problems().isEmpty()
              ? FeelTranslation.of(syntax.tree(), names.variables().keySet(), names.functions())
              : Optional.empty();
        })
        .orElseThrow(BeyondOurs::new);
  }

  private Expression context(Element form, SeenNames names) {
    var entries = new LinkedHashMap<String, Expression>();
    var seen = names;
    for (var entry : Xml.children(form, "contextEntry")) {
      var value = Xml.children(entry).stream().filter(BoxedForms::isForm).findFirst().orElse(null);
      var variable = Xml.child(entry, "variable");
      if (variable.isEmpty()) {
        return new ResultEntry(entries, new Typed(form(value, seen), null));
      }
      var name = Xml.attribute(variable.get(), "name");
      var type = types.declared(variable.get());
      if (entries.putIfAbsent(name, new Typed(form(value, seen), type)) != null) {
        throw new BeyondOurs();
      }
      seen = seen.with(name, KieTypes.of(TypeNames.typeRef(variable.get()), contents.types()));
    }
    return new ContextLiteral(entries);
  }

  private Expression relation(Element form, SeenNames names) {
    var columns =
        Xml.children(form, "column").stream().map(it -> Xml.attribute(it, "name")).toList();
    var rows = new ArrayList<Expression>();
    for (var row : Xml.children(form, "row")) {
      var cells = Xml.children(row).stream().filter(BoxedForms::isForm).toList();
      if (cells.size() != columns.size() || new HashSet<>(columns).size() != columns.size()) {
        throw new BeyondOurs();
      }
      var entries = new LinkedHashMap<String, Expression>();
      for (int i = 0; i < cells.size(); i++) {
        // a cell does not see the cells before it; where one could, the context would show it
        if (names.variables().containsKey(columns.get(i))) {
          throw new BeyondOurs();
        }
        entries.put(columns.get(i), form(cells.get(i), names));
      }
      rows.add(new ContextLiteral(entries));
    }
    return new ListLiteral(rows);
  }

  private Expression invocation(Element form, SeenNames names) {
    var called = Xml.child(form, "literalExpression").map(Xml::text).orElse("");
    var function = names.functions().get(called);
    if (function == null || names.variables().containsKey(called)) {
      throw new BeyondOurs();
    }
    var given = new HashMap<String, Expression>();
    for (var binding : Xml.children(form, "binding")) {
      var parameter = Xml.child(binding, "parameter").orElseThrow(BeyondOurs::new);
      var value =
          Xml.children(binding).stream().filter(BoxedForms::isForm).findFirst().orElse(null);
      given.put(
          Xml.attribute(parameter, "name"),
          new Typed(form(value, names), types.declared(parameter)));
    }
    var arguments = new ArrayList<Expression>();
    for (var parameter : function.parameters()) {
      var argument = given.remove(parameter.name());
      if (argument == null) {
        throw new BeyondOurs();
      }
      arguments.add(argument);
    }
    if (!given.isEmpty()) {
      throw new BeyondOurs();
    }
    return function.call(arguments).orElseThrow(BeyondOurs::new);
  }

  private Expression table(Element form, SeenNames names) {
    if (!(form.getParentNode() instanceof Element owner) || calls(form, names.functions())) {
      throw new BeyondOurs();
    }
    var table =
        TableReader.read(owner, contents.types())
            .filter(it -> !it.rules().isEmpty())
            .orElseThrow(BeyondOurs::new);
    var outputs = OutputTypes.of(table, names.variables().keySet());
    boolean own =
        Xml.children(form, "output").stream()
            .anyMatch(it -> contents.types().isOwn(TypeNames.typeRef(it)));
    if (outputs == OutputTypes.UNCERTAIN || own) {
      throw new BeyondOurs();
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
    return new BoxedTable(new Step.OfTable(decision, compiled, table, outputs));
  }

  private static boolean calls(Element table, Map<String, ModelFunction> functions) {
    return Xml.descendants(table).stream()
        .filter(it -> Xml.is(it, "text"))
        .anyMatch(it -> functions.keySet().stream().anyMatch(it.getTextContent()::contains));
  }
}
