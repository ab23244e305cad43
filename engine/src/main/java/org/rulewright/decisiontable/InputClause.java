package org.rulewright.decisiontable;

import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;

/**
 * An input column.
 *
 * @param expression FEEL text of what the column tests
 * @param allowedValues FEEL text of the unary tests every input must pass, if the column has them
 */
public record InputClause(
    String id, String label, String expression, FactType type, @Nullable String allowedValues) {}
