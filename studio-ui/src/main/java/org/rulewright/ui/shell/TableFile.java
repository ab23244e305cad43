package org.rulewright.ui.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The kinds of files a table can be taken away as. */
enum TableFile {
  CSV("csv", "text/csv; charset=UTF-8"),
  EXCEL("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String ending;
  private final String contentType;

  TableFile(String ending, String contentType) {
    this.ending = ending;
    this.contentType = contentType;
  }

  String ending() {
    return ending;
  }

  String contentType() {
    return contentType;
  }

  /** Writes the rows as they come; memory does not grow with their number. */
  void write(TableExtract<?> extract, OutputStream out) throws IOException {
    try {
      switch (this) {
        case CSV -> CsvExport.write(extract, out);
        case EXCEL -> ExcelExport.write(extract, out);
      }
    } catch (UncheckedIOException broken) {
      throw broken.getCause(); // most often the browser that stopped the download
    }
  }
}
