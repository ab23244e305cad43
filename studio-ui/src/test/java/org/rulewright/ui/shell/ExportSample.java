package org.rulewright.ui.shell;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table with a column of every kind, to be written to files. */
final class ExportSample {
  static final Row ROW =
      new Row(
          "=1+1",
          new BigDecimal("-1234.50"),
          new BigDecimal("0.0465"),
          7L,
          Instant.parse("2026-03-01T08:30:15Z"),
          LocalDate.of(2026, 2, 28),
          true);

  /** A row; the name looks like a formula. */
  record Row(
      String name,
      @Nullable BigDecimal amount,
      @Nullable BigDecimal rate,
      Long rows,
      Instant at,
      LocalDate day,
      @Nullable Boolean bad) {}

  private ExportSample() {}

  static TableExtract<Row> of(List<Row> rows) {
    return new TableExtract<>("Sample: of [rows]", columns(), ZoneOffset.UTC, rows::forEach);
  }

  static List<TableColumn<Row>> columns() {
    return List.of(
        TableColumn.text("name", "Name", Row::name),
        TableColumn.<Row, BigDecimal>value("amount", "Amount", Row::amount, row -> "1.2 wan")
            .asAmount(),
        TableColumn.<Row, BigDecimal>value("rate", "Rate", Row::rate, row -> "4.65 %").asPercent(),
        TableColumn.<Row, Long>value("rows", "Rows", Row::rows, row -> "seven").asNumber(),
        TableColumn.<Row, Instant>value("at", "At", Row::at, row -> "then"),
        TableColumn.<Row>object("day", "Day", Row::day, row -> "that day"),
        TableColumn.<Row>object("bad", "Bad", Row::bad, row -> "bad"));
  }
}
