package org.rulewright.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordPolicyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "371985260174",
        "马到成功一帆风顺恭喜发财呀",
        "tr0ub4dor&3xyz",
        "  leading and trailing  ",
        "river-lamp-stone-42"
      })
  void longUnusualOnesOfAnyCharactersAreTaken(String password) {
    assertThat(refusal(password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "P@ssw0rd!2026",
        "Password-Password",
        "123456789012",
        "qwertyuiopas",
        "1qaz2wsx3edc",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "rulewright2026",
        "Admin12345678",
        "iloveyou1234",
        "woaini1314520",
        "creditrisk99",
        "我爱你1234567890"
      })
  void thoseThatAreTriedFirstAreRefused(String password) {
    assertThat(refusal(password)).contains(AccessRefusal.PASSWORD_COMMON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "eleven char", "短密码短密码短密码短密"})
  void shortOnesAreRefused(String password) {
    assertThat(refusal(password)).contains(AccessRefusal.PASSWORD_TOO_SHORT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"my-wangfang-secret", "The Fang Wang way"})
  void thoseWithTheLoginOrTheNameAreRefused(String password) {
    assertThat(PasswordPolicy.refusal(password, "wangfang", "Fang Wang"))
        .contains(AccessRefusal.PASSWORD_PERSONAL);
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 64, 256})
  void lengthsUpTo256AreTaken(int length) {
    var unlike = IntStream.range(0, 400).mapToObj(i -> Integer.toString(i * i, 36)).toList();

    assertThat(refusal(String.join(";", unlike).substring(0, length))).isEmpty();
  }

  @Test
  void longerOnesAreRefused() {
    assertThat(refusal("x".repeat(257))).contains(AccessRefusal.PASSWORD_TOO_LONG);
  }

  private static Optional<AccessRefusal> refusal(String password) {
    return PasswordPolicy.refusal(password, "anna", "Anna Li");
  }
}
