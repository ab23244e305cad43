package org.rulewright.notification;

/**
 * What a notification leads to.
 *
 * @param id as {@link ThingKind} says; empty where there is only one
 */
public record Thing(ThingKind kind, String id) {}
