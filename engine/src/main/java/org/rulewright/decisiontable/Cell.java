package org.rulewright.decisiontable;

/** One cell of a rule: its id in the model and its FEEL text. */
public record Cell(String id, String text) {}
