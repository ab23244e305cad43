package org.rulewright.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that was done.
 *
 * @param position in the chain, from 1 without gaps
 * @param thing the kind of thing it was done to, such as {@code user} or {@code strategy}
 */
public record AuditEntry(
    long position,
    Instant recordedAt,
    Actor actor,
    AuditAction action,
    String thing,
    String thingId,
    SortedMap<String, String> details) {

  public AuditEntry {
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  static AuditEntry of(
      long position,
      Instant recordedAt,
      Actor actor,
      AuditAction action,
      String thing,
      String thingId,
      Map<String, String> details) {
    return new AuditEntry(
        position, recordedAt, actor, action, thing, thingId, new TreeMap<>(details));
  }
}
