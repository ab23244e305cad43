package org.rulewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class ExcelExportTest {

  @Test
  void everyCellHasTheTypeOfItsValue() throws IOException {
    var rows = read(written(ExportSample.of(List.of(ExportSample.ROW))));

    assertThat(rows).hasSize(2);
    assertThat(texts(rows.getFirst()))
        .containsExactly("Name", "Amount", "Rate", "Rows", "At", "Day", "Bad");
    var row = rows.getLast();
    assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
    assertThat(row.getCell(0).asString()).isEqualTo("=1+1");
    assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("-1234.50");
    assertThat(row.getCell(1).getDataFormatString()).isEqualTo("#,##0.00");
    assertThat(row.getCell(2).asNumber()).isEqualByComparingTo("0.0465");
    assertThat(row.getCell(2).getDataFormatString()).isEqualTo("0.00%");
    assertThat(row.getCell(3).asNumber()).isEqualByComparingTo("7");
    assertThat(row.getCell(4).asDate()).isEqualTo(LocalDateTime.parse("2026-03-01T08:30:15"));
    assertThat(row.getCell(5).asDate()).isEqualTo(LocalDateTime.parse("2026-02-28T00:00:00"));
    assertThat(row.getCell(5).getDataFormatString()).isEqualTo("yyyy-mm-dd");
    assertThat(row.getCell(6).asBoolean()).isTrue();
  }

  @Test
  void timesAreOnThePersonsClock() throws IOException {
    var sample = ExportSample.of(List.of(ExportSample.ROW));
    var inShanghai =
        new TableExtract<>(
            sample.name(), sample.columns(), ZoneId.of("Asia/Shanghai"), sample.rows());

    assertThat(read(written(inShanghai)).getLast().getCell(4).asDate())
        .isEqualTo(LocalDateTime.parse("2026-03-01T16:30:15"));
  }

  @Test
  void aNumberThatADoubleDoesNotHoldIsATextWithEveryDigit() throws IOException {
    var exact = List.of("0.1", "123456789012345", "1E+20", "-0.00001", "0");
    var inexact = List.of("1234567890123456789", "0.12345678901234567", "9007199254740993");

    for (var number : exact) {
      var cell = amount(number);
      assertThat(cell.getType()).as(number).isEqualTo(CellType.NUMBER);
      assertThat(cell.asNumber()).isEqualByComparingTo(number);
    }
    for (var number : inexact) {
      var cell = amount(number);
      assertThat(cell.getType()).as(number).isEqualTo(CellType.STRING);
      assertThat(cell.asString()).isEqualTo(number);
    }
  }

  @Test
  void nothingInTheFileIsAFormula() throws IOException {
    var hostile =
        List.of("=HYPERLINK(\"http://x\")", "+1+cmd", "-2+3", "@SUM(A1)", "\t=1", "<f>1</f>");

    var file = written(ExportSample.of(hostile.stream().map(ExcelExportTest::named).toList()));

    assertThat(read(file)).extracting(row -> row.getCell(0).asString()).containsAll(hostile);
    assertThat(part(file, "xl/worksheets/sheet1.xml")).doesNotContain("<f>").doesNotContain("<f ");
  }

  @Test
  void theFirstRowIsBoldStaysInViewAndFilters() throws IOException {
    var file = written(ExportSample.of(List.of(ExportSample.ROW, ExportSample.ROW)));

    var sheet = part(file, "xl/worksheets/sheet1.xml");
    assertThat(sheet).contains("ySplit=\"1\"").contains("state=\"frozen\"");
    assertThat(sheet).contains("<autoFilter ref=\"A1:G3\"");
    assertThat(sheet).contains("<c r=\"A1\" s=\"1\"");
    assertThat(part(file, "xl/styles.xml")).contains("<b/>");
    assertThat(part(file, "xl/workbook.xml")).contains("name=\"Sample- of -rows-\"");
  }

  @Test
  void namesOfSheetsAreSuchAsExcelTakes() {
    assertThat(ExcelSheets.sheetName("决策记录")).isEqualTo("决策记录");
    assertThat(ExcelSheets.sheetName("'quoted'")).isEqualTo("quoted");
    assertThat(ExcelSheets.sheetName("'")).isEqualTo("1");
    assertThat(ExcelSheets.sheetName("x".repeat(40))).hasSize(31);
  }

  @Test
  void aTextLongerThanACellIsCutVisibly() throws IOException {
    var cell =
        read(written(ExportSample.of(List.of(named("x".repeat(40_000)))))).getLast().getCell(0);

    assertThat(cell.asString()).hasSize(32_767).endsWith("x…");
  }

  @Test
  void aFailureUnderWayLeavesNoFileThatLooksWhole() {
    var out = new ByteArrayOutputStream();
    var broken =
        new TableExtract<ExportSample.Row>(
            "broken",
            ExportSample.columns(),
            ZoneOffset.UTC,
            sink -> {
              sink.accept(ExportSample.ROW);
              throw new IllegalStateException("the database went away");
            });

    assertThatThrownBy(() -> TableFile.EXCEL.write(broken, out))
        .hasMessageContaining("the database went away");
    assertThatThrownBy(() -> read(out.toByteArray())).isInstanceOf(Exception.class);
  }

  @Test
  void memoryDoesNotGrowWithTheRows() throws IOException {
    var most = new AtomicLong();
    var rows = 120_000;
    var extract =
        new TableExtract<ExportSample.Row>(
            "long",
            ExportSample.columns(),
            ZoneOffset.UTC,
            sink ->
                IntStream.range(0, rows)
                    .forEach(number -> {
                      sink.accept(named("a name of its own " + number));
                      if (number % 40_000 == 39_999) {
                        most.accumulateAndGet(used(), Math::max);
                      }
                    }));
    var before = used();

    TableFile.EXCEL.write(extract, OutputStream.nullOutputStream());

    assertThat(most.get() - before).isLessThan(24_000_000);
  }

  private static long used() {
    System.gc(); // what is still reachable is what counts
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static ExportSample.Row named(String name) {
    var row = ExportSample.ROW;
    return new ExportSample.Row(
        name, row.amount(), row.rate(), row.rows(), row.at(), row.day(), row.bad());
  }

  private static Cell amount(String number) throws IOException {
    var row = ExportSample.ROW;
    var other =
        new ExportSample.Row(
            row.name(),
            new BigDecimal(number),
            row.rate(),
            row.rows(),
            row.at(),
            row.day(),
            row.bad());
    return read(written(ExportSample.of(List.of(other)))).getLast().getCell(1);
  }

  private static byte[] written(TableExtract<?> extract) throws IOException {
    var out = new ByteArrayOutputStream();
    TableFile.EXCEL.write(extract, out);
    return out.toByteArray();
  }

  private static List<Row> read(byte[] file) throws IOException {
    try (var workbook =
        new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
      return workbook.getFirstSheet().read();
    }
  }

  private static List<String> texts(Row row) {
    var texts = new ArrayList<String>();
    row.forEach(cell -> texts.add(cell.asString()));
    return texts;
  }

  private static String part(byte[] file, String name) throws IOException {
    var copy = Files.createTempFile("workbook", ".xlsx");
    try {
      Files.write(copy, file);
      try (var zip = new ZipFile(copy.toFile())) {
        var entry = Objects.requireNonNull(zip.getEntry(name), name);
        return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
      }
    } finally {
      Files.delete(copy);
    }
  }
}
