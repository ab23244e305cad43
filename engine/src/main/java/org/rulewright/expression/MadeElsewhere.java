package org.rulewright.expression;

/** An expression of another kind, such as a decision table inside a boxed context. */
public non-sealed interface MadeElsewhere extends Expression {}
