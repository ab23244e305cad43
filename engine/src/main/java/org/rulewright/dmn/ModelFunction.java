package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.expression.Expression;
import org.rulewright.expression.InstanceOf;
import org.rulewright.expression.Invocation;
import org.rulewright.expression.Typed;

/**
 * A function a model defines, such as a business knowledge model.
 *
 * @param result the declared type of what it gives, null where none is declared
 */
record ModelFunction(
    List<Parameter> parameters, Expression body, InstanceOf.@Nullable Type result) {

  /** A parameter; its type is null where none is declared. */
  record Parameter(String name, InstanceOf.@Nullable Type type) {}

  ModelFunction {
    parameters = List.copyOf(parameters);
  }

  /** A call with arguments in the order of the parameters; empty where their number differs. */
  Optional<Expression> call(List<Expression> arguments) {
    if (arguments.size() != parameters.size()) {
      return Optional.empty();
    }
    var typed = new ArrayList<Expression>();
    for (int i = 0; i < arguments.size(); i++) {
      typed.add(new Typed(arguments.get(i), parameters.get(i).type()));
    }
    return Optional.of(
        new Typed(
            new Invocation(parameters.stream().map(Parameter::name).toList(), typed, body),
            result));
  }
}
