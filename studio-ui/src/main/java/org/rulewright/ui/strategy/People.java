package org.rulewright.ui.strategy;

import org.rulewright.access.User;
import org.rulewright.access.Users;
import org.springframework.stereotype.Component;

/** The names of people by the ids that records keep. */
@Component
class People {
  private final Users users;

  People(Users users) {
    this.users = users;
  }

  /** The person's name, or the id itself where it names nobody: a key, a program. */
  String name(String id) {
    return users.list().stream()
        .filter(user -> user.id().toString().equals(id))
        .map(User::displayName)
        .findFirst()
        .orElse(id);
  }
}
