package org.rulewright.lookuptable;

import java.time.Instant;

/**
 * A look-up table that rules call by its key.
 *
 * @param current the newest version
 */
public record Lookup(
    String key, String name, String createdByName, Instant createdAt, LookupVersion current) {}
