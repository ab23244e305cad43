package org.rulewright.parity;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How far an examination goes.
 *
 * @param seed of everything that is chosen by chance
 * @param budget after which it ends, wherever it is
 * @param mostRegions up to so many elementary regions all of them are examined
 * @param pairs at most so many fact sets in which every two values meet
 * @param random how many fact sets are chosen by chance
 * @param camunda how many of all fact sets Camunda is asked too
 * @param tolerance two numbers are equal when they differ by no more; 0 is exact
 */
public record Limits(
    long seed,
    Duration budget,
    long mostRegions,
    int pairs,
    int random,
    int camunda,
    BigDecimal tolerance) {

  public static final Limits DEFAULT =
      new Limits(20_261_123, Duration.ofMinutes(2), 50_000, 20_000, 10_000, 2_000, BigDecimal.ZERO);

  /** Camunda takes about a millisecond for a flow, and up to a second for a large table. */
  private static final int CAMUNDA_FOR_FLOWS = 20_000;

  /** Returns what is usual for a subject. */
  public static Limits of(Subject subject) {
    return switch (subject) {
      case Subject.OfDecision _ -> DEFAULT;
      case Subject.OfFlow _ ->
          new Limits(
              DEFAULT.seed,
              DEFAULT.budget,
              DEFAULT.mostRegions,
              DEFAULT.pairs,
              DEFAULT.random,
              CAMUNDA_FOR_FLOWS,
              DEFAULT.tolerance);
    };
  }

  public Limits withSeed(long other) {
    return new Limits(other, budget, mostRegions, pairs, random, camunda, tolerance);
  }

  public Limits withBudget(Duration other) {
    return new Limits(seed, other, mostRegions, pairs, random, camunda, tolerance);
  }
}
