package org.rulewright.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulewright.SharedData;
import org.rulewright.dataset.source.SourceProblem.Code;

final class WorkbookTest {
  private final SourceReader reader = new SourceReader(SourceLimits.DEFAULT);
  @TempDir private Path folder;

  @Test
  void theChurnTableIsReadBelowItsTitleWithExactRates() throws IOException {
    var file = SharedData.file("cumcm2020c/附件3_银行贷款年利率与客户流失率关系的统计数据.xlsx");
    var first = reader.preview(file);

    var preview = reader.guessColumns(file, first.options().withSkippedLines(1).withHeader(true));

    assertThat(first.sheets()).isNotEmpty();
    assertThat(preview.problems()).isEmpty();
    assertThat(preview.options().columns())
        .hasSize(4)
        .allMatch(column -> column.type() == ColumnType.NUMBER);
    var rates = new ArrayList<String>();
    preview.rows().forEach(row -> rates.add(row.getFirst()));
    assertThat(rates).hasSize(29).startsWith("0.04", "0.0425").endsWith("0.15");
    assertThat(preview.rows().getFirst().subList(1, 4)).containsExactly("0", "0", "0");
  }

  @Test
  void theInvoicesOfARealWorkbookAreReadBySheet() throws IOException {
    var file = SharedData.file("cumcm2020c/附件1_123家有信贷记录企业的相关数据.xlsx");

    var preview = reader.preview(file);

    assertThat(preview.sheets()).containsExactly("企业信息", "进项发票信息", "销项发票信息");
    var sales = reader.guessColumns(file, preview.options().withSheet("销项发票信息").withHeader(true));
    assertThat(sales.problems()).isEmpty();
    assertThat(sales.options().columns())
        .contains(
            ColumnChoice.of("开票日期", ColumnType.DATE), ColumnChoice.of("金额", ColumnType.NUMBER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook>&e;</workbook>",
        "<workbook/>",
        "no xml at all"
      })
  void aWorkbookThatIsNoneIsRefused(String content) throws IOException {
    var file = zip(List.of("xl/workbook.xml", "[Content_Types].xml"), content);

    assertThatThrownBy(() -> reader.preview(file))
        .isInstanceOfSatisfying(
            UnreadableSourceException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.NOT_A_WORKBOOK));
  }

  @Test
  void aSheetThatBreaksOffIsRefused() throws IOException {
    var file = folder.resolve("broken.xlsx");
    var relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(zip, "[Content_Types].xml", CONTENT_TYPES);
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
              + "<Relationship Id='r1' Type='"
              + relations
              + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r='"
              + relations
              + "'><sheets><sheet name='s' sheetId='1' r:id='r1'/></sheets></workbook>");
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2'><v");
    }

    assertThatThrownBy(() -> reader.preview(file))
        .isInstanceOfSatisfying(
            UnreadableSourceException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.NOT_A_WORKBOOK));
  }

  @Test
  void aZipThatIsNoWorkbookIsRefused() throws IOException {
    var file = zip(List.of("../../evil.txt"), "x");

    assertThatThrownBy(() -> reader.preview(file))
        .isInstanceOfSatisfying(
            UnreadableSourceException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.NOT_A_WORKBOOK));
  }

  @Test
  void aZipBombIsRefusedBeforeItIsRead() throws IOException {
    var file = zip(List.of("xl/workbook.xml", "xl/worksheets/sheet1.xml"), " ".repeat(50 << 20));

    assertThatThrownBy(() -> reader.preview(file))
        .isInstanceOfSatisfying(
            UnreadableSourceException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.UNPACKED_TOO_LARGE));
  }

  private static final String CONTENT_TYPES =
      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
          + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats"
          + "-officedocument.spreadsheetml.sheet.main+xml'/>"
          + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='application/vnd."
          + "openxmlformats-officedocument.spreadsheetml.worksheet+xml'/></Types>";

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
  }

  private Path zip(List<String> names, String content) throws IOException {
    var file = folder.resolve("book.xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
