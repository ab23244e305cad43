package org.rulewright.ui.shell;

import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;

/**
 * Writes a table as a workbook: typed cells, shown columns only, a bold first row that stays in
 * view and filters.
 *
 * <p>Rows go out as they come. A table longer than a sheet can be goes on in a second one.
 */
final class ExcelExport {
  private static final String APPLICATION = "Rulewright";

  private ExcelExport() {}

  /** A failure leaves a file that no spreadsheet opens, rather than one that lacks rows. */
  static <T> void write(TableExtract<T> extract, OutputStream out) throws IOException {
    var workbook = new Workbook(out, APPLICATION, null);
    var sheets = new ExcelSheets<>(workbook, extract);
    extract.rows().accept(sheets::add);
    sheets.finish();
    workbook.finish();
  }
}
