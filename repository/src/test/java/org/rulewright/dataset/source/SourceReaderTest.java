package org.rulewright.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceReaderTest {
  private static final String INVOICES =
      """
      企业代号,发票号码,开票日期,金额,发票状态,是否违约
      E1,3390939,2017-07-18,-943.4,有效发票,否
      E1,3390940,2017-07-19,"4,780.24", 作废发票,是
      """;

  private final SourceReader reader = new SourceReader(SourceLimits.DEFAULT);
  @TempDir private Path folder;

  @Test
  void thePreviewGuessesEncodingDelimiterHeaderAndTypes() throws IOException {
    var preview = reader.preview(file(INVOICES, StandardCharsets.UTF_8));

    assertThat(preview.options().encoding()).isEqualTo(TextEncoding.UTF_8);
    assertThat(preview.options().delimiter()).isEqualTo(',');
    assertThat(preview.options().header()).isTrue();
    assertThat(preview.options().columns())
        .containsExactly(
            ColumnChoice.of("企业代号", ColumnType.TEXT),
            ColumnChoice.of("发票号码", ColumnType.TEXT),
            ColumnChoice.of("开票日期", ColumnType.DATE),
            ColumnChoice.of("金额", ColumnType.NUMBER),
            ColumnChoice.of("发票状态", ColumnType.TEXT),
            ColumnChoice.of("是否违约", ColumnType.BOOLEAN));
    assertThat(preview.rows()).hasSize(2);
    assertThat(preview.rows().get(1)).contains("4,780.24", " 作废发票");
    assertThat(preview.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
  void chineseTextIsReadInEitherEncoding(String charset) throws IOException {
    var preview = reader.preview(file(INVOICES, Charset.forName(charset)));

    assertThat(preview.options().columns().getFirst().name()).isEqualTo("企业代号");
  }

  @Test
  void aFileWithUtf16MarkIsReadToo() throws IOException {
    var preview = reader.preview(file("\uFEFF" + INVOICES, StandardCharsets.UTF_16LE));

    assertThat(preview.options().encoding()).isEqualTo(TextEncoding.UTF_16LE);
    assertThat(preview.options().columns().getFirst().name()).isEqualTo("企业代号");
  }

  @Test
  void theFirstChineseWordMayStandFarDown() throws IOException {
    var text = "a,b\n" + "1,2\n".repeat(200_000) + "3,企业\n";

    assertThat(reader.preview(file(text, Charset.forName("GB18030"))).options().encoding())
        .isEqualTo(TextEncoding.GB18030);
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void theDelimiterIsTheOneThatCutsAllRecordsAlike(char delimiter) throws IOException {
    var text =
        "name,town|x;y\n".replace(',', delimiter) + "a b: c-d%se\n".formatted(delimiter).repeat(5);

    assertThat(reader.preview(file(text, StandardCharsets.UTF_8)).options().delimiter())
        .isEqualTo(delimiter);
  }

  @Test
  void aFileWithoutHeaderGetsNumberedNames() throws IOException {
    var preview = reader.preview(file("E1,5\nE2,6\n", StandardCharsets.UTF_8));

    assertThat(preview.options().header()).isFalse();
    assertThat(preview.options().columns())
        .extracting(ColumnChoice::name)
        .containsExactly("column_1", "column_2");
    assertThat(preview.rows()).hasSize(2);
  }

  @Test
  void twoColumnsOfOneNameAreToldApart() throws IOException {
    var preview =
        reader.guessColumns(
            file("amount,Amount,\n1,2,3\n", StandardCharsets.UTF_8),
            reader.preview(file("amount,Amount,\n1,2,3\n", StandardCharsets.UTF_8)).options());

    assertThat(preview.options().columns())
        .extracting(ColumnChoice::name)
        .containsExactly("amount", "Amount_2", "column_3");
  }

  @Test
  void identifiersOfDigitsStayText() throws IOException {
    var text =
        "zip,card,amount,zero_one\n01234,6222021234567890123,5,1\n99999,6222021234567890124,6,0\n";

    assertThat(reader.preview(file(text, StandardCharsets.UTF_8)).options().columns())
        .extracting(ColumnChoice::type)
        .containsExactly(ColumnType.TEXT, ColumnType.TEXT, ColumnType.NUMBER, ColumnType.NUMBER);
  }

  @Test
  void theOrderOfDayAndMonthIsTakenFromTheDatesThatTellIt() throws IOException {
    var text = "d,n\n3/4/2016,1\n13/4/2016,2\n1/1/2016,3\n";

    assertThat(reader.preview(file(text, StandardCharsets.UTF_8)).options().columns().getFirst())
        .isEqualTo(new ColumnChoice("d", ColumnType.DATE, DayOrder.DAY_FIRST, true));
  }

  @Test
  void aFewBadCellsDoNotMakeAColumnAText() throws IOException {
    var text = "n,m\n" + "1.5,a\n".repeat(60) + "oops,a\n";

    var preview = reader.preview(file(text, StandardCharsets.UTF_8));

    assertThat(preview.options().columns().getFirst().type()).isEqualTo(ColumnType.NUMBER);
    assertThat(preview.problems())
        .containsExactly(new RowProblem(62, "n", "oops", CellProblem.NOT_A_NUMBER));
  }

  @Test
  void bytesThatAreNoCharacterAreAProblemOfTheirRowAlone() throws IOException {
    byte[] bytes = "a,b\nu,v\nzz,w\n".getBytes(StandardCharsets.UTF_8);
    bytes[9] = (byte) 0xFF;
    var file = Files.write(folder.resolve("bad.csv"), bytes);
    var options = reader.preview(file("a,b\nu,v\n", StandardCharsets.UTF_8)).options();

    assertThat(reader.preview(file, options).problems())
        .extracting(RowProblem::line, RowProblem::problem)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(3L, CellProblem.NOT_IN_ENCODING));
  }

  @Test
  void whatIsNoTextIsRefusedWithTheRemedyInBothLanguages() throws IOException {
    var file = Files.write(folder.resolve("image.csv"), new byte[] {1, 2, 0, 3});

    assertThatThrownBy(() -> reader.preview(file))
        .isInstanceOfSatisfying(
            UnreadableSourceException.class,
            e -> {
              assertThat(e.problem().message(Locale.CHINESE)).contains("请上传 CSV");
              assertThat(e.problem().message(Locale.ENGLISH)).contains("Upload CSV");
            });
  }

  @Test
  void everyProblemHasWordsInBothLanguages() {
    for (var suffix : List.of("", "_en")) {
      var words = ResourceBundle.getBundle("org.rulewright.dataset.source.problems" + suffix);
      for (var code : SourceProblem.Code.values()) {
        assertThat(words.getString("source." + code)).isNotBlank();
      }
      for (var problem : CellProblem.values()) {
        assertThat(words.getString("cell." + problem)).isNotBlank();
      }
    }
  }

  private Path file(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("source.csv"), text.getBytes(charset));
  }
}
