package org.rulewright.dmn;

/** An input a plan needs, and the model whose input it is; equally named inputs take one fact. */
record PlanInput(Scope scope, DmnInput input) {

  /** Under which the main model sees it. */
  String name() {
    return scope.qualified(input.name());
  }

  /** The name of the fact it takes: the features of a strategy are those of all its models. */
  String fact() {
    return input.name();
  }
}
