package org.rulewright.dmn;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kie.dmn.feel.lang.Type;
import org.rulewright.decisiontable.CellCount;

/** A decision in the place where a plan reaches it, with what it requires from there. */
record ScopedDecision(Scope scope, DmnDecision decision) {

  /** How it is made; empty where something on the way is not ours. */
  Optional<Step> step() {
    return scope.graph().step(decision);
  }

  /** Under which the main model sees its result. */
  String name() {
    return scope.qualified(decision.name());
  }

  Stream<PlanInput> inputs() {
    return decision.requiredInputs().stream().flatMap(id -> scope.input(id).stream());
  }

  Stream<ScopedDecision> required() {
    return decision.requiredDecisions().stream().flatMap(id -> scope.decision(id).stream());
  }

  /** The decision and whatever it requires, each once. */
  Set<ScopedDecision> withAllRequired() {
    var reached = new LinkedHashSet<ScopedDecision>();
    reach(reached);
    return reached;
  }

  /** Adds the same to those that are reached already. */
  void reach(Set<ScopedDecision> reached) {
    if (reached.add(this)) {
      required().forEach(next -> next.reach(reached));
    }
  }

  double compiledShare() {
    return step().map(Step::compiledShare).orElse(0.0);
  }

  /** Its cells; those of a decision that is not ours count as not compiled. */
  CellCount cells() {
    return step()
        .map(Step::cells)
        .orElseGet(() -> new CellCount(StepCompiler.size(scope.document(), decision), 0));
  }

  /** Everything the decision sees, with its type; what is imported under its qualified name. */
  Map<String, Type> names() {
    var names = new LinkedHashMap<String, Type>();
    inputs().forEach(it -> names.put(it.name(), type(it.input().typeRef(), it.scope())));
    required().forEach(it -> names.put(it.name(), type(it.decision().typeRef(), it.scope())));
    return names;
  }

  private static Type type(String typeRef, Scope scope) {
    return KieTypes.of(typeRef, scope.document().contents().types());
  }
}
