package org.rulewright.asset;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a strategy in addresses and in the public API: lower-case letters, digits, hyphens.
 */
public record StrategyKey(String value) implements Comparable<StrategyKey> {

  public static final int LONGEST = 64;

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

  public StrategyKey {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a strategy key has 1 to 64 lower-case letters, digits and inner hyphens: `"
              + value
              + "`");
    }
  }

  /** Returns the key written as {@code text}, or nothing if it is not one. */
  public static Optional<StrategyKey> parse(String text) {
    return isValid(text) ? Optional.of(new StrategyKey(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return text.length() <= LONGEST && SHAPE.matcher(text).matches();
  }

  @Override
  public int compareTo(StrategyKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
