package org.rulewright.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is written by the rules is read as it was, in either encoding. */
final class CsvRoundTripTest {
  private static final String[] PIECES = {
    "a",
    "企业",
    "𠀀",
    ",",
    ";",
    "\t",
    "|",
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    " ",
    "0",
    "é",
    "－",
    "x".repeat(300)
  };

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"1,UTF-8", "2,UTF-8", "3,UTF-8", "1,GB18030", "2,GB18030", "3,GB18030"})
  void randomRecordsAreReadAsTheyWereWritten(long seed, String charset) throws IOException {
    var random = new Random(seed);
    for (char delimiter : SourceOptions.DELIMITERS.toCharArray()) {
      var written = records(random, 3_000);
      var file = folder.resolve("random.csv");
      Files.writeString(file, text(written, delimiter, random), Charset.forName(charset));

      assertThat(read(file, delimiter, charset)).isEqualTo(written);
    }
  }

  private static List<List<String>> records(Random random, int count) {
    int width = 2 + random.nextInt(4);
    var records = new ArrayList<List<String>>();
    for (int i = 0; i < count; i++) {
      var record = new ArrayList<String>();
      for (int field = 0; field < width; field++) {
        record.add(
            random
                .ints(random.nextInt(4), 0, PIECES.length)
                .mapToObj(piece -> PIECES[piece])
                .collect(Collectors.joining()));
      }
      records.add(record);
    }
    return records;
  }

  private static String text(List<List<String>> records, char delimiter, Random random) {
    var text = new StringBuilder();
    for (var record : records) {
      text.append(
          record.stream()
              .map(field -> field(field, delimiter, random))
              .collect(Collectors.joining(String.valueOf(delimiter))));
      text.append(random.nextBoolean() ? "\n" : "\r\n");
    }
    return text.toString();
  }

  private static String field(String field, char delimiter, Random random) {
    boolean needed =
        field.startsWith("\"")
            || field.indexOf(delimiter) >= 0
            || field.indexOf('\n') >= 0
            || field.indexOf('\r') >= 0;
    return needed || random.nextInt(10) == 0 ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }

  private static List<List<String>> read(Path file, char delimiter, String charset)
      throws IOException {
    var options =
        new SourceOptions(
            SourceFormat.CSV,
            null,
            charset.equals("UTF-8") ? TextEncoding.UTF_8 : TextEncoding.GB18030,
            delimiter,
            '"',
            0,
            false,
            DecimalMark.POINT,
            List.of());
    var all = new ArrayList<List<String>>();
    try (var records = CsvRecords.open(file, options, SourceLimits.DEFAULT)) {
      while (records.next()) {
        all.add(List.copyOf(Arrays.asList(records.fields()).subList(0, records.size())));
      }
    }
    return all;
  }
}
