package org.rulewright.version;

import java.time.Instant;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;

/** A version as a line of a list, without its content. */
public record VersionSummary(
    VersionId id,
    StrategyKey strategy,
    int number,
    String digest,
    long revision,
    String note,
    Actor createdBy,
    Instant createdAt) {}
