package org.rulewright.decisionlog;

import org.jspecify.annotations.Nullable;

/**
 * One fact as the decision saw it.
 *
 * @param type the feature's type in the contract, by name
 * @param value the value as it was sent, in JSON's terms; null unless the state is GIVEN
 * @param source where it came from: the request, or a data set
 */
public record RecordedFact(
    String name, String type, FactState state, @Nullable Object value, String source) {}
