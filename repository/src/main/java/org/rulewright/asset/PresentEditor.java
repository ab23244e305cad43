package org.rulewright.asset;

import java.time.Instant;
import org.rulewright.audit.Actor;

/**
 * Somebody who has a strategy open.
 *
 * @param session names the open editor (one browser tab)
 */
public record PresentEditor(Actor who, String session, Instant since, Instant lastSeen) {}
