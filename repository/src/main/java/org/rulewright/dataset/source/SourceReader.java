package org.rulewright.dataset.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rulewright.dataset.source.SourceProblem.Code;

/** Looks at the beginning of a delivered file and guesses how it wants to be read. */
public final class SourceReader {
  /** Rows looked at for guessing types and showing problems. */
  static final int LOOKED = 2_000;

  /** Rows shown. */
  static final int SHOWN = 50;

  private static final int PROBLEMS_SHOWN = 100;

  /** Records that decide about the delimiter. */
  private static final int SAMPLE = 200;

  private static final List<String> NONE = List.of();

  private final SourceLimits limits;

  public SourceReader(SourceLimits limits) {
    this.limits = limits;
  }

  /** Guesses everything. */
  public SourcePreview preview(Path file) throws IOException {
    return guessColumns(file, guessLayout(file));
  }

  /** Guesses the columns anew for changed options of the file, such as its delimiter. */
  public SourcePreview guessColumns(Path file, SourceOptions options) throws IOException {
    var sample = sample(file, options, LOOKED);
    return preview(
        file, options.withColumns(Columns.guess(sample, options.header(), options.decimalMark())));
  }

  /** Shows what the given options make of the file. */
  public SourcePreview preview(Path file, SourceOptions options) throws IOException {
    var problems = new ArrayList<RowProblem>();
    int looked = 0;
    try (var typed = TypedRows.open(file, options, limits)) {
      while (looked < LOOKED && typed.next()) {
        looked++;
        typed.problems().stream().limit(PROBLEMS_SHOWN - problems.size()).forEach(problems::add);
      }
    }
    var sheets = options.format() == SourceFormat.XLSX ? XlsxRecords.sheets(file, limits) : NONE;
    return new SourcePreview(options, sheets, shownRows(file, options), problems, looked);
  }

  private List<List<String>> shownRows(Path file, SourceOptions options) throws IOException {
    int header = options.header() ? 1 : 0;
    return sample(file, options, SHOWN + header).stream().skip(header).map(List::of).toList();
  }

  private SourceOptions guessLayout(Path file) throws IOException {
    var plain = plain(file);
    var cut =
        plain.format() == SourceFormat.XLSX
            ? plain
            : plain.withDelimiter(
                Delimiters.guess(d -> sample(file, plain.withDelimiter(d), SAMPLE)));
    return cut.withHeader(Columns.hasHeader(sample(file, cut, 1)));
  }

  private SourceOptions plain(Path file) throws IOException {
    boolean workbook = XlsxRecords.isWorkbook(file);
    return new SourceOptions(
        workbook ? SourceFormat.XLSX : SourceFormat.CSV,
        workbook ? XlsxRecords.sheets(file, limits).getFirst() : null,
        workbook ? TextEncoding.UTF_8 : EncodingSniffer.sniff(file, limits),
        ',',
        '"',
        0,
        false,
        DecimalMark.POINT,
        List.of());
  }

  private List<String[]> sample(Path file, SourceOptions options, int most) throws IOException {
    var sample = new ArrayList<String[]>();
    try (var records = Records.open(file, options, limits)) {
      while (sample.size() < most && records.next()) {
        sample.add(Arrays.copyOf(records.fields(), records.size()));
      }
    }
    if (sample.isEmpty()) {
      throw new UnreadableSourceException(SourceProblem.of(Code.EMPTY, 0));
    }
    return options.format() == SourceFormat.XLSX ? padded(sample) : sample;
  }

  /** A sheet leaves out the empty cells at a row's end. */
  private static List<String[]> padded(List<String[]> sample) {
    int width = sample.stream().mapToInt(row -> row.length).max().orElse(0);
    return sample.stream().map(row -> padded(row, width)).toList();
  }

  private static String[] padded(String[] row, int width) {
    var wide = Arrays.copyOf(row, width);
    Arrays.fill(wide, row.length, width, "");
    return wide;
  }
}
