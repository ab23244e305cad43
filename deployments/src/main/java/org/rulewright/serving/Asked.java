package org.rulewright.serving;

/** One of many requests that are decided together. */
public record Asked(DecisionRequest request, Caller caller) {}
