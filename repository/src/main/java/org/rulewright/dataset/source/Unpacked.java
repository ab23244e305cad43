package org.rulewright.dataset.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.rulewright.dataset.source.SourceProblem.Code;

/** The bytes of a delivered file, decompressed where it is gzip, never more than the limits. */
final class Unpacked extends FilterInputStream {
  private static final int BUFFER = 1 << 16;
  private static final long RATIO_MATTERS_FROM = 64L << 20;

  private final Counted delivered;
  private final SourceLimits limits;
  private long unpacked;

  private Unpacked(InputStream in, Counted delivered, SourceLimits limits) {
    super(in);
    this.delivered = delivered;
    this.limits = limits;
  }

  static Unpacked open(Path file, SourceLimits limits) throws IOException {
    long size = Files.size(file);
    if (size == 0) {
      throw new UnreadableSourceException(SourceProblem.of(Code.EMPTY, 0));
    }
    if (size > limits.bytes()) {
      throw new UnreadableSourceException(
          SourceProblem.of(Code.TOO_LARGE, 0, size, limits.bytes()));
    }
    var counted = new Counted(Files.newInputStream(file));
    try {
      return new Unpacked(unpacked(counted), counted, limits);
    } catch (IOException | RuntimeException e) {
      counted.close();
      throw e;
    }
  }

  private static InputStream unpacked(Counted counted) throws IOException {
    var buffered = new BufferedInputStream(counted, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER) : buffered;
  }

  /** Bytes of the delivered file read so far, for progress. */
  long delivered() {
    return delivered.count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count;
    try {
      count = super.read(bytes, offset, length);
    } catch (ZipException | EOFException e) {
      throw new UnreadableSourceException(SourceProblem.of(Code.BROKEN_COMPRESSION, 0));
    }
    unpacked += Math.max(count, 0);
    refuseBomb();
    return count;
  }

  private void refuseBomb() throws UnreadableSourceException {
    if (unpacked > limits.unpackedBytes()) {
      throw new UnreadableSourceException(
          SourceProblem.of(Code.UNPACKED_TOO_LARGE, 0, limits.unpackedBytes()));
    }
    if (unpacked > RATIO_MATTERS_FROM && unpacked / limits.ratio() > delivered.count) {
      throw new UnreadableSourceException(
          SourceProblem.of(Code.COMPRESSION_BOMB, 0, limits.ratio()));
    }
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
