package org.rulewright.ruleflow;

import org.rulewright.decision.Formula;

/** A mapping, compiled: the slot that is set and the formula that gives its value. */
record Assignment(Mapping mapping, int slot, Formula formula) {}
