package org.rulewright.notification;

import java.util.HashSet;
import java.util.Set;
import org.rulewright.access.Role;
import org.rulewright.audit.Actor;

/**
 * Whom to tell.
 *
 * @param people ids of users; ids of anybody else reach nobody
 * @param roles everybody who has one of them now, as long as they have it
 * @param except the id of whoever did it and knows already, or empty
 */
public record Audience(Set<String> people, Set<Role> roles, String except) {

  public Audience {
    people = Set.copyOf(people);
    roles = Set.copyOf(roles);
  }

  public static Audience of(Actor person) {
    return people(Set.of(person.id()));
  }

  public static Audience people(Set<String> ids) {
    return new Audience(ids, Set.of(), "");
  }

  public static Audience of(Role role) {
    return new Audience(Set.of(), Set.of(role), "");
  }

  /** Adds everybody with a role. */
  public Audience and(Role role) {
    var all = new HashSet<>(roles);
    all.add(role);
    return new Audience(people, all, except);
  }

  /** Leaves out whoever did it. */
  public Audience except(Actor actor) {
    return new Audience(people, roles, actor.id());
  }
}
