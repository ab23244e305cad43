package org.rulewright.dataset.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The records of a delivered file, one after the other. */
interface Records extends Closeable {

  /** Goes on to the next record that is not wholly empty; false at the end. */
  boolean next() throws IOException;

  /** The fields of the current record; the array belongs to the reader and is used again. */
  String[] fields();

  int size();

  /** The line of the file, counted from 1, where the current record begins. */
  long line();

  /** Bytes of the delivered file read so far. */
  long delivered();

  static Records open(Path file, SourceOptions options, SourceLimits limits) throws IOException {
    var records =
        switch (options.format()) {
          case CSV -> CsvRecords.open(file, options, limits);
          case XLSX -> XlsxRecords.open(file, options, limits);
        };
    for (int i = 0; i < options.skippedLines() && records.next(); i++) {
      // Titles above the table are no data.
    }
    return records;
  }
}
