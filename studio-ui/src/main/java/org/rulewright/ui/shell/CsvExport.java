package org.rulewright.ui.shell;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a table as CSV that spreadsheets open rightly: UTF-8 with a mark, shown columns only. */
final class CsvExport {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvExport() {}

  static <T> void write(DataTable<T> table, OutputStream out) throws IOException {
    var columns = table.columns().stream().filter(table::isShown).toList();
    try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      writer.write(BYTE_ORDER_MARK);
      writeLine(writer, columns.stream().map(TableColumn::heading).toList());
      for (Iterator<T> rows = table.everyRow().iterator(); rows.hasNext(); ) {
        var row = rows.next();
        writeLine(writer, columns.stream().map(column -> column.text().apply(row)).toList());
      }
    }
  }

  private static void writeLine(Writer writer, List<String> cells) throws IOException {
    writer.write(cells.stream().map(CsvExport::cell).collect(Collectors.joining(",")));
    writer.write("\r\n");
  }

  /** Quotes a cell, and takes from it the power to be a formula in a spreadsheet. */
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
