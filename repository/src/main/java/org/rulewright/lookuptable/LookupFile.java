package org.rulewright.lookuptable;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decision.LookupShape;
import org.rulewright.lookup.LookupBuild;
import org.rulewright.lookup.LookupBuilder;
import org.rulewright.lookup.LookupDefinition;
import org.rulewright.lookup.LookupTable;

/**
 * The form in which the columns and rows of a version are kept: the same bytes for the same table,
 * so that their digest names it. Key and name of the table are not part of it.
 */
final class LookupFile {

  private static final byte[] FORMAT = "rulewright-lookup-1\n".getBytes(StandardCharsets.US_ASCII);

  private LookupFile() {}

  static void write(LookupTable table, OutputStream target) throws IOException {
    var out = new DataOutputStream(new BufferedOutputStream(target, 1 << 16));
    var definition = table.definition();
    out.write(FORMAT);
    write(definition.keys(), out);
    write(definition.values(), out);
    out.writeBoolean(definition.dated());
    out.writeInt(table.size());
    for (int row = 0; row < table.size(); row++) {
      for (var value : table.row(row).values()) {
        write(value, out);
      }
      if (definition.dated()) {
        var period = table.period(row);
        write(period.from(), out);
        write(period.to(), out);
      }
    }
    out.flush();
  }

  private static void write(List<LookupShape.Column> columns, DataOutputStream out)
      throws IOException {
    out.writeInt(columns.size());
    for (var column : columns) {
      out.writeUTF(column.name());
      out.writeUTF(column.type().name());
    }
  }

  private static void write(@Nullable Object value, DataOutputStream out) throws IOException {
    out.writeBoolean(value != null);
    switch (value) {
      case null -> {
        // its absence is written
      }
      case String text -> bytes(text.getBytes(StandardCharsets.UTF_8), out);
      case BigDecimal number -> {
        out.writeInt(number.scale());
        bytes(number.unscaledValue().toByteArray(), out);
      }
      case Boolean bool -> out.writeBoolean(bool);
      case LocalDate date -> out.writeLong(date.toEpochDay());
      default -> throw new IllegalStateException("no look-up table holds " + value.getClass());
    }
  }

  private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads a table to the end of the stream, which thereby verifies what it has read. */
  static LookupTable read(String key, String name, InputStream source) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(source, 1 << 16));
    if (!Arrays.equals(in.readNBytes(FORMAT.length), FORMAT)) {
      throw new IOException("not the file of a look-up table");
    }
    var keys = columns(in);
    var values = columns(in);
    var definition = new LookupDefinition(key, name, keys, values, in.readBoolean());
    var builder = new LookupBuilder(definition);
    rows(definition, in, builder);
    if (in.read() >= 0) {
      throw new IOException("the file of a look-up table goes on after its end");
    }
    return switch (builder.build()) {
      case LookupBuild.Built(LookupTable table) -> table;
      case LookupBuild.Refused refused ->
          throw new IOException("a kept look-up table is refused: " + refused.findings());
    };
  }

  private static void rows(LookupDefinition definition, DataInputStream in, LookupBuilder builder)
      throws IOException {
    var types = new ArrayList<FactType>();
    definition.keys().forEach(it -> types.add(it.type()));
    definition.values().forEach(it -> types.add(it.type()));
    if (definition.dated()) {
      types.add(FactType.DATE);
      types.add(FactType.DATE);
    }
    @Nullable Object[] cells = new Object[types.size()];
    int rows = in.readInt();
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < cells.length; i++) {
        cells[i] = in.readBoolean() ? value(types.get(i), in) : null;
      }
      builder.add(cells);
    }
  }

  private static List<LookupShape.Column> columns(DataInputStream in) throws IOException {
    var columns = new ArrayList<LookupShape.Column>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      columns.add(new LookupShape.Column(in.readUTF(), FactType.valueOf(in.readUTF())));
    }
    return columns;
  }

  private static Object value(FactType type, DataInputStream in) throws IOException {
    return switch (type) {
      case TEXT -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
      case NUMBER -> {
        int scale = in.readInt();
        yield new BigDecimal(new BigInteger(in.readNBytes(in.readInt())), scale);
      }
      case BOOLEAN -> in.readBoolean();
      case DATE -> LocalDate.ofEpochDay(in.readLong());
      case TIME, DATE_TIME, DURATION, LIST, CONTEXT, ANY ->
          throw new IOException("no look-up table holds " + type);
    };
  }
}
