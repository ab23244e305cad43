package org.rulewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Role;

class RolesTest {

  @Test
  void theConstantsAreTheRoles() {
    assertThat(Arrays.stream(Roles.class.getFields()).map(RolesTest::value))
        .containsExactlyInAnyOrderElementsOf(Stream.of(Role.values()).map(Role::name).toList());
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
