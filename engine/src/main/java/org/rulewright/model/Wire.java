package org.rulewright.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads the fields of one message of protocol buffers, whose meaning is left to the caller.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding</a>
 */
final class Wire {

  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int BYTES = 2;
  private static final int FOUR_BYTES = 5;

  private final ByteBuffer buffer;
  private int field;
  private int type;
  private long number;
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  Wire(ByteBuffer buffer) {
    this.buffer = buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Moves to the next field; false at the end of the message. */
  boolean next() throws MalformedFileException {
    if (!buffer.hasRemaining()) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    type = (int) (tag & 7);
    if (field < 1 || tag >>> 32 != 0) {
      throw new MalformedFileException("a field has the number " + (tag >>> 3));
    }
    switch (type) {
      case VARINT -> number = varint();
      case EIGHT_BYTES -> number = take(8).getLong();
      case FOUR_BYTES -> number = take(4).getInt();
      case BYTES -> bytes = take(varint());
      default -> throw new MalformedFileException("a field has the wire type " + type);
    }
    return true;
  }

  int field() {
    return field;
  }

  boolean isMessage() {
    return type == BYTES;
  }

  long number() throws MalformedFileException {
    if (type == BYTES) {
      throw new MalformedFileException("field " + field + " should be a number");
    }
    return number;
  }

  ByteBuffer bytes() throws MalformedFileException {
    if (type != BYTES) {
      throw new MalformedFileException("field " + field + " should not be a number");
    }
    return bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  String text() throws MalformedFileException {
    return StandardCharsets.UTF_8.decode(bytes()).toString();
  }

  Wire message() throws MalformedFileException {
    return new Wire(bytes());
  }

  /** The numbers of a repeated field, whether packed into one or not. */
  long[] numbers() throws MalformedFileException {
    if (type != BYTES) {
      return new long[] {number};
    }
    var packed = new Wire(bytes);
    var found = new long[packed.buffer.remaining()];
    int count = 0;
    while (packed.buffer.hasRemaining()) {
      found[count++] = packed.varint();
    }
    return java.util.Arrays.copyOf(found, count);
  }

  private ByteBuffer take(long length) throws MalformedFileException {
    if (length < 0 || length > buffer.remaining()) {
      throw new MalformedFileException("the file ends in the middle of field " + field);
    }
    var taken = buffer.slice(buffer.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.position(buffer.position() + (int) length);
    return taken;
  }

  private long varint() throws MalformedFileException {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      if (!buffer.hasRemaining()) {
        throw new MalformedFileException("the file ends in the middle of a number");
      }
      byte next = buffer.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedFileException("a number has more than ten bytes");
  }
}
