package org.rulewright.modelregistry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rulewright.blob.Digest;

/** A model file that has come in and is not kept yet; closing it removes it. */
public final class ReceivedModel implements AutoCloseable {

  private final Path file;
  private final Digest digest;
  private final long bytes;

  ReceivedModel(Path file, Digest digest, long bytes) {
    this.file = file;
    this.digest = digest;
    this.bytes = bytes;
  }

  Path file() {
    return file;
  }

  Digest digest() {
    return digest;
  }

  public long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
