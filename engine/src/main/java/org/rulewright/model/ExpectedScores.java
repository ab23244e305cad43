package org.rulewright.model;

import java.util.ArrayList;
import java.util.List;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;

/**
 * Rows of inputs with the outputs a model gave for them where it was made.
 *
 * <p>Read from CSV (comma, quotation marks, a header). A column with the name of an input holds it;
 * {@code expected_}, then the name of an output, holds what is expected of it. {@code
 * expected_label} stands for the predicted label and {@code expected_p1} for the probability of
 * class 1, whatever the model calls them. An empty cell is a missing value, in an input, and
 * nothing to compare, in an output.
 *
 * @param columns the header
 * @param rows the cells, as many as there are columns
 */
public record ExpectedScores(List<String> columns, List<List<String>> rows) {

  /** The largest difference between a score and what is expected of it, for scores up to 1. */
  public static final double TOLERANCE = 1e-6;

  static final String PREFIX = "expected_";

  public ExpectedScores {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** What reading a text came to. */
  public sealed interface Reading {

    record Read(ExpectedScores scores) implements Reading {}

    record Refused(List<Diagnostic> problems) implements Reading {}
  }

  /** Reads the text of a CSV file. */
  public static Reading read(String csv) {
    var records = CsvText.records(csv);
    if (records.size() < 2) {
      return refused("model.expected-empty");
    }
    var columns = records.getFirst().stream().map(String::strip).toList();
    var rows = new ArrayList<List<String>>(records.size() - 1);
    for (int i = 1; i < records.size(); i++) {
      if (records.get(i).size() != columns.size()) {
        return refused(
            "model.expected-width",
            String.valueOf(i + 1),
            String.valueOf(records.get(i).size()),
            String.valueOf(columns.size()));
      }
      rows.add(records.get(i));
    }
    if (columns.stream().noneMatch(column -> column.startsWith(PREFIX))) {
      return refused("model.expected-nothing");
    }
    return new Reading.Read(new ExpectedScores(columns, rows));
  }

  /** The columns that are not expected outputs, in order: what the features are called. */
  public List<String> features() {
    return columns.stream().filter(column -> !column.startsWith(PREFIX)).toList();
  }

  private static Reading refused(String code, String... arguments) {
    return new Reading.Refused(List.of(Diagnostic.error(code, Place.NOWHERE, arguments)));
  }
}
