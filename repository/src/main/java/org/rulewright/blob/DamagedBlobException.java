package org.rulewright.blob;

import java.io.IOException;

/** A file is no longer what its name says: the disk or somebody changed it. */
public final class DamagedBlobException extends IOException {
  private final transient Digest found;

  DamagedBlobException(Digest expected, Digest found) {
    super("the file %s holds other content, of hash %s".formatted(expected, found));
    this.found = found;
  }

  /** What the content hashes to instead. */
  public Digest found() {
    return found;
  }
}
