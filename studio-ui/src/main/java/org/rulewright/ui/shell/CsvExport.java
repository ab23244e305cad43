package org.rulewright.ui.shell;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes a table as CSV that spreadsheets open rightly: UTF-8 with a mark, shown columns only.
 *
 * <p>Numbers stand there as programs read them, without groups or units; times are on the person's
 * clock.
 */
final class CsvExport {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private CsvExport() {}

  /** The stream is not closed: where a row fails, a download must not end as if it were whole. */
  static <T> void write(TableExtract<T> extract, OutputStream out) throws IOException {
    var columns = extract.columns();
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(BYTE_ORDER_MARK);
    writeLine(writer, columns.stream().map(each -> cell(each.heading())).toList());
    extract
        .rows()
        .accept(row ->
            writeLine(
                writer,
                columns.stream()
                    .map(column -> cell(TableCell.of(column, row, extract.zone())))
                    .toList()));
    writer.flush();
  }

  private static void writeLine(Writer writer, List<String> cells) {
    try {
      writer.write(String.join(",", cells));
      writer.write("\r\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String cell(TableCell cell) {
    return switch (cell) {
      case TableCell.Empty empty -> "";
      case TableCell.Text text -> cell(text.text());
      case TableCell.Quantity quantity -> quantity.value().toPlainString();
      case TableCell.Truth truth -> Boolean.toString(truth.value());
      case TableCell.Day day -> day.date().toString();
      case TableCell.Moment moment -> TIME.format(moment.time());
    };
  }

  /** Quotes a text, and takes from it the power to be a formula in a spreadsheet. */
  static String cell(String text) {
    var harmless = startsLikeFormula(text) ? "'" + text : text;
    return "\"" + harmless.replace("\"", "\"\"") + "\"";
  }

  private static boolean startsLikeFormula(String text) {
    return !text.isEmpty()
        && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
        && !text.matches("[+-]?[0-9][0-9.,]*%?");
  }
}
