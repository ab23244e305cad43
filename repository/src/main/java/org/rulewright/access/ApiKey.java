package org.rulewright.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;

/**
 * What a script shows to be let in; the secret itself is nowhere kept.
 *
 * @param start the first letters of the secret, to recognise it by
 * @param environments where it may ask for decisions; empty means everywhere
 */
public record ApiKey(
    KeyId id,
    String name,
    String start,
    Set<Role> roles,
    Set<String> environments,
    String createdBy,
    Instant createdAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {

  public ApiKey {
    roles = Set.copyOf(roles);
    environments = Set.copyOf(environments);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public boolean allows(String environment) {
    return environments.isEmpty() || environments.contains(environment);
  }

  public boolean active() {
    return revokedAt == null;
  }

  public Actor actor() {
    return new Actor(ActorKind.KEY, id.toString(), name);
  }
}
