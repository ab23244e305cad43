package org.rulewright.decisionlog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The name of one decision: a UUID of version 7, so that ids sort by the moment they were given.
 *
 * <p>The decision table is partitioned and paged by this id; its first 48 bits are the milliseconds
 * since 1970.
 */
public record DecisionId(UUID value) implements Comparable<DecisionId> {

  private static final long NANOS_PER_MILLI = 1_000_000;

  /** A new id for a decision that begins now. */
  public static DecisionId next() {
    return at(Instant.now());
  }

  static DecisionId at(Instant moment) {
    long millis = moment.toEpochMilli();
    // 12 bits below the millisecond keep ids of one node nearly in order of their creation.
    long fraction = (moment.getNano() % NANOS_PER_MILLI) * 4096 / NANOS_PER_MILLI;
    long high = millis << 16 | 0x7000L | fraction;
    long low = ThreadLocalRandom.current().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | Long.MIN_VALUE;
    return new DecisionId(new UUID(high, low));
  }

  /** The smallest value that an id given at this moment can have: a bound for searches by time. */
  static UUID floor(Instant moment) {
    return new UUID(moment.toEpochMilli() << 16, 0);
  }

  /** Reads an id; empty when the text is not one. */
  public static Optional<DecisionId> parse(String text) {
    if (text.length() != 36) {
      return Optional.empty();
    }
    try {
      return Optional.of(new DecisionId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /** The moment this id was given, to the millisecond. */
  public Instant givenAt() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
  }

  @Override
  public int compareTo(DecisionId other) {
    // UUID.compareTo is signed; ids of version 7 stay below 2^63 until the year 6429.
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
