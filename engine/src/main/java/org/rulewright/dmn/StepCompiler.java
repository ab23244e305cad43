package org.rulewright.dmn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.Type;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Formula;
import org.rulewright.decisiontable.CompiledTable;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Compiles single decisions of a model, each by what its logic is. */
final class StepCompiler {

  private final Scope main;
  private final BoxedForms forms;
  private final @Nullable Supplier<KieModel> kie;

  /**
   * The compiler of a model.
   *
   * @param main the model, whose imports are compiled already
   * @param kie makes single decisions; null where they are made only with the whole
   */
  StepCompiler(Scope main, @Nullable Supplier<KieModel> kie) {
    this.main = main;
    this.forms = new BoxedForms(main.document().contents());
    this.kie = kie;
  }

  /** Compiles a decision; empty where no engine can make it alone. */
  Optional<Step> compile(DmnDecision decision) {
    return (isOurs(decision) ? step(decision) : boxed(decision)).or(() -> delegated(decision));
  }

  private DmnDocument document() {
    return main.document();
  }

  private Map<String, Type> names(DmnDecision decision) {
    return new ScopedDecision(main, decision).names();
  }

  private KieReference reference(Map<String, Type> names) {
    return new KieReference(names, main.graph().imported().names());
  }

  private boolean isOurs(DmnDecision decision) {
    var element = document().contents().element(decision.id());
    return decision.requiredKnowledge().isEmpty()
        && element.isPresent()
        && isNamedAsItsVariable(element.get())
        && seesOnlyResults(decision, element.get())
        && DmnContents.logic(element.get())
            .filter(logic -> Languages.areAllFeel(logic, document().contents().root()))
            .isPresent()
        && switch (decision.kind()) {
          case DECISION_TABLE, DECISION_TREE, RULE_SET ->
              document()
                  .contents()
                  .table(decision.id())
                  .filter(it -> !it.rules().isEmpty())
                  .isPresent();
          case LITERAL_EXPRESSION, SCORECARD ->
              document()
                  .contents()
                  .literal(decision.id())
                  .filter(it -> !it.text().isEmpty())
                  .isPresent();
          default -> false;
        };
  }

  /**
   * Whether its texts take nothing from an imported model but the results they require: what else
   * the context of an import holds, and its types, are the reference engine's.
   */
  private boolean seesOnlyResults(DmnDecision decision, Element element) {
    if (document().imports().isEmpty()) {
      return true;
    }
    var uses = new QualifiedNames(names(decision).keySet(), main.graph().imported().names());
    return Xml.descendants(element).stream()
        .noneMatch(it ->
            Xml.is(it, "text") && uses.sayMore(it.getTextContent())
                || document().contents().types().isImported(TypeNames.typeRef(it)));
  }

  private static boolean isNamedAsItsVariable(Element decision) {
    return Xml.child(decision, "variable")
        .filter(it -> !Xml.attribute(it, "name").equals(Xml.attribute(decision, "name")))
        .isEmpty();
  }

  /** A boxed expression, or an expression that calls business knowledge. */
  private Optional<Step> boxed(DmnDecision decision) {
    var logic = logic(decision).filter(it -> Languages.areAllFeel(it, document().root()));
    if (logic.isEmpty()
        || !document().imports().isEmpty()
        || decision.kind() != DecisionKind.OTHER
            && decision.kind() != DecisionKind.LITERAL_EXPRESSION) {
      return Optional.empty();
    }
    return forms
        .of(decision, logic.get(), names(decision))
        .map(it -> new OfBoxed(decision, it, delegated(decision).orElse(null)));
  }

  /** A decision the reference engine makes alone, where it can. */
  private Optional<OfReference> delegated(DmnDecision decision) {
    var engine = kie;
    return engine == null
        ? Optional.empty()
        : logic(decision).map(_ -> new OfReference(decision, size(document(), decision), engine));
  }

  /** The logic of a decision that has the name of its variable. */
  private Optional<Element> logic(DmnDecision decision) {
    return document()
        .contents()
        .element(decision.id())
        .filter(StepCompiler::isNamedAsItsVariable)
        .flatMap(DmnContents::logic);
  }

  private Optional<Step> step(DmnDecision decision) {
    var names = names(decision);
    var reference = reference(names);
    if (decision.kind() == DecisionKind.SCORECARD) {
      var card = scorecard(decision);
      if (card.isPresent()) {
        return card;
      }
    } else if (decision.kind() != DecisionKind.LITERAL_EXPRESSION) {
      var table = document().contents().table(decision.id()).orElseThrow();
      var types = OutputTypes.of(table, names.keySet());
      if (types == OutputTypes.UNCERTAIN || isOfOwnType(decision)) {
        return Optional.empty();
      }
      // a tree has a step of its own, whose table is only its stand-in
      var kind =
          decision.kind() == DecisionKind.RULE_SET
              ? DecisionKind.RULE_SET
              : DecisionKind.DECISION_TABLE;
      var compiled = CompiledTable.compile(kind, table, names.keySet(), reference);
      var step = new Step.OfTable(decision, compiled, table.withoutRules(), types);
      return Optional.of(
          document()
              .tree(decision.id())
              .<Step>map(tree -> OfTree.of(step, tree, names, reference))
              .orElse(step));
    }
    var literal = document().contents().literal(decision.id()).orElseThrow();
    return Optional.of(
        new Step.OfLiteral(decision, Formula.compile(literal.text(), names.keySet(), reference)));
  }

  /** The scorecard behind a decision, as one step where it can be one. */
  private Optional<Step> scorecard(DmnDecision decision) {
    var card = document().contents().drawn().scorecardOf(decision.id()).orElseThrow();
    var tables =
        card.characteristics().stream()
            .flatMap(it -> document().contents().decisionById(it.id()).stream())
            .toList();
    var names = new LinkedHashMap<String, Type>();
    tables.forEach(it -> names.putAll(names(it)));
    return OfScorecard.of(decision, card, names, tables, reference(names));
  }

  /** Whether a column of the table holds contexts or lists of the model's own types. */
  private boolean isOfOwnType(DmnDecision decision) {
    var types = document().contents().types();
    var columns =
        document().contents().element(decision.id()).flatMap(DmnContents::logic).stream()
            .flatMap(it -> Xml.children(it, "output").stream())
            .map(TypeNames::typeRef)
            .toList();
    boolean inferred = columns.size() == 1 && columns.getFirst().isEmpty();
    return (inferred ? List.of(decision.typeRef()) : columns)
        .stream()
            .filter(it -> types.isOwn(it) || inferred)
            .map(types::resolve)
            .anyMatch(it -> it == FactType.LIST || it == FactType.CONTEXT);
  }

  /** How many cells a decision has; one where its logic is no table. */
  static int size(DmnDocument document, DmnDecision decision) {
    return document
        .contents()
        .table(decision.id())
        .map(table ->
            table.inputs().size()
                + table.rules().size() * (table.inputs().size() + table.outputs().size()))
        .orElse(1);
  }
}
