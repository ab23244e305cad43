package org.rulewright.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Roles as they are written on a command line. */
final class RoleList {

  private RoleList() {}

  static List<String> forKeys() {
    return Arrays.stream(Role.values())
        .filter(Role::forKeys)
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  static Set<Role> parse(String text) throws Commands.WrongUsageException {
    var roles = EnumSet.noneOf(Role.class);
    for (var name : split(text)) {
      var role =
          Arrays.stream(Role.values())
              .filter(known -> known.name().equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(() -> new Commands.WrongUsageException("unknown role: " + name));
      if (!role.forKeys()) {
        throw new Commands.WrongUsageException("a key can never have the role " + name);
      }
      roles.add(role);
    }
    if (roles.isEmpty()) {
      throw new Commands.WrongUsageException("--roles names no role");
    }
    return roles;
  }

  static Set<String> split(String text) {
    var parts = new TreeSet<String>();
    for (var part : text.split(",", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }
}
