package org.rulewright.decisionlog;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteConverter;

/** Rows in PostgreSQL's binary COPY format, built in memory. */
public final class CopyBuffer {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final long SECONDS_FROM_1970_TO_2000 = 946_684_800L;
  private static final int TEXT_TYPE = 25;

  private byte[] bytes;
  private int size;

  public CopyBuffer(int capacity) {
    bytes = new byte[Math.max(capacity, 64)];
    append(SIGNATURE);
    int32(0); // flags
    int32(0); // no header extension
  }

  public CopyBuffer row(int columns) {
    int16(columns);
    return this;
  }

  public CopyBuffer text(@Nullable String value) {
    return value == null ? absent() : field(value.getBytes(StandardCharsets.UTF_8));
  }

  CopyBuffer bytea(byte[] value) {
    return field(value);
  }

  public CopyBuffer uuid(@Nullable UUID value) {
    if (value == null) {
      return absent();
    }
    int32(16);
    int64(value.getMostSignificantBits());
    int64(value.getLeastSignificantBits());
    return this;
  }

  CopyBuffer timestamp(Instant value) {
    int32(8);
    int64(
        (value.getEpochSecond() - SECONDS_FROM_1970_TO_2000) * 1_000_000 + value.getNano() / 1000);
    return this;
  }

  public CopyBuffer bigint(long value) {
    int32(8);
    int64(value);
    return this;
  }

  public CopyBuffer truth(@Nullable Boolean value) {
    if (value == null) {
      return absent();
    }
    int32(1);
    append(new byte[] {(byte) (value ? 1 : 0)});
    return this;
  }

  CopyBuffer integer(@Nullable Integer value) {
    if (value == null) {
      return absent();
    }
    int32(4);
    int32(value);
    return this;
  }

  public CopyBuffer numeric(@Nullable BigDecimal value) {
    return value == null ? absent() : field(ByteConverter.numeric(value));
  }

  public CopyBuffer texts(List<String> values) {
    int lengthAt = size;
    int32(0);
    int32(values.isEmpty() ? 0 : 1); // dimensions
    int32(0); // no nulls
    int32(TEXT_TYPE);
    if (!values.isEmpty()) {
      int32(values.size());
      int32(1); // lower bound
      values.forEach(this::text);
    }
    putInt32(lengthAt, size - lengthAt - 4);
    return this;
  }

  /**
   * Ends the data and sends it.
   *
   * @param copy the statement that reads the rows from standard input, in binary format
   */
  public void send(Connection connection, String copy) throws SQLException {
    int16(-1);
    var stream = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
    try {
      stream.writeToCopy(bytes, 0, size);
      stream.endCopy();
    } finally {
      if (stream.isActive()) {
        stream.cancelCopy();
      }
    }
  }

  private CopyBuffer absent() {
    int32(-1);
    return this;
  }

  private CopyBuffer field(byte[] value) {
    int32(value.length);
    append(value);
    return this;
  }

  private void append(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  private void int16(int value) {
    room(2);
    bytes[size++] = (byte) (value >>> 8);
    bytes[size++] = (byte) value;
  }

  private void int32(int value) {
    room(4);
    putInt32(size, value);
    size += 4;
  }

  private void putInt32(int at, int value) {
    ByteConverter.int4(bytes, at, value);
  }

  private void int64(long value) {
    room(8);
    ByteConverter.int8(bytes, size, value);
    size += 8;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
