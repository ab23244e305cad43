package org.rulewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CsvExportTest {

  @Test
  void quotesWithinACellAreDoubled() {
    assertThat(CsvExport.cell("say \"yes\", twice")).isEqualTo("\"say \"\"yes\"\", twice\"");
  }

  @Test
  void aTextThatLooksLikeAFormulaIsNoFormulaInASpreadsheet() {
    assertThat(CsvExport.cell("=1+1")).isEqualTo("\"'=1+1\"");
    assertThat(CsvExport.cell("@cmd")).isEqualTo("\"'@cmd\"");
    assertThat(CsvExport.cell("-1+cmd")).isEqualTo("\"'-1+cmd\"");
  }

  @Test
  void aNegativeNumberStaysANumber() {
    assertThat(CsvExport.cell("-1,234.50")).isEqualTo("\"-1,234.50\"");
  }

  @Test
  void numbersAndTimesStandThereAsProgramsReadThem() throws IOException {
    var out = new ByteArrayOutputStream();

    CsvExport.write(ExportSample.of(List.of(ExportSample.ROW)), out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\uFEFF\"Name\",\"Amount\",\"Rate\",\"Rows\",\"At\",\"Day\",\"Bad\"\r\n"
                + "\"'=1+1\",-1234.50,0.0465,7,2026-03-01 08:30:15,2026-02-28,true\r\n");
  }

  @Test
  void aFailureUnderWayDoesNotEndTheFileAsIfItWereWhole() {
    var closed = new AtomicBoolean();
    var out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    var broken =
        new TableExtract<>(
            "broken",
            ExportSample.columns(),
            ZoneOffset.UTC,
            sink -> {
              throw new IllegalStateException("the database went away");
            });

    assertThatThrownBy(() -> TableFile.CSV.write(broken, out))
        .hasMessageContaining("the database went away");
    assertThat(closed).isFalse();
  }
}
