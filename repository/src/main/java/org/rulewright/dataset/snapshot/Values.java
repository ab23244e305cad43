package org.rulewright.dataset.snapshot;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.source.ColumnType;

/** Values as DuckDB's driver gives and takes them, and as we know them. */
public final class Values {
  private Values() {}

  /** The value of a result's column; a floating point number becomes its shortest decimal. */
  public static @Nullable Object read(ResultSet result, int index, ColumnType type)
      throws SQLException {
    var value = result.getObject(index);
    return switch (value) {
      case null -> null;
      case Double number when !Double.isFinite(number) -> number;
      case Float number when !Float.isFinite(number) -> number.doubleValue();
      case Number number when type == ColumnType.NUMBER -> new BigDecimal(number.toString());
      case Timestamp moment -> moment.toLocalDateTime();
      default -> type == ColumnType.TEXT ? value.toString() : value;
    };
  }

  /**
   * The text of a filter as a value of the column's type.
   *
   * @throws IllegalArgumentException when it is none, naming it
   */
  static Object parse(String text, ColumnType type) {
    try {
      return switch (type) {
        case TEXT -> text;
        case NUMBER -> new BigDecimal(text);
        case BOOLEAN -> bool(text);
        case DATE -> LocalDate.parse(text);
        case DATE_TIME -> LocalDateTime.parse(text);
      };
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new IllegalArgumentException("`" + text + "` is no " + type, e);
    }
  }

  private static Boolean bool(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("`" + text + "` is no " + ColumnType.BOOLEAN);
    }
    return Boolean.valueOf(text);
  }
}
