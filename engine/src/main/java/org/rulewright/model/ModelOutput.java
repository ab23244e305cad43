package org.rulewright.model;

import org.rulewright.decision.FactType;

/** One value a model gives: a score, a probability of a class, a label, a reason code. */
public record ModelOutput(String name, FactType type) {}
