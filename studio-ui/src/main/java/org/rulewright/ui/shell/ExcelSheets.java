package org.rulewright.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The sheets of a workbook that is written row by row. */
final class ExcelSheets<T> {
  /** Rows that are kept before they are written out. */
  private static final int BATCH = 500;

  private static final int LONGEST_NAME = 31;
  private static final String DATE = "yyyy-mm-dd";
  private static final String TIME = "yyyy-mm-dd hh:mm:ss";

  private final Workbook workbook;
  private final TableExtract<T> extract;
  private final List<TableColumn<T>> columns;
  private Worksheet sheet;
  private int next;

  ExcelSheets(Workbook workbook, TableExtract<T> extract) {
    this.workbook = workbook;
    this.extract = extract;
    this.columns = extract.columns();
    this.sheet = begin();
  }

  void add(T row) {
    if (next == Worksheet.MAX_ROWS) {
      finish();
      sheet = begin();
    }
    for (int place = 0; place < columns.size(); place++) {
      write(columns.get(place), place, row);
    }
    next++;
    if (next % BATCH == 0) {
      io(sheet::flush);
    }
  }

  /** Ends the sheet; the filters span the rows that were written. */
  void finish() {
    if (!columns.isEmpty()) {
      sheet.setAutoFilter(0, 0, next - 1, columns.size() - 1);
    }
    io(sheet::finish);
  }

  private Worksheet begin() {
    var fresh = workbook.newWorksheet(sheetName(extract.name()));
    fresh.freezePane(0, 1);
    for (int place = 0; place < columns.size(); place++) {
      var column = columns.get(place);
      fresh.width(place, width(column));
      fresh.inlineString(0, place, column.heading());
      fresh.style(0, place).bold().set();
    }
    next = 1;
    return fresh;
  }

  /**
   * A name the way Excel wants one: short, not empty, without a quote at either end. Characters it
   * forbids are replaced by the writer.
   */
  static String sheetName(String name) {
    var most = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    var plain = most.replaceAll("\\p{Cntrl}", " ").replaceAll("^'+|'+$", "").strip();
    return plain.isEmpty() ? "1" : plain;
  }

  private void write(TableColumn<T> column, int place, T row) {
    switch (TableCell.of(column, row, extract.zone())) {
      case TableCell.Empty empty -> {}
      case TableCell.Text text -> text(place, text.text());
      case TableCell.Truth truth -> sheet.value(next, place, truth.value());
      case TableCell.Quantity quantity -> number(place, quantity.value(), column.cellFormat());
      case TableCell.Day day -> date(place, day.date());
      case TableCell.Moment moment -> time(place, moment.time());
    }
  }

  private void text(int place, String text) {
    if (!text.isEmpty()) {
      sheet.inlineString(next, place, ExcelLimits.cut(text));
    }
  }

  private void number(int place, BigDecimal number, @Nullable String format) {
    if (ExcelLimits.holds(number)) {
      sheet.value(next, place, plain(number));
      format(place, format);
    } else {
      text(place, number.toPlainString());
    }
  }

  /** Without zeros at the end, yet never as 4E+1. */
  private static BigDecimal plain(BigDecimal number) {
    var plain = number.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private void date(int place, LocalDate date) {
    if (ExcelLimits.holds(date)) {
      sheet.value(next, place, date);
      format(place, DATE);
    } else {
      text(place, date.toString());
    }
  }

  private void time(int place, LocalDateTime time) {
    if (ExcelLimits.holds(time.toLocalDate())) {
      sheet.value(next, place, time);
      format(place, TIME);
    } else {
      text(place, time.toString());
    }
  }

  private void format(int place, @Nullable String format) {
    if (format != null) {
      sheet.style(next, place).format(format).set();
    }
  }

  /** In characters; Excel itself fits columns only when somebody asks it to. */
  private static double width(TableColumn<?> column) {
    if (column.wide()) {
      return 60;
    }
    return Math.clamp(column.heading().length() * 2.0, column.number() ? 12 : 20, 40);
  }

  private static void io(Action action) {
    try {
      action.run();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private interface Action {
    void run() throws IOException;
  }
}
