package org.rulewright.pmml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;

/**
 * A field of the data dictionary with what the mining schema says of it.
 *
 * @param name as the file has it
 * @param feelName as FEEL can name it
 * @param valid the values the dictionary declares, all values where it declares none
 * @param invalid what becomes of other values
 * @param replacement of a missing value, null where there is none
 */
public record PmmlField(
    String name,
    String feelName,
    ValueKind kind,
    ValueSet valid,
    Invalid invalid,
    @Nullable Object replacement) {

  private static final int MOST_DIGITS = 34;
  private static final int LARGEST_SCALE = 300;

  /** What becomes of a value that the dictionary does not declare. */
  public enum Invalid {
    /** The model gives no result. */
    RETURN_INVALID,
    AS_IS,
    AS_MISSING
  }

  /** A value as the file writes it, of the kind of this field; empty where it cannot be one. */
  public Optional<Object> value(String text) {
    return value(text, kind);
  }

  static Optional<Object> value(String text, ValueKind kind) {
    return switch (kind) {
      case TEXT -> Optional.of(text);
      case NUMBER -> number(text.strip()).map(Object.class::cast);
      case DATE -> date(text.strip()).map(Object.class::cast);
      case BOOLEAN ->
          switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0" -> Optional.of(true);
            case "false", "0", "0.0" -> Optional.of(false);
            default -> Optional.empty();
          };
    };
  }

  /** A number as the file writes it, in so many digits as FEEL has. */
  public static Optional<BigDecimal> number(String text) {
    try {
      var number = new BigDecimal(text.strip()).stripTrailingZeros();
      return number.precision() > MOST_DIGITS || Math.abs(number.scale()) > LARGEST_SCALE
          ? Optional.empty()
          : Optional.of(number);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
