package org.rulewright.decisiontable;

import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;

/**
 * An output column.
 *
 * @param name key in the resulting context; null or unused when the table has one output
 * @param defaultText FEEL text of the value when no rule matches
 * @param allowedValues FEEL text of the allowed values; their order is the order of priority
 */
public record OutputClause(
    String id,
    @Nullable String name,
    FactType type,
    @Nullable String defaultText,
    @Nullable String allowedValues) {}
