package org.rulewright.ruleflow;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;

/**
 * What is known about something a flow calls, for its checks.
 *
 * @param inputs names and types of what it reads; null where that is not known
 * @param needed those of its inputs it cannot do without
 * @param outputs names and types of the parts of its answer; null where that is not known, empty
 *     where the answer has no parts
 * @param type the type of its answer, ANY where that is not known
 */
public record Callee(
    @Nullable Map<String, FactType> inputs,
    Set<String> needed,
    @Nullable Map<String, FactType> outputs,
    FactType type) {

  public Callee {
    needed = Set.copyOf(needed);
  }

  /** Something that is there, and no more is known. */
  public static final Callee UNKNOWN = new Callee(null, Set.of(), null, FactType.ANY);
}
