package org.rulewright.parity;

/**
 * What one stage did.
 *
 * @param planned how many fact sets it has
 * @param examined how many of them were examined before the time was over
 */
public record StageCount(Stage stage, long planned, long examined) {}
