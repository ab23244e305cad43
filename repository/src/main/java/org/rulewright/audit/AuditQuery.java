package org.rulewright.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; null means any.
 *
 * @param text found in the actor's name, the thing's id or a detail
 * @param from inclusive
 * @param until exclusive
 * @param after only what comes, in the order of the search, after the entry at this position: the
 *     {@code next} of the page before
 * @param limit 1 to 500
 */
public record AuditQuery(
    @Nullable String actorId,
    @Nullable AuditAction action,
    @Nullable String thing,
    @Nullable String thingId,
    @Nullable String text,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Long after,
    int limit) {

  public AuditQuery {
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("limit must be 1 to 500, but is " + limit);
    }
  }

  public static AuditQuery latest(int limit) {
    return new AuditQuery(null, null, null, null, null, null, null, null, limit);
  }

  public static AuditQuery ofThing(String thing, String thingId, int limit) {
    return new AuditQuery(null, null, thing, thingId, null, null, null, null, limit);
  }

  public static AuditQuery ofAction(AuditAction action, int limit) {
    return new AuditQuery(null, action, null, null, null, null, null, null, limit);
  }

  public AuditQuery after(AuditPage page) {
    return new AuditQuery(actorId, action, thing, thingId, text, from, until, page.next(), limit);
  }

  /** The same search for what comes after an entry; null begins anew. */
  public AuditQuery goingOn(@Nullable Long position) {
    return new AuditQuery(actorId, action, thing, thingId, text, from, until, position, limit);
  }

  /** The same search for entries with these words; empty words are none. */
  public AuditQuery with(String words) {
    var wanted = words.isEmpty() ? null : words;
    return new AuditQuery(actorId, action, thing, thingId, wanted, from, until, after, limit);
  }
}
