package org.rulewright.dmn;

/**
 * A literal expression that is the whole logic of a decision.
 *
 * @param id of the expression
 * @param decisionId of the decision it belongs to
 * @param text FEEL
 * @param typeRef the declared type of the decision's result, empty where none is declared
 */
public record DmnLiteral(String id, String decisionId, String text, String typeRef) {}
