package org.rulewright.dataset.source;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a delivered file is read; with the bytes of the file it names a snapshot.
 *
 * @param sheet the sheet of a workbook, null for delimited text or the first sheet
 * @param delimiter one of {@code , ; \t |}
 * @param skippedLines records before the header, for titles above a table
 * @param columns one choice for each column of the file, in its order
 */
public record SourceOptions(
    SourceFormat format,
    @Nullable String sheet,
    TextEncoding encoding,
    char delimiter,
    char quote,
    int skippedLines,
    boolean header,
    DecimalMark decimalMark,
    List<ColumnChoice> columns) {

  static final String DELIMITERS = ",;\t|";

  public SourceOptions {
    if (DELIMITERS.indexOf(delimiter) < 0 || (quote != '"' && quote != '\'')) {
      throw new IllegalArgumentException("delimiter or quote is not one of those offered");
    }
    if (skippedLines < 0) {
      throw new IllegalArgumentException("skipped lines must not be negative");
    }
    columns = List.copyOf(columns);
  }

  /** The columns that come into the data set. */
  public List<ColumnChoice> kept() {
    return columns.stream().filter(ColumnChoice::kept).toList();
  }

  public SourceOptions withColumns(List<ColumnChoice> others) {
    return new SourceOptions(
        format, sheet, encoding, delimiter, quote, skippedLines, header, decimalMark, others);
  }

  /** The same with one column exchanged, as a form edits it. */
  public SourceOptions withColumn(int index, ColumnChoice choice) {
    return withColumns(
        IntStream.range(0, columns.size())
            .mapToObj(i -> i == index ? choice : columns.get(i))
            .toList());
  }

  public SourceOptions withSkippedLines(int lines) {
    return new SourceOptions(
        format, sheet, encoding, delimiter, quote, lines, header, decimalMark, columns);
  }

  public SourceOptions withHeader(boolean first) {
    return new SourceOptions(
        format, sheet, encoding, delimiter, quote, skippedLines, first, decimalMark, columns);
  }

  public SourceOptions withDelimiter(char other) {
    return new SourceOptions(
        format, sheet, encoding, other, quote, skippedLines, header, decimalMark, columns);
  }

  public SourceOptions withEncoding(TextEncoding other) {
    return new SourceOptions(
        format, sheet, other, delimiter, quote, skippedLines, header, decimalMark, columns);
  }

  public SourceOptions withDecimalMark(DecimalMark other) {
    return new SourceOptions(
        format, sheet, encoding, delimiter, quote, skippedLines, header, other, columns);
  }

  public SourceOptions withSheet(String other) {
    return new SourceOptions(
        format, other, encoding, delimiter, quote, skippedLines, header, decimalMark, columns);
  }
}
