package org.rulewright.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV as RFC 4180 has it; blank lines are left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvText {

  private final String text;
  private final List<List<String>> records = new ArrayList<>();
  private List<String> record = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean wasQuoted;

  private CsvText(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  static List<List<String>> records(String text) {
    var csv = new CsvText(text);
    csv.read();
    return csv.records;
  }

  private void read() {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"' && (quoted || cell.isEmpty())) {
        quoted = !quoted;
        wasQuoted = true;
      } else if (quoted) {
        cell.append(c);
      } else if (c == ',') {
        endCell();
      } else if (c == '\n') {
        endRecord();
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    endRecord();
  }

  private void endCell() {
    record.add(cell.toString());
    cell.setLength(0);
  }

  private void endRecord() {
    if (record.isEmpty() && cell.isEmpty() && !wasQuoted) {
      return;
    }
    endCell();
    records.add(List.copyOf(record));
    record = new ArrayList<>();
    wasQuoted = false;
  }
}
