package org.rulewright.ruleflow;

import org.jspecify.annotations.Nullable;

/**
 * The arrow from one step to the next.
 *
 * @param condition FEEL, or null where the arrow has none
 */
public record SequenceFlow(
    String id, String name, String source, String target, @Nullable String condition) {}
