package org.rulewright.audit;

/**
 * Who did something.
 *
 * @param id never changes for the same actor
 * @param name as it was when it happened
 */
public record Actor(ActorKind kind, String id, String name) {

  public static final Actor SYSTEM = new Actor(ActorKind.SYSTEM, "system", "Rulewright");

  public Actor {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an actor needs an id");
    }
  }
}
