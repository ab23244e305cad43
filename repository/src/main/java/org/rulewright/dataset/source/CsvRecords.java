package org.rulewright.dataset.source;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.Arrays;
import org.rulewright.dataset.source.SourceProblem.Code;

/**
 * Delimited text after RFC 4180, read in one pass with a fixed buffer.
 *
 * <p>A quote opens a quoted field only at its beginning; inside, two quotes are one. Bytes that are
 * no character become U+FFFD, so that the row they stand in can be named and refused alone.
 */
final class CsvRecords implements Records {
  private static final int END = -1;

  private final Unpacked bytes;
  private final Reader reader;
  private final char delimiter;
  private final char quote;
  private final SourceLimits limits;

  private final char[] buffer = new char[1 << 15];
  private int position;
  private int filled;

  private String[] fields = new String[16];
  private int size;
  private char[] field = new char[256];
  private int length;
  private long line = 1;
  private long start = 1;

  private CsvRecords(Unpacked bytes, SourceOptions options, SourceLimits limits) {
    this.bytes = bytes;
    this.delimiter = options.delimiter();
    this.quote = options.quote();
    this.limits = limits;
    var decoder =
        options
            .encoding()
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    this.reader = new InputStreamReader(bytes, decoder);
  }

  static CsvRecords open(Path file, SourceOptions options, SourceLimits limits) throws IOException {
    var records = new CsvRecords(Unpacked.open(file, limits), options, limits);
    try {
      records.skipByteOrderMark();
      return records;
    } catch (IOException | RuntimeException e) {
      records.close();
      throw e;
    }
  }

  private void skipByteOrderMark() throws IOException {
    if (peek() == '\uFEFF') {
      position++;
    }
  }

  @Override
  public boolean next() throws IOException {
    while (peek() != END) {
      readRecord();
      if (size > 1 || !fields[0].isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void readRecord() throws IOException {
    start = line;
    size = 0;
    boolean more = true;
    while (more) {
      length = 0;
      more = peek() == quote ? readQuoted() : readPlain();
      keepField();
    }
  }

  /** Reads up to the delimiter or the end of the record; true when another field follows. */
  private boolean readPlain() throws IOException {
    while (true) {
      int c = peek();
      if (c == END) {
        return false;
      }
      position++;
      if (c == delimiter) {
        return true;
      }
      if (endsLine(c)) {
        return false;
      }
      put((char) c);
    }
  }

  private boolean readQuoted() throws IOException {
    long opened = line;
    position++;
    while (true) {
      int c = peek();
      if (c == END) {
        throw new UnreadableSourceException(SourceProblem.of(Code.QUOTE_NOT_CLOSED, opened));
      }
      position++;
      if (c != quote) {
        countLine(c);
        put((char) c);
      } else if (peek() == quote) {
        position++;
        put(quote);
      } else {
        return readPlain();
      }
    }
  }

  private boolean endsLine(int c) throws IOException {
    if (c == '\n') {
      line++;
      return true;
    }
    if (c == '\r') {
      if (peek() == '\n') {
        position++;
      }
      line++;
      return true;
    }
    return false;
  }

  /** Inside quotes a line break is text, yet it moves the place we name in messages. */
  private void countLine(int c) throws IOException {
    if (c == '\n' || (c == '\r' && peek() != '\n')) {
      line++;
    }
  }

  private void put(char c) throws UnreadableSourceException {
    if (length == field.length) {
      if (length >= limits.fieldLength()) {
        throw new UnreadableSourceException(
            SourceProblem.of(Code.FIELD_TOO_LONG, start, limits.fieldLength()));
      }
      field = Arrays.copyOf(field, Math.min(length * 2, limits.fieldLength()));
    }
    field[length++] = c;
  }

  private void keepField() throws UnreadableSourceException {
    if (size == limits.columns()) {
      throw new UnreadableSourceException(
          SourceProblem.of(Code.TOO_MANY_COLUMNS, start, limits.columns()));
    }
    if (size == fields.length) {
      fields = Arrays.copyOf(fields, size * 2);
    }
    fields[size++] = length == 0 ? "" : new String(field, 0, length);
  }

  private int peek() throws IOException {
    if (position == filled) {
      position = 0;
      filled = reader.read(buffer, 0, buffer.length);
      if (filled <= 0) {
        filled = 0;
        return END;
      }
    }
    return buffer[position];
  }

  @Override
  public String[] fields() {
    return fields;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public long line() {
    return start;
  }

  @Override
  public long delivered() {
    return bytes.delivered();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
