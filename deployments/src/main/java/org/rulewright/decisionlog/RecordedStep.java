package org.rulewright.decisionlog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One evaluated decision of the graph: which rules hit, in order, and the value it gave. */
public record RecordedStep(
    String decisionId,
    String decisionName,
    String kind,
    List<String> hits,
    @Nullable Object value,
    boolean delegated) {}
