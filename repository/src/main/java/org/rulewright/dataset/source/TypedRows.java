package org.rulewright.dataset.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.source.SourceProblem.Code;

/** The records of a file read by its options: typed values of the kept columns, or problems. */
public final class TypedRows implements Closeable {
  private final Records records;
  private final SourceOptions options;
  private final SourceLimits limits;
  private final @Nullable Object[] values;
  private final List<RowProblem> problems = new ArrayList<>();
  private long count;

  private TypedRows(Records records, SourceOptions options, SourceLimits limits) {
    this.records = records;
    this.options = options;
    this.limits = limits;
    this.values = new Object[options.kept().size()];
  }

  public static TypedRows open(Path file, SourceOptions options, SourceLimits limits)
      throws IOException {
    var rows = new TypedRows(Records.open(file, options, limits), options, limits);
    try {
      rows.passHeader();
      return rows;
    } catch (IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  private void passHeader() throws IOException {
    if (!options.header() || !records.next()) {
      return;
    }
    if (records.size() != options.columns().size()) {
      throw new UnreadableSourceException(
          SourceProblem.of(
              Code.COLUMNS_DIFFER, records.line(), options.columns().size(), records.size()));
    }
  }

  /** Goes on to the next row; false at the end. */
  public boolean next() throws IOException {
    problems.clear();
    if (!records.next()) {
      return false;
    }
    if (++count > limits.rows()) {
      throw new UnreadableSourceException(
          SourceProblem.of(Code.TOO_MANY_ROWS, records.line(), limits.rows()));
    }
    readRow();
    return true;
  }

  private void readRow() {
    int expected = options.columns().size();
    if (records.size() != expected) {
      var problem =
          records.size() < expected ? CellProblem.TOO_FEW_FIELDS : CellProblem.TOO_MANY_FIELDS;
      problems.add(
          new RowProblem(records.line(), null, records.size() + " / " + expected, problem));
      return;
    }
    int target = 0;
    for (int i = 0; i < expected; i++) {
      var column = options.columns().get(i);
      if (column.kept()) {
        values[target++] = value(column, records.fields()[i]);
      }
    }
  }

  private @Nullable Object value(ColumnChoice column, String text) {
    return switch (column.read(text, options.decimalMark())) {
      case Cell.Value(Object value) -> value;
      case Cell.Wrong(CellProblem problem) -> {
        problems.add(new RowProblem(records.line(), column.name(), text, problem));
        yield null;
      }
    };
  }

  /** The values of the kept columns, valid when there is no problem; the array is used again. */
  public @Nullable Object[] values() {
    return values;
  }

  /** What is wrong with the current row. */
  public List<RowProblem> problems() {
    return problems;
  }

  public long line() {
    return records.line();
  }

  /** Rows met so far, good and bad. */
  public long count() {
    return count;
  }

  /** Bytes of the delivered file read so far, for progress. */
  public long delivered() {
    return records.delivered();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
