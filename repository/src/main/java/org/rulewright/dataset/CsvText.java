package org.rulewright.dataset;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * CSV as we hand it out: RFC 4180, with a mark by which spreadsheets know UTF-8, and with texts
 * that a spreadsheet would take for a formula made harmless.
 */
final class CsvText {
  private static final Pattern QUOTE_NEEDED = Pattern.compile("[\",\r\n]");
  private static final String FORMULA_STARTS = "=+-@\t\r\0";

  private final Writer out;

  CsvText(Writer out) throws IOException {
    this.out = out;
    out.write('\uFEFF');
  }

  /** Writes one record; texts that came from outside must have gone through {@link #harmless}. */
  void record(List<String> fields) throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      out.write(i == 0 ? "" : ",");
      out.write(quoted(fields.get(i)));
    }
    out.write("\r\n");
  }

  static String harmless(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String field) {
    return QUOTE_NEEDED.matcher(field).find() ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
