package org.rulewright.dmn;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Outcome;
import org.rulewright.expression.MadeElsewhere;
import org.rulewright.expression.Running;

/** A decision table inside of something boxed; one that fails is undecided. */
record BoxedTable(Step.OfTable table) implements MadeElsewhere {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    var running = Running.current();
    if (running == null) {
      return UNDECIDED;
    }
    return switch (table.evaluate(new HashMap<>(variables), running.asOf(), false)) {
      case Outcome.Decided(var value, _) -> value;
      case Outcome.Failed _ -> UNDECIDED;
    };
  }
}
