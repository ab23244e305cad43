package org.rulewright.dmn;

/** A step of a plan, and the model whose step it is. */
record PlanStep(Scope scope, Step step) {

  /** Under which the main model sees its result. */
  String name() {
    return scope.qualified(step.decision().name());
  }
}
