package org.rulewright.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulewright.dataset.snapshot.DuckLimits;
import org.rulewright.dataset.snapshot.SnapshotFiles;
import org.rulewright.dataset.snapshot.SnapshotReader;
import org.rulewright.dataset.snapshot.SnapshotWriter;
import org.rulewright.dataset.source.SourceLimits;
import org.rulewright.dataset.source.SourceReader;
import org.rulewright.dataset.source.TypedRows;

/** A file of 700,000 rows goes through a Java heap that could not hold its rows. */
final class ImportMemoryTest {
  private static final int ROWS = 700_000;

  /** The rows alone, as strings, would take several hundred megabytes. */
  private static final String HEAP = "-Xmx64m";

  private static final long RESIDENT_KILOBYTES = 900 * 1024;

  @TempDir private Path folder;

  @Test
  void sevenHundredThousandRowsAreKeptWithoutHoldingThem() throws Exception {
    var file = folder.resolve("invoices.csv.gz");
    writeInvoices(file);

    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    HEAP,
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ImportMemoryTest.class.getName(),
                    file.toString(),
                    folder.resolve("datasets").toString()))
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());

    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("rows " + ROWS).contains("total " + ROWS);
    System.getLogger(ImportMemoryTest.class.getName()).log(System.Logger.Level.INFO, said);
    var resident = said.replaceAll("(?s).*VmHWM:\\s+(\\d+) kB.*", "$1");
    if (!resident.equals(said)) {
      assertThat(Long.parseLong(resident)).isLessThan(RESIDENT_KILOBYTES);
    }
  }

  private static void writeInvoices(Path file) throws IOException {
    try (var out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), Charset.forName("GB18030")))) {
      out.write("企业代号,发票号码,开票日期,购方单位代号,金额,税额,价税合计,发票状态\n");
      for (int i = 0; i < ROWS; i++) {
        long scrambled = i * 2_654_435_761L;
        out.write("E" + scrambled % 425 + "," + (10_000_000 + scrambled % 90_000_000));
        out.write("," + LocalDate.of(2016, 10, 1).plusDays(scrambled % 1_200));
        out.write(",B" + scrambled % 99_991 + "," + scrambled % 9_999_999 / 100.0);
        out.write("," + scrambled % 99_999 / 100.0 + "," + scrambled % 9_999_998 / 100.0);
        out.write(i % 17 == 0 ? ", 作废发票\n" : ",有效发票\n");
      }
    }
  }

  /** The import as the job does it, in a Java of its own. */
  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    var file = Path.of(arguments[0]);
    var files = new SnapshotFiles(Path.of(arguments[1]));
    var digest = "0f".repeat(32);
    var options = new SourceReader(SourceLimits.DEFAULT).preview(file).options();
    var survey = new Survey(options.kept());
    try (var rows = TypedRows.open(file, options, SourceLimits.DEFAULT);
        var report = new RowErrorReport(Path.of(arguments[1]).resolveSibling("report.csv"))) {
      while (rows.next()) {
        survey.take(rows, report);
      }
    }
    try (var rows = TypedRows.open(file, options, SourceLimits.DEFAULT);
        var writer = SnapshotWriter.open(files, survey.stored(), DuckLimits.DEFAULT)) {
      while (rows.next()) {
        writer.add(rows.values());
      }
      writer.finish(digest);
      say("rows " + writer.rows());
    }
    say("seconds " + (System.nanoTime() - start) / 1e9);
    say("columns " + survey.stored());
    var columns = survey.stored().stream().map(each -> each.column()).toList();
    var count = new long[1];
    new SnapshotReader(files, digest, columns)
        .scan(List.of("金额"), List.of(), row -> ++count[0] > 0);
    say("total " + count[0]);
    say(residentMemory());
  }

  private static String residentMemory() throws IOException {
    var status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .collect(Collectors.joining())
        : "";
  }

  @SuppressWarnings("SystemOut") // the parent process reads it
  private static void say(String line) {
    System.out.println(line);
  }
}
