package org.rulewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

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
}
