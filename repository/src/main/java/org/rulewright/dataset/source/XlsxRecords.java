package org.rulewright.dataset.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.rulewright.dataset.source.SourceProblem.Code;

/** The rows of one sheet as records of text, so that workbooks and delimited text read alike. */
final class XlsxRecords implements Records {

  /** What a spreadsheet shows and means: it keeps numbers as doubles of 15 certain digits. */
  private static final MathContext CERTAIN = new MathContext(15);

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
  private static final Pattern DATE_FORMAT = Pattern.compile("(?i).*[ymdhs].*");

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final SourceLimits limits;
  private final long bytes;
  private final int width;
  private String[] fields = new String[0];
  private int size;
  private long line;

  private XlsxRecords(
      ReadableWorkbook workbook, Sheet sheet, SourceLimits limits, long bytes, int width)
      throws IOException {
    this.workbook = workbook;
    this.stream = sheet.openStream();
    this.rows = stream.iterator();
    this.limits = limits;
    this.bytes = bytes;
    this.width = width;
  }

  static boolean isWorkbook(Path file) throws IOException {
    return WorkbookGuard.isZip(file);
  }

  static List<String> sheets(Path file, SourceLimits limits) throws IOException {
    WorkbookGuard.check(file, limits);
    try (var workbook = open(file)) {
      return workbook.getSheets().map(Sheet::getName).toList();
    }
  }

  static XlsxRecords open(Path file, SourceOptions options, SourceLimits limits)
      throws IOException {
    WorkbookGuard.check(file, limits);
    var workbook = open(file);
    try {
      var name = options.sheet();
      var sheet =
          (name == null ? workbook.getSheet(0) : workbook.findSheet(name))
              .orElseThrow(() -> WorkbookGuard.refusal(Code.UNKNOWN_SHEET, String.valueOf(name)));
      return new XlsxRecords(workbook, sheet, limits, Files.size(file), options.columns().size());
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  private static ReadableWorkbook open(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    } catch (ExcelReaderException e) {
      throw WorkbookGuard.refusal(Code.NOT_A_WORKBOOK);
    } catch (IOException e) {
      throw e.getCause() instanceof XMLStreamException
          ? WorkbookGuard.refusal(Code.NOT_A_WORKBOOK)
          : e;
    }
  }

  @Override
  public boolean next() throws IOException {
    try {
      while (rows.hasNext()) {
        take(rows.next());
        if (size > 0) {
          return true;
        }
      }
      return false;
    } catch (ExcelReaderException e) {
      throw WorkbookGuard.refusal(Code.NOT_A_WORKBOOK);
    }
  }

  private void take(Row row) throws IOException {
    line = row.getRowNum();
    int cells = row.getCellCount();
    if (cells > limits.columns()) {
      throw new UnreadableSourceException(
          SourceProblem.of(Code.TOO_MANY_COLUMNS, line, limits.columns()));
    }
    fields = new String[Math.max(cells, width)];
    Arrays.fill(fields, "");
    size = 0;
    for (int i = 0; i < cells; i++) {
      fields[i] = row.getOptionalCell(i).map(XlsxRecords::text).orElse("");
      size = fields[i].isEmpty() ? size : i + 1;
    }
    if (size > 0) {
      size = Math.max(size, width);
    }
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER || isNumericFormula(cell)) {
      return isDate(cell) ? cell.asDate().toString() : number(cell);
    }
    return switch (cell.getType()) {
      case BOOLEAN -> cell.asBoolean() ? "true" : "false";
      case EMPTY -> "";
      default -> cell.getText() == null ? "" : cell.getText();
    };
  }

  private static boolean isNumericFormula(Cell cell) {
    return cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal;
  }

  private static String number(Cell cell) {
    return new BigDecimal(cell.getRawValue()).round(CERTAIN).stripTrailingZeros().toPlainString();
  }

  private static boolean isDate(Cell cell) {
    var format = cell.getDataFormatString();
    return format != null
        && !format.equalsIgnoreCase("general")
        && DATE_FORMAT.matcher(QUOTED.matcher(format).replaceAll("")).matches();
  }

  @Override
  public String[] fields() {
    return fields;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public long line() {
    return line;
  }

  /** The workbook is read as a whole: progress is known by rows only. */
  @Override
  public long delivered() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
