package org.rulewright.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A built-in function of FEEL, on the arguments it is meant for. */
@FunctionalInterface
public interface BuiltIn {

  /**
   * Calls the function.
   *
   * @return {@link Expression#UNDECIDED} for arguments that are an error or need a conversion
   */
  @Nullable Object call(@Nullable Object[] arguments);

  /** The function of a name, if it is one of ours. */
  static Optional<BuiltIn> named(String name) {
    return Optional.ofNullable(All.FUNCTIONS.get(name));
  }

  /** All of them, by name. */
  final class All {
    private static final Map<String, BuiltIn> FUNCTIONS = new HashMap<>();

    static {
      FUNCTIONS.putAll(NumberFunctions.ALL);
      FUNCTIONS.putAll(TextFunctions.ALL);
      FUNCTIONS.putAll(ListFunctions.ALL);
      FUNCTIONS.putAll(ContextFunctions.ALL);
      FUNCTIONS.putAll(TemporalFunctions.ALL);
    }

    private All() {}
  }
}
