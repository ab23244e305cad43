package org.rulewright.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords may be set: long ones, of any characters, that are not among the first tried.
 *
 * <p>Common ones are recognised by what is left without digits, signs and repetition, which also
 * covers the many variations of one word.
 */
final class PasswordPolicy {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 256;
  private static final int SHORTEST_WORD = 4;
  private static final int LONG_ROW = 9;
  private static final String ROWS =
      "01234567890123456789 98765432109876543210 qwertyuiopasdfghjklzxcvbnm qwertzuiopasdfghjklyxcvbnm"
          + " abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz 1qaz2wsx3edc4rfv5tgb6yhn7ujm"
          + " q1w2e3r4t5y6u7i8o9p0 1q2w3e4r5t6y7u8i9o0p a1b2c3d4e5f6g7h8i9j0";
  private static final Set<String> COMMON = load();

  private PasswordPolicy() {}

  static Optional<AccessRefusal> refusal(String password, String login, String name) {
    var length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(AccessRefusal.PASSWORD_TOO_SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(AccessRefusal.PASSWORD_TOO_LONG);
    }
    var plain = password.toLowerCase(Locale.ROOT);
    if (holds(plain, login) || holds(plain, name)) {
      return Optional.of(AccessRefusal.PASSWORD_PERSONAL);
    }
    return isCommon(plain) ? Optional.of(AccessRefusal.PASSWORD_COMMON) : Optional.empty();
  }

  private static boolean holds(String password, String word) {
    return word.length() >= SHORTEST_WORD && password.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isCommon(String plain) {
    return isMadeOfCommonWords(letters(plain))
        || isMadeOfCommonWords(letters(unspelled(core(plain))))
        || isRepetition(plain)
        || isInARow(plain.replaceAll("[^a-z0-9]", ""));
  }

  /** Neighbours on a keyboard or in a count. */
  private static boolean isInARow(String signs) {
    return signs.length() >= LONG_ROW && ROWS.contains(signs);
  }

  /** Without what is put before and behind a word. */
  private static String core(String plain) {
    return plain.replaceAll("^\\P{L}+|\\P{L}+$", "");
  }

  /** Up to three common words and nothing else but digits and signs are no secret. */
  private static boolean isMadeOfCommonWords(String letters) {
    return !letters.isEmpty() && isMadeOfFewWords(letters, 3);
  }

  private static boolean isMadeOfFewWords(String letters, int most) {
    if (letters.isEmpty()) {
      return true;
    }
    for (var end = letters.length(); end > 0 && most > 0; end--) {
      if (COMMON.contains(letters.substring(0, end))
          && isMadeOfFewWords(letters.substring(end), most - 1)) {
        return true;
      }
    }
    return false;
  }

  private static String letters(String plain) {
    return plain
        .codePoints()
        .filter(Character::isLetter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String unspelled(String plain) {
    return plain
        .replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('@', 'a')
        .replace('5', 's')
        .replace('$', 's')
        .replace('7', 't');
  }

  /** A piece of up to a third of the password, over and over. */
  private static boolean isRepetition(String plain) {
    for (var period = 1; period <= plain.length() / 3; period++) {
      if (plain.substring(period).equals(plain.substring(0, plain.length() - period))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> load() {
    try (var file = PasswordPolicy.class.getResourceAsStream("common-words.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .filter(word -> !word.isBlank())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
