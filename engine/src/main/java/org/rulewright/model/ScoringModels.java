package org.rulewright.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;

/** Opens model files of strangers. */
public final class ScoringModels {

  private ScoringModels() {}

  /** SHA-256 of the bytes, in lower-case hexadecimal digits: how a model file is named. */
  public static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Opens a file whose features are named by the file itself. */
  public static OpenResult open(
      byte[] bytes, String digest, ModelFormat format, ModelLimits limits) {
    return open(bytes, digest, format, limits, List.of());
  }

  /**
   * Opens a file.
   *
   * @param digest what the bytes must hash to; see {@link #digest}
   * @param features what the features are called, in order, where an ONNX file has only one tensor
   *     for all of them; else empty. PMML files name theirs, and this is left aside
   */
  public static OpenResult open(
      byte[] bytes, String digest, ModelFormat format, ModelLimits limits, List<String> features) {
    if (bytes.length == 0) {
      return refused("model.empty");
    }
    if (bytes.length > limits.maxBytes()) {
      return tooLarge(bytes.length, limits);
    }
    var actual = digest(bytes);
    if (!actual.equals(digest)) {
      return refused("model.digest", digest, actual);
    }
    try {
      return LoadTime.within(
          limits.load(),
          () ->
              switch (format) {
                case ONNX -> OnnxOpening.open(bytes, digest, limits, List.copyOf(features));
                case PMML -> PmmlOpening.open(bytes, digest, limits);
              },
          ScoringModels::release);
    } catch (TimeoutException e) {
      return refused("model.load-timeout", String.valueOf(limits.load().toSeconds()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("opening a model failed", e.getCause());
    }
  }

  /**
   * Opens a file on disk.
   *
   * @throws IOException when the file cannot be read
   */
  public static OpenResult open(
      Path file, String digest, ModelFormat format, ModelLimits limits, List<String> features)
      throws IOException {
    long size = Files.size(file);
    return size > limits.maxBytes()
        ? tooLarge(size, limits)
        : open(Files.readAllBytes(file), digest, format, limits, features);
  }

  private static void release(OpenResult late) {
    if (late instanceof OpenResult.Opened opened) {
      opened.model().close();
    }
  }

  private static OpenResult tooLarge(long size, ModelLimits limits) {
    return refused("model.too-large", megabytes(size), megabytes(limits.maxBytes()));
  }

  private static String megabytes(long bytes) {
    return String.valueOf(Math.ceilDiv(bytes, 1024 * 1024));
  }

  static OpenResult refused(String code, String... arguments) {
    return new OpenResult.Refused(List.of(Diagnostic.error(code, Place.NOWHERE, arguments)));
  }
}
