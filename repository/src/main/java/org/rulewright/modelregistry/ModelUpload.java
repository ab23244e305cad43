package org.rulewright.modelregistry;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rulewright.model.ModelFormat;

/**
 * What comes with a model file.
 *
 * @param name of a new model; an existing one takes it too
 * @param fileName its ending tells the format
 * @param expected expected scores as CSV, null when there are none
 */
public record ModelUpload(String key, String name, String fileName, @Nullable String expected) {

  /** Far more rows than a self-test needs. */
  public static final int MOST_EXPECTED_BYTES = 20 << 20;

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9._-]{0,62}");

  /** Whether a model can be called by this key. */
  public static boolean isKey(String key) {
    return KEY.matcher(key).matches();
  }

  /** The format by the file's name, null where it has another ending. */
  @Nullable ModelFormat format() {
    var lower = fileName.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".onnx")) {
      return ModelFormat.ONNX;
    }
    return lower.endsWith(".pmml") || lower.endsWith(".xml") ? ModelFormat.PMML : null;
  }
}
