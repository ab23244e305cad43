package org.rulewright.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulewright.dataset.source.SourceProblem.Code;

final class CsvRecordsTest {

  @TempDir private Path folder;

  @Test
  void quotesDelimitersAndLineBreaksInsideAFieldAreText() throws IOException {
    assertThat(records("a,\"b,\"\"c\"\"\nd\",e\r\n1,2,3\r4,,6", ','))
        .containsExactly(
            List.of("1", "a", "b,\"c\"\nd", "e"),
            List.of("3", "1", "2", "3"),
            List.of("4", "4", "", "6"));
  }

  @Test
  void aByteOrderMarkIsNoText() throws IOException {
    assertThat(records("\uFEFFa,b\n", ',')).containsExactly(List.of("1", "a", "b"));
  }

  @Test
  void emptyLinesAreNoRecordsButAreCounted() throws IOException {
    assertThat(records("a;b\n\n\nc;d\n", ';'))
        .containsExactly(List.of("1", "a", "b"), List.of("4", "c", "d"));
  }

  @Test
  void aTrailingDelimiterIsAnEmptyField() throws IOException {
    assertThat(records("a|b|", '|')).containsExactly(List.of("1", "a", "b", ""));
  }

  @Test
  void gzipIsReadThrough() throws IOException {
    var file = gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));

    assertThat(read(file, ',', SourceLimits.DEFAULT)).hasSize(2);
  }

  @Test
  void aQuoteThatIsNeverClosedIsNamedByItsLine() throws IOException {
    var file = file("a,b\n1,\"2\n3,4\n");

    assertThatProblem(() -> read(file, ',', SourceLimits.DEFAULT), Code.QUOTE_NOT_CLOSED, 2);
  }

  @Test
  void aFieldLongerThanTheLimitIsRefused() throws IOException {
    var file = file("a\n" + "x".repeat(2_000) + "\n");

    assertThatProblem(
        () -> read(file, ',', new SourceLimits(9_999, 9_999, 10, 10, 10, 1_000)),
        Code.FIELD_TOO_LONG,
        2);
  }

  @Test
  void moreColumnsThanTheLimitAreRefused() throws IOException {
    var file = file("a,b,c\n");

    assertThatProblem(
        () -> read(file, ',', new SourceLimits(9_999, 9_999, 10, 10, 2, 1_000)),
        Code.TOO_MANY_COLUMNS,
        1);
  }

  @Test
  void aFileLargerThanTheLimitIsRefused() throws IOException {
    var file = file("a,b,c\n");

    assertThatProblem(
        () -> read(file, ',', new SourceLimits(3, 9_999, 10, 10, 2, 1_000)), Code.TOO_LARGE, 0);
  }

  @Test
  void aCompressionBombIsRefusedByItsRatio() throws IOException {
    var bomb = bomb(80);

    assertThatProblem(() -> read(bomb, ',', SourceLimits.DEFAULT), Code.COMPRESSION_BOMB, 0);
  }

  @Test
  void aCompressedFileIsRefusedByItsUnpackedSize() throws IOException {
    var file = bomb(2);

    assertThatProblem(
        () -> read(file, ',', new SourceLimits(1 << 20, 1 << 20, 2_000, 1 << 30, 10, 1_000)),
        Code.UNPACKED_TOO_LARGE,
        0);
  }

  @Test
  void aDamagedCompressedFileIsRefused() throws IOException {
    var whole =
        Files.readAllBytes(gzip("a,b\n1,2\n".repeat(5_000).getBytes(StandardCharsets.UTF_8)));
    var file = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length / 2));

    assertThatProblem(() -> read(file, ',', SourceLimits.DEFAULT), Code.BROKEN_COMPRESSION, 0);
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    var file = file("");

    assertThatProblem(() -> read(file, ',', SourceLimits.DEFAULT), Code.EMPTY, 0);
  }

  private static void assertThatProblem(ThrowingCallable reading, Code code, long line) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            UnreadableSourceException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(code);
              assertThat(e.problem().line()).isEqualTo(line);
            });
  }

  private List<List<String>> records(String text, char delimiter) throws IOException {
    return read(file(text), delimiter, SourceLimits.DEFAULT);
  }

  private static List<List<String>> read(Path file, char delimiter, SourceLimits limits)
      throws IOException {
    var options =
        new SourceOptions(
            SourceFormat.CSV,
            null,
            TextEncoding.UTF_8,
            delimiter,
            '"',
            0,
            false,
            DecimalMark.POINT,
            List.of());
    var all = new ArrayList<List<String>>();
    try (var records = CsvRecords.open(file, options, limits)) {
      while (records.next()) {
        var record = new ArrayList<String>();
        record.add(Long.toString(records.line()));
        for (int i = 0; i < records.size(); i++) {
          record.add(records.fields()[i]);
        }
        if (all.size() < 10) {
          all.add(record);
        }
      }
    }
    return all;
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("source.csv"), text);
  }

  private Path gzip(byte[] bytes) throws IOException {
    var file = folder.resolve("source.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
    return file;
  }

  private Path bomb(int megabytes) throws IOException {
    var file = folder.resolve("bomb.gz");
    byte[] block = "0,0\n".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < megabytes; i++) {
        out.write(block);
      }
    }
    return file;
  }
}
