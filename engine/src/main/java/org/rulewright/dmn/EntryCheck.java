package org.rulewright.dmn;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;
import org.rulewright.decisiontable.OutputClause;
import org.rulewright.xml.Xml;

/** Checks that the entry of a strategy is there and gives a verdict. */
final class EntryCheck {

  private static final String VERDICT = "verdict";

  private EntryCheck() {}

  static void check(DmnDocument document, @Nullable String entry, List<Diagnostic> found) {
    if (entry == null) {
      return;
    }
    var decision = document.decision(entry);
    if (decision.isEmpty()) {
      found.add(Diagnostic.error("dmn.no-entry", Place.NOWHERE, entry));
      return;
    }
    var outputs = outputs(document, decision.get());
    if (outputs.isPresent() && !outputs.get().contains(VERDICT)) {
      found.add(
          Diagnostic.error(
              "dmn.no-verdict",
              Place.of(decision.get().id()),
              entry,
              String.join(", ", outputs.get().stream().sorted().toList())));
    }
  }

  /** The names of what a decision gives, where that can be said without evaluating it. */
  private static Optional<Set<String>> outputs(DmnDocument document, DmnDecision decision) {
    var types = document.contents().types();
    var components =
        types
            .definition(decision.typeRef())
            .map(it -> Xml.children(it, "itemComponent"))
            .filter(it -> !it.isEmpty());
    if (components.isPresent()) {
      return components.map(
          it -> it.stream().map(part -> Xml.attribute(part, "name")).collect(Collectors.toSet()));
    }
    var table = document.contents().table(decision.id());
    if (table.isPresent()) {
      var columns = table.get().outputs();
      return columns.size() == 1 && columns.getFirst().type() == FactType.CONTEXT
          ? Optional.empty()
          : Optional.of(columns.size() == 1 ? Set.of(decision.name()) : names(columns));
    }
    return document.contents().literal(decision.id()).flatMap(it -> ofLiteral(it, decision, types));
  }

  private static Set<String> names(List<OutputClause> columns) {
    return columns.stream()
        .map(OutputClause::name)
        .filter(name -> name != null && !name.isBlank())
        .collect(Collectors.toSet());
  }

  private static Optional<Set<String>> ofLiteral(
      DmnLiteral literal, DmnDecision decision, TypeNames types) {
    var tree = FeelSyntax.expression(literal.text(), new HashMap<>()).tree();
    if (tree instanceof ContextNode context) {
      return Optional.of(
          context.getEntries().stream()
              .map(it -> it.getName().getText())
              .map(it -> it.startsWith("\"") ? it.substring(1, it.length() - 1) : it)
              .collect(Collectors.toSet()));
    }
    return switch (types.resolve(decision.typeRef())) {
      case TEXT, NUMBER, BOOLEAN -> Optional.of(Set.of(decision.name()));
      default -> Optional.empty();
    };
  }
}
