package org.rulewright.dmn;

import org.rulewright.decision.FactType;

/**
 * An input data of a model.
 *
 * @param typeRef the declared type as written, empty where none is declared
 * @param type what that type comes to
 */
public record DmnInput(String id, String name, String typeRef, FactType type) {}
