package org.rulewright.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries, in the order of the search.
 *
 * @param next where the next page begins, or null when this is the last
 */
public record AuditPage(List<AuditEntry> entries, @Nullable Long next) {}
