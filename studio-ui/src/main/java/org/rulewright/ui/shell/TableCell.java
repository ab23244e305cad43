package org.rulewright.ui.shell;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * What stands in a cell of a file. None of the kinds is a formula: a text that looks like one stays
 * a text.
 */
sealed interface TableCell {

  /** Nothing. */
  record Empty() implements TableCell {}

  record Text(String text) implements TableCell {}

  /** A number, exactly as it is. */
  record Quantity(BigDecimal value) implements TableCell {}

  record Truth(boolean value) implements TableCell {}

  record Day(LocalDate date) implements TableCell {}

  /** A time on the person's clock. */
  record Moment(LocalDateTime time) implements TableCell {}

  static <T> TableCell of(TableColumn<T> column, T row, ZoneId zone) {
    return switch (column.cell().apply(row)) {
      case null -> new Empty();
      case BigDecimal number -> new Quantity(number);
      case BigInteger number -> new Quantity(new BigDecimal(number));
      case Integer number -> new Quantity(BigDecimal.valueOf(number));
      case Long number -> new Quantity(BigDecimal.valueOf(number));
      case Double number when Double.isFinite(number) -> new Quantity(BigDecimal.valueOf(number));
      case Boolean truth -> new Truth(truth);
      case LocalDate date -> new Day(date);
      case LocalDateTime time -> new Moment(time);
      case Instant instant -> new Moment(instant.atZone(zone).toLocalDateTime());
      case OffsetDateTime time -> new Moment(time.atZoneSameInstant(zone).toLocalDateTime());
      default -> new Text(column.text().apply(row));
    };
  }
}
