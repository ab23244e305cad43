package org.rulewright.dmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;

/** Checks what a model's decisions and inputs have to do with one another and with the strategy. */
final class GraphCheck {

  private final DmnDocument document;
  private final List<DmnDocument> documents;
  private final List<Diagnostic> found;

  GraphCheck(List<DmnDocument> documents, List<Diagnostic> found) {
    this.document = documents.getFirst();
    this.documents = documents;
    this.found = found;
  }

  void check(FactSchema facts, @Nullable String entry) {
    duplicateNames();
    danglingRequirements();
    inputsOfTheStrategy(facts);
    unused(entry);
  }

  private void duplicateNames() {
    var seen = new HashMap<String, String>();
    document.inputs().forEach(it -> named(it.name(), it.id(), seen));
    document.decisions().forEach(it -> named(it.name(), it.id(), seen));
  }

  private void named(String name, String id, Map<String, String> seen) {
    if (name.isBlank()) {
      add(Diagnostic.error("dmn.no-name", Place.of(id)));
    } else if (seen.putIfAbsent(name, id) != null) {
      add(Diagnostic.error("dmn.duplicate-name", Place.of(id), name));
    }
  }

  private void danglingRequirements() {
    for (var decision : document.decisions()) {
      decision.requiredInputs().forEach(id -> exists(decision, id));
      decision.requiredDecisions().forEach(id -> exists(decision, id));
      decision.requiredKnowledge().forEach(id -> exists(decision, id));
    }
  }

  private void exists(DmnDecision decision, String id) {
    // an id with a namespace before it is a thing of an imported model
    if (!id.contains("#") && document.element(id).isEmpty()) {
      add(
          Diagnostic.error(
              "dmn.dangling-requirement", Place.of(decision.id()), decision.name(), id));
    }
  }

  /** One problem for each decision that requires itself on some way. */
  static List<Diagnostic> cycles(DmnDocument document) {
    return document.decisions().stream()
        .filter(it -> reaches(document, it, it.id(), new HashSet<>()))
        .map(it -> Diagnostic.error("dmn.cycle", Place.of(it.id()), it.name()))
        .toList();
  }

  private static boolean reaches(
      DmnDocument document, DmnDecision from, String wanted, Set<String> seen) {
    for (var id : from.requiredDecisions()) {
      if (id.equals(wanted)) {
        return true;
      }
      var next = document.contents().decisionById(id);
      if (next.isPresent() && seen.add(id) && reaches(document, next.get(), wanted, seen)) {
        return true;
      }
    }
    return false;
  }

  private void inputsOfTheStrategy(FactSchema facts) {
    var fields = new HashMap<String, FactField>();
    facts.fields().forEach(field -> fields.put(field.name(), field));
    for (var input : document.inputs()) {
      var field = fields.remove(input.name());
      if (field == null) {
        add(Diagnostic.error("dmn.unknown-feature", Place.of(input.id()), input.name()));
      } else if (!agree(field.type(), input.type())) {
        add(
            Diagnostic.error(
                "dmn.input-type",
                Place.of(input.id()),
                input.name(),
                Diagnostic.term("type." + input.type()),
                Diagnostic.term("type." + field.type())));
      }
    }
    fields.keySet().removeAll(ImportCheck.facts(documents));
    fields.values().stream()
        .map(FactField::name)
        .sorted()
        .forEach(name -> add(Diagnostic.warning("dmn.unused-fact", Place.of(name), name)));
  }

  static boolean agree(FactType left, FactType right) {
    return left == right || left == FactType.ANY || right == FactType.ANY;
  }

  private void unused(@Nullable String entry) {
    var requiredInputs = new HashSet<String>();
    document.decisions().forEach(it -> requiredInputs.addAll(it.requiredInputs()));
    document.inputs().stream()
        .filter(it -> !requiredInputs.contains(it.id()))
        .forEach(it -> add(Diagnostic.warning("dmn.unused-input", Place.of(it.id()), it.name())));
    var start = entry == null ? null : document.decision(entry).orElse(null);
    if (start != null) {
      var reached = new HashSet<String>();
      reach(start, reached);
      document.decisions().stream()
          .filter(it -> !reached.contains(it.id()))
          .forEach(it ->
              add(
                  Diagnostic.warning(
                      "dmn.unused-decision", Place.of(it.id()), it.name(), start.name())));
    }
  }

  private void reach(DmnDecision decision, Set<String> reached) {
    if (reached.add(decision.id())) {
      decision.requiredDecisions().stream()
          .flatMap(id -> document.contents().decisionById(id).stream())
          .forEach(next -> reach(next, reached));
    }
  }

  private void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }
}
