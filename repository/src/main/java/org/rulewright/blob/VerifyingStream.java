package org.rulewright.blob;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Reads content and refuses its end when it was not what its digest says. */
final class VerifyingStream extends FilterInputStream {

  private final Digest expected;
  private final MessageDigest hash = Digest.sha256();
  private boolean ended;

  VerifyingStream(InputStream content, Digest expected) {
    super(content);
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var count = in.read(buffer, offset, length);
    if (count > 0) {
      hash.update(buffer, offset, count);
    } else if (count < 0 && !ended) {
      ended = true;
      var found = Digest.ofHash(hash.digest());
      if (!found.equals(expected)) {
        throw new DamagedBlobException(expected, found);
      }
    }
    return count;
  }

  /** Skipped bytes are read, or the hash would miss them. */
  @Override
  public long skip(long count) throws IOException {
    var skipped = 0L;
    var buffer = new byte[8192];
    while (skipped < count) {
      var read = read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
      if (read < 0) {
        break;
      }
      skipped += read;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
