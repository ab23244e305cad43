package org.rulewright.asset;

import java.time.Instant;
import org.rulewright.audit.Actor;

/**
 * Who wrote a revision, when, and from where.
 *
 * @param session names the open editor it came from, empty for programs
 * @param summary what was done in the author's words, may be empty
 */
public record Saving(Actor by, Instant at, String session, String summary) {}
