package org.rulewright.dataset.snapshot;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rulewright.dataset.source.ColumnType;

/**
 * One column as DuckDB keeps it.
 *
 * @param sqlType its type in DuckDB, such as {@code DECIMAL(18,2)}
 * @param scale digits after the decimal point of a decimal, else 0
 */
public record StoredColumn(String name, ColumnType type, String sqlType, int scale) {
  private static final int NARROW = 18;
  private static final int WIDE = 38;
  private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");

  public static StoredColumn of(String name, ColumnType type) {
    var sqlType =
        switch (type) {
          case TEXT -> "VARCHAR";
          case NUMBER -> "DOUBLE";
          case BOOLEAN -> "BOOLEAN";
          case DATE -> "DATE";
          case DATE_TIME -> "TIMESTAMP";
        };
    return new StoredColumn(name, type, sqlType, 0);
  }

  /** An exact decimal, narrow where that is enough: products and sums of it stay in range. */
  public static StoredColumn decimal(String name, int integerDigits, int scale) {
    int precision = integerDigits + scale <= NARROW ? NARROW : WIDE;
    return new StoredColumn(
        name, ColumnType.NUMBER, "DECIMAL(" + precision + "," + scale + ")", scale);
  }

  /** The column for a type of DuckDB; empty for types a fact cannot have, such as lists. */
  public static Optional<StoredColumn> ofSql(String name, String sqlType) {
    var decimal = DECIMAL.matcher(sqlType);
    if (decimal.matches()) {
      int scale = Integer.parseInt(decimal.group(2));
      return Optional.of(new StoredColumn(name, ColumnType.NUMBER, sqlType, scale));
    }
    if (sqlType.startsWith("ENUM")) {
      return Optional.of(of(name, ColumnType.TEXT));
    }
    return switch (sqlType.toUpperCase(Locale.ROOT)) {
      case "VARCHAR" -> Optional.of(of(name, ColumnType.TEXT));
      case "BOOLEAN" -> Optional.of(of(name, ColumnType.BOOLEAN));
      case "DATE" -> Optional.of(of(name, ColumnType.DATE));
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
          Optional.of(of(name, ColumnType.DATE_TIME));
      case "FLOAT", "DOUBLE" -> Optional.of(of(name, ColumnType.NUMBER));
      case "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT" ->
          Optional.of(new StoredColumn(name, ColumnType.NUMBER, "DECIMAL(38,0)", 0));
      default -> Optional.empty();
    };
  }

  boolean isDouble() {
    return sqlType.equals("DOUBLE");
  }

  public Column column() {
    return new Column(name, type);
  }
}
