package org.rulewright.access;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of people, keys and roles as they are checked and stored. */
final class Names {

  private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}._@-]{2,64}");
  private static final int LONGEST_NAME = 100;

  private Names() {}

  static boolean isLogin(String login) {
    return login.length() <= 64 && LOGIN.matcher(login).matches();
  }

  static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST_NAME
        && name.equals(name.strip())
        && name.codePoints().noneMatch(Names::cannotBeShown);
  }

  private static boolean cannotBeShown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  static String of(Collection<Role> roles) {
    return String.join(",", array(roles));
  }

  static String[] array(Collection<Role> roles) {
    return roles.stream().sorted().map(Role::name).toArray(String[]::new);
  }

  static Set<Role> roles(Array stored) throws SQLException {
    var roles = EnumSet.noneOf(Role.class);
    for (var name : (String[]) stored.getArray()) {
      roles.add(Role.valueOf(name));
    }
    return roles;
  }
}
