package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.Place;

/** Checks what a model requires of the models it imports. */
final class ImportCheck {

  private final DmnDocument main;
  private final List<DmnDocument> documents;
  private final List<Diagnostic> found;

  ImportCheck(List<DmnDocument> documents, List<Diagnostic> found) {
    this.main = documents.getFirst();
    this.documents = documents;
    this.found = found;
  }

  /** An import whose document is not here is said elsewhere, by whoever looked for it. */
  void check(FactSchema facts) {
    for (var decision : main.decisions()) {
      var required = new ArrayList<>(decision.requiredDecisions());
      required.addAll(decision.requiredInputs());
      required.addAll(decision.requiredKnowledge());
      for (var id : required) {
        Imported.Reference.of(id).ifPresent(it -> exists(decision, it));
      }
    }
    for (var field : inputs().entrySet()) {
      agrees(field.getKey(), field.getValue(), facts);
    }
  }

  private void exists(DmnDecision decision, Imported.Reference wanted) {
    boolean imported =
        main.imports().stream().anyMatch(it -> it.namespace().equals(wanted.namespace()));
    var other = document(wanted.namespace());
    if (!imported || other.isPresent() && other.get().contents().element(wanted.id()).isEmpty()) {
      found.add(
          Diagnostic.error(
              "dmn.dangling-requirement",
              Place.of(decision.id()),
              decision.name(),
              wanted.namespace() + "#" + wanted.id()));
    }
  }

  private void agrees(String name, Use use, FactSchema facts) {
    var field = facts.fields().stream().map(FactField::name).filter(name::equals).findFirst();
    if (field.isEmpty()) {
      found.add(
          Diagnostic.error(
              "import.unknown-feature", Place.of(use.decision().id()), name, use.other().name()));
      return;
    }
    facts.fields().stream()
        .filter(it -> it.name().equals(name) && !GraphCheck.agree(it.type(), use.input().type()))
        .forEach(it ->
            found.add(
                Diagnostic.error(
                    "import.input-type",
                    Place.of(use.decision().id()),
                    name,
                    use.other().name(),
                    Diagnostic.term("type." + use.input().type()),
                    Diagnostic.term("type." + it.type()))));
  }

  /** An input of another model, and the decision of the main model that leads to it. */
  private record Use(DmnDecision decision, DmnDocument other, DmnInput input) {}

  /** The facts that imported decisions take. */
  private Map<String, Use> inputs() {
    var uses = new java.util.LinkedHashMap<String, Use>();
    for (var decision : main.decisions()) {
      collect(decision, main, decision, uses, new HashSet<>());
    }
    return uses;
  }

  /** The names of the facts that imported decisions take. */
  static Set<String> facts(List<DmnDocument> documents) {
    return new ImportCheck(documents, new ArrayList<>()).inputs().keySet();
  }

  private void collect(
      DmnDecision from,
      DmnDocument document,
      DmnDecision decision,
      Map<String, Use> uses,
      Set<String> seen) {
    for (var id : decision.requiredInputs()) {
      var other = owner(document, id);
      other
          .filter(it -> it != main)
          .flatMap(it -> it.contents().inputById(local(id)))
          .ifPresent(it -> uses.putIfAbsent(it.name(), new Use(from, other.orElseThrow(), it)));
    }
    for (var id : decision.requiredDecisions()) {
      owner(document, id)
          .filter(it -> it != main && seen.add(Scope.id(it, local(id))))
          .ifPresent(it ->
              it.contents()
                  .decisionById(local(id))
                  .ifPresent(next -> collect(from, it, next, uses, seen)));
    }
  }

  private Optional<DmnDocument> owner(DmnDocument document, String id) {
    var other = Imported.Reference.of(id);
    return other.isEmpty() ? Optional.of(document) : document(other.get().namespace());
  }

  private static String local(String id) {
    return id.substring(id.indexOf('#') + 1);
  }

  private Optional<DmnDocument> document(String namespace) {
    return documents.stream().skip(1).filter(it -> it.namespace().equals(namespace)).findFirst();
  }
}
