package org.rulewright.ruleflow;

/**
 * A variable and the FEEL that gives it its value.
 *
 * @param id what a diagnostic points at inside the step; the target where the author gave none
 */
public record Mapping(String id, String target, String source) {}
