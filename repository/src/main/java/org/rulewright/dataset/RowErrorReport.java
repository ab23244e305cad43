package org.rulewright.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.rulewright.dataset.source.RowProblem;

/** The list of what was wrong, as a CSV that a person sends back to whoever delivered the file. */
public final class RowErrorReport implements Closeable {
  /** Beyond this a file is wrong as a whole and nobody reads on. */
  static final int LONGEST = 100_000;

  private final Writer out;
  private final CsvText csv;
  private long problems;

  public RowErrorReport(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file);
    this.csv = new CsvText(out);
    csv.record(List.of("line", "column", "value", "code", "原因", "reason"));
  }

  /** Adds what is wrong with one row. */
  public void add(List<RowProblem> found) throws IOException {
    for (var problem : found) {
      if (++problems <= LONGEST) {
        add(problem);
      }
    }
  }

  private void add(RowProblem problem) throws IOException {
    var column = problem.column();
    csv.record(
        List.of(
            Long.toString(problem.line()),
            column == null ? "" : CsvText.harmless(column),
            CsvText.harmless(problem.value()),
            problem.problem().name(),
            problem.problem().message(Locale.CHINESE),
            problem.problem().message(Locale.ENGLISH)));
  }

  @Override
  public void close() throws IOException {
    if (problems > LONGEST) {
      var more = Long.toString(problems - LONGEST);
      csv.record(List.of("", "", "", "MORE", "另有 " + more + " 个问题未列出", more + " more problems"));
    }
    out.close();
  }
}
