package org.rulewright.dmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Facts;
import org.rulewright.decision.TraceStep;

/**
 * What the reference engine wants for imported models: each import is a context of its own, with
 * the inputs of the imported model in it.
 *
 * <p>The inputs of the imported model are the facts of their names: the features of a strategy are
 * those of all its models. What there is no such fact of is taken from a fact of the import's name,
 * the context the standard has for it.
 */
@NullUnmarked
final class ImportedFacts {

  private final DmnDocument main;
  private final Map<String, DmnDocument> byNamespace = new HashMap<>();

  ImportedFacts(List<DmnDocument> documents) {
    this.main = documents.getFirst();
    documents.stream()
        .skip(1)
        .forEach(document -> byNamespace.putIfAbsent(document.namespace(), document));
  }

  /** The contexts by the names of the imports; of an import without a name, its inputs. */
  Map<String, Object> of(Facts facts) {
    var contexts = new LinkedHashMap<String, Object>();
    add(main, facts.asMap(), facts.asMap(), contexts, Set.of(main.namespace()));
    return contexts;
  }

  /**
   * Adds what a model's imports want.
   *
   * @param given what the caller gave for this model
   * @param flat the facts by their plain names
   */
  private void add(
      DmnDocument document,
      Map<String, Object> given,
      Map<String, Object> flat,
      Map<String, Object> into,
      Set<String> onTheWay) {
    for (var wanted : document.imports()) {
      var other = byNamespace.get(wanted.namespace());
      if (other == null || onTheWay.contains(wanted.namespace())) {
        continue;
      }
      var further = new HashSet<>(onTheWay);
      further.add(wanted.namespace());
      if (wanted.name().isEmpty()) {
        inputs(other, flat, into);
        add(other, given, flat, into, further);
        continue;
      }
      var own = new LinkedHashMap<String, Object>();
      if (given.get(wanted.name()) instanceof Map<?, ?> context) {
        context.forEach((name, value) -> own.put(String.valueOf(name), value));
      }
      Map<String, Object> context = new LinkedHashMap<>();
      own.forEach((name, value) -> context.put(name, FeelValues.toKie(value)));
      inputs(other, flat, context);
      add(other, own, flat, context, further);
      if (!context.isEmpty()) {
        into.put(wanted.name(), context);
      }
    }
  }

  private static void inputs(
      DmnDocument document, Map<String, Object> flat, Map<String, Object> into) {
    for (var input : document.inputs()) {
      if (flat.containsKey(input.name())) {
        into.put(input.name(), FeelValues.toKie(flat.get(input.name())));
      } else {
        into.putIfAbsent(input.name(), null);
      }
    }
  }

  /** The step of an imported decision; empty for one of a model that is not among ours. */
  Optional<TraceStep> step(KieTracer.Made made, KieTracer.Notes notes) {
    var document = byNamespace.get(made.namespace());
    if (document == null) {
      return Optional.empty();
    }
    var decision = document.decision(made.name());
    return Optional.of(
        new TraceStep(
            Scope.id(document, decision.map(DmnDecision::id).orElse(made.name())),
            prefix(main, made.namespace(), Set.of()) + made.name(),
            decision.map(DmnDecision::kind).orElse(DecisionKind.OTHER),
            KieModel.hits(notes.hits(made), document, decision),
            FeelValues.fromKie(notes.value(made)),
            true));
  }

  /** What the names of a model begin with as the main model sees them first. */
  private String prefix(DmnDocument from, String namespace, Set<String> seen) {
    for (var wanted : from.imports()) {
      if (wanted.namespace().equals(namespace)) {
        return wanted.name() + ".";
      }
    }
    for (var wanted : from.imports()) {
      var other = byNamespace.get(wanted.namespace());
      if (other != null && !seen.contains(wanted.namespace())) {
        var further = new HashSet<>(seen);
        further.add(wanted.namespace());
        var rest = prefix(other, namespace, further);
        if (!rest.isEmpty()) {
          return wanted.name() + "." + rest;
        }
      }
    }
    return "";
  }
}
