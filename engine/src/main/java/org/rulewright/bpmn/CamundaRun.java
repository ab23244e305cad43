package org.rulewright.bpmn;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.DecisionSource;

/**
 * One run on Camunda: its clock, what it calls, and what its ends have given so far.
 *
 * @param failing whether an error is on its way to whatever catches it
 */
record CamundaRun(
    OffsetDateTime asOf,
    DecisionSource source,
    Map<String, Ends> endsByInstance,
    AtomicBoolean failing) {

  private static final ScopedValue<CamundaRun> CURRENT = ScopedValue.newInstance();

  CamundaRun(OffsetDateTime asOf, DecisionSource source) {
    this(asOf, source, new HashMap<>(), new AtomicBoolean());
  }

  /** What the ends of one process instance have given. */
  static final class Ends {
    final Map<String, @Nullable Object> outputs = new java.util.LinkedHashMap<>();
    final Set<Object> referrals = new LinkedHashSet<>();
    boolean ordinary;
  }

  static CamundaRun current() {
    return CURRENT.get();
  }

  <T> T call(ScopedValue.CallableOp<T, RuntimeException> work) {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  Ends ends(String processInstance) {
    return endsByInstance.computeIfAbsent(processInstance, id -> new Ends());
  }
}
