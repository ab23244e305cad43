package org.rulewright.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pmml4s.data.BoolVal;
import org.pmml4s.data.DataVal;
import org.pmml4s.data.DoubleVal;
import org.pmml4s.data.LongVal;
import org.pmml4s.data.StringVal;
import org.rulewright.decision.FactType;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/**
 * One active field of a PMML model.
 *
 * @param dataType the standard's name of its type
 */
record PmmlInput(ModelInput input, String dataType) {

  private static final Pattern DAYS_SINCE = Pattern.compile("dateDaysSince\\[(\\d{4})]");

  /** The type of a data field, empty where it is one we cannot give. */
  static Optional<FactType> type(String dataType) {
    return switch (dataType) {
      case "string" -> Optional.of(FactType.TEXT);
      case "integer", "float", "double" -> Optional.of(FactType.NUMBER);
      case "boolean" -> Optional.of(FactType.BOOLEAN);
      default ->
          DAYS_SINCE.matcher(dataType).matches() ? Optional.of(FactType.DATE) : Optional.empty();
    };
  }

  /** The categories a data field declares, those that mean "missing" included. */
  static List<Object> allowed(Element dataField, FactType type) {
    var allowed = new ArrayList<Object>();
    for (var value : Xml.children(dataField, "Value")) {
      if (!value.getAttribute("property").equals("invalid")) {
        category(value.getAttribute("value"), type).ifPresent(allowed::add);
      }
    }
    return allowed;
  }

  private static Optional<Object> category(String text, FactType type) {
    return switch (type) {
      case TEXT -> Optional.of(text);
      case NUMBER -> {
        try {
          yield Optional.of(new BigDecimal(text.strip()).stripTrailingZeros());
        } catch (NumberFormatException notOfTheType) {
          // the evaluator cannot match it either
          yield Optional.empty();
        }
      }
      // both are always allowed
      default -> Optional.empty();
    };
  }

  /** The value as the evaluator takes it; null is missing. */
  @Nullable DataVal value(@Nullable Object value, PmmlCategories categories) {
    return switch (value) {
      case null -> null;
      case String text -> new StringVal(categories.known(text));
      case Boolean bool -> new BoolVal(bool);
      case LocalDate date -> new DoubleVal(days(date));
      case Number number when dataType.equals("integer") -> new LongVal(number.longValue());
      case Number number -> new DoubleVal(number.doubleValue());
      default -> throw new IllegalStateException("a value of an unknown type was let through");
    };
  }

  /**
   * Whether a number is what its type says: the evaluator would cut off what is behind the point.
   */
  boolean holds(@Nullable Object value) {
    return !(value instanceof Number number) || !dataType.equals("integer") || whole(number);
  }

  private static boolean whole(Number number) {
    try {
      return InputCheck.decimal(number).longValueExact() == number.longValue();
    } catch (ArithmeticException notWhole) {
      return false;
    }
  }

  private double days(LocalDate date) {
    Matcher since = DAYS_SINCE.matcher(dataType);
    if (!since.matches()) {
      throw new IllegalStateException(dataType + " is no type of dates");
    }
    return ChronoUnit.DAYS.between(LocalDate.of(Integer.parseInt(since.group(1)), 1, 1), date);
  }
}
