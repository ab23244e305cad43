package org.rulewright.decisionlog;

import org.jspecify.annotations.Nullable;

/** A problem of the evaluation, placed by DMN ids. */
public record RecordedProblem(
    String code, @Nullable String element, @Nullable String cell, String message) {}
