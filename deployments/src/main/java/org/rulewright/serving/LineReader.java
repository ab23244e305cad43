package org.rulewright.serving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes, each at most of a certain length, without ever holding more than one. */
final class LineReader {

  /**
   * One line.
   *
   * @param number counts from 1, blank lines included
   * @param tooLong whether the line was longer than allowed; its bytes are dropped then
   */
  record Line(long number, byte[] bytes, boolean tooLong) {

    boolean blank() {
      for (byte character : bytes) {
        if (character != ' ' && character != '\t' && character != '\r') {
          return false;
        }
      }
      return !tooLong;
    }
  }

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[16 * 1024];
  private int at;
  private int end;
  private long number;

  LineReader(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line, or null at the end. */
  @Nullable Line next() throws IOException {
    var bytes = new ByteArrayOutputStream(512);
    boolean tooLong = false;
    boolean begun = false;
    while (at < end || fill()) {
      begun = true;
      int newline = at;
      while (newline < end && buffer[newline] != '\n') {
        newline++;
      }
      tooLong |= bytes.size() + newline - at > longest;
      if (!tooLong) {
        bytes.write(buffer, at, newline - at);
      }
      at = Math.min(newline + 1, end);
      if (newline < end) {
        return new Line(++number, bytes.toByteArray(), tooLong);
      }
    }
    return begun ? new Line(++number, bytes.toByteArray(), tooLong) : null;
  }

  /** Whether the next line, or a part of it, is there without waiting for the sender. */
  boolean ready() throws IOException {
    return at < end || in.available() > 0;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(in.read(buffer), 0);
    return end > 0;
  }
}
