package org.rulewright.dmn;

import java.util.Optional;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;

/**
 * A model in the place where a plan meets it: the main model, or one it imports.
 *
 * @param prefix what its names begin with as the main model sees them, {@code "lib."} of an import
 *     named {@code lib}; empty for the main model
 */
record Scope(String prefix, CompiledGraph graph) {

  boolean isMain() {
    return prefix.isEmpty();
  }

  DmnDocument document() {
    return graph.document();
  }

  String qualified(String name) {
    return prefix + name;
  }

  /** A decision of this model or of one it imports. */
  Optional<ScopedDecision> decision(String id) {
    var other = Imported.Reference.of(id);
    return other.isEmpty()
        ? document().contents().decisionById(id).map(it -> new ScopedDecision(this, it))
        : graph
            .imported()
            .decision(other.get())
            .map(it -> new ScopedDecision(imported(other.get()), it));
  }

  Optional<PlanInput> input(String id) {
    var other = Imported.Reference.of(id);
    return other.isEmpty()
        ? document().contents().inputById(id).map(it -> new PlanInput(this, it))
        : graph.imported().input(other.get()).map(it -> new PlanInput(imported(other.get()), it));
  }

  private Scope imported(Imported.Reference reference) {
    var found = graph.imported().find(reference).orElseThrow();
    return new Scope(qualified(found.name()) + ".", found.graph());
  }

  /** The outcome of one of its steps as the main model sees it: with qualified names and ids. */
  Outcome seenFromMain(Outcome outcome) {
    if (isMain()) {
      return outcome;
    }
    var steps = outcome.trace().steps().stream().map(this::qualified).toList();
    var trace = steps.isEmpty() ? Trace.EMPTY : new Trace(steps);
    return switch (outcome) {
      case Outcome.Decided(var value, _) -> new Outcome.Decided(value, trace);
      case Outcome.Failed(var problems, _) ->
          new Outcome.Failed(problems.stream().map(this::qualified).toList(), trace);
    };
  }

  private TraceStep qualified(TraceStep step) {
    return new TraceStep(
        id(document(), step.decisionId()),
        qualified(step.decisionName()),
        step.kind(),
        step.hits(),
        step.value(),
        step.delegated());
  }

  private Diagnostic qualified(Diagnostic problem) {
    var place = problem.place();
    return place == Place.NOWHERE || place.element() == null
        ? problem
        : new Diagnostic(
            problem.code(),
            problem.severity(),
            new Place(id(document(), place.element()), place.cell(), place.offset()),
            problem.arguments());
  }

  /** The id of an imported thing as the standard writes it in references. */
  static String id(DmnDocument document, String id) {
    return document.namespace() + "#" + id;
  }
}
