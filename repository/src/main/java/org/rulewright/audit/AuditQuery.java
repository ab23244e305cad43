package org.rulewright.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; null means any.
 *
 * @param text found in the actor's name, the thing's id or a detail
 * @param from inclusive
 * @param until exclusive
 * @param before only entries older than this position: the {@code next} of the page before
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
    @Nullable Long before,
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
}
