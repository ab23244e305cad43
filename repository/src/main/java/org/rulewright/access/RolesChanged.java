package org.rulewright.access;

import java.util.Set;
import org.rulewright.audit.Actor;

/** A person's roles were replaced; published within the transaction that does it. */
public record RolesChanged(UserId person, Set<Role> to, Actor by) {

  public RolesChanged {
    to = Set.copyOf(to);
  }
}
