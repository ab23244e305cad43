package org.rulewright.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;

/**
 * A person who can sign in.
 *
 * @param epoch raised when roles, password or activity change: a session of an older epoch is over
 */
public record User(
    UserId id,
    String login,
    String displayName,
    Set<Role> roles,
    Language language,
    Theme theme,
    boolean active,
    int epoch,
    Instant createdAt,
    @Nullable Instant lastLoginAt) {

  public User {
    roles = Set.copyOf(roles);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public Actor actor() {
    return new Actor(ActorKind.USER, id.toString(), displayName);
  }
}
