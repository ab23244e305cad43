package org.rulewright.modelregistry;

import java.time.Instant;

/**
 * A scoring model that flows call by its key.
 *
 * @param current the newest version
 */
public record RegisteredModel(
    String key, String name, String createdByName, Instant createdAt, ModelVersion current) {}
