package org.rulewright.access;

import org.rulewright.audit.Actor;

/** Who may change users, roles and keys. */
record Administrators(UserStore users) {

  /**
   * The product itself (first start, demonstration, whoever can read the data folder) and active
   * administrators who signed in; never a script.
   */
  boolean includes(Actor actor) {
    return switch (actor.kind()) {
      case SYSTEM -> true;
      case KEY -> false;
      case USER ->
          users
              .find(UserId.of(actor.id()))
              .filter(user -> user.active() && user.has(Role.ADMINISTRATOR))
              .isPresent();
    };
  }
}
