package org.rulewright.dataset;

import java.util.regex.Pattern;

/**
 * What a person says of a data set to be.
 *
 * @param key its name in a SELECT: lower-case letters, digits and underscores
 */
public record NewDataset(String key, String name, String description) {
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final int LONGEST_NAME = 200;

  public NewDataset {
    if (!isKey(key)) {
      throw new IllegalArgumentException("not a key: " + key);
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
    }
  }

  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }
}
