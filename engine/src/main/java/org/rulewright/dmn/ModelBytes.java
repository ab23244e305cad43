package org.rulewright.dmn;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The bytes of a model, as they are or packed. */
sealed interface ModelBytes {

  /** A copy of the bytes. */
  byte[] get();

  /** The same in less memory. */
  ModelBytes packed();

  /** Takes the bytes over. */
  static ModelBytes of(byte[] bytes) {
    return new Plain(bytes);
  }

  /** The bytes as they are. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Plain(byte[] bytes) implements ModelBytes {
    @Override
    public byte[] get() {
      return bytes.clone();
    }

    @Override
    public ModelBytes packed() {
      try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
        deflater.setInput(bytes);
        deflater.finish();
        var packed = new byte[Math.max(64, bytes.length / 8)];
        int length = 0;
        while (!deflater.finished()) {
          if (length == packed.length) {
            packed = Arrays.copyOf(packed, 2 * length);
          }
          length += deflater.deflate(packed, length, packed.length - length);
        }
        return new Packed(Arrays.copyOf(packed, length), bytes.length);
      }
    }
  }

  /**
   * The bytes deflated.
   *
   * @param length of the bytes as they were
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Packed(byte[] deflated, int length) implements ModelBytes {
    @Override
    public byte[] get() {
      var bytes = new byte[length];
      try (var inflater = new Inflater()) {
        inflater.setInput(deflated);
        int read = 0;
        while (read < length) {
          int more = inflater.inflate(bytes, read, length - read);
          if (more == 0) {
            throw new IllegalStateException("packed bytes end early");
          }
          read += more;
        }
        return bytes;
      } catch (DataFormatException e) {
        throw new IllegalStateException("packed bytes cannot be read", e);
      }
    }

    @Override
    public ModelBytes packed() {
      return this;
    }
  }
}
