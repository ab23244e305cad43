package org.rulewright.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code x instance of type}, for the types that are built in. */
public record InstanceOf(Expression value, Type type) implements Expression {

  /** The types of FEEL that need nothing said of what is inside. */
  public enum Type {
    NUMBER,
    STRING,
    BOOLEAN,
    DATE,
    TIME,
    DATE_AND_TIME,
    DAYS_AND_TIME_DURATION,
    YEARS_AND_MONTHS_DURATION;

    /** The type of a name of FEEL, if it is one of these. */
    public static Optional<Type> of(String name) {
      for (Type type : values()) {
        if (type.name().replace('_', ' ').equalsIgnoreCase(name)) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }
  }

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Object tested = value.evaluate(variables);
    if (tested == null || !Ordering.isKnown(tested) || tested instanceof List) {
      return UNDECIDED;
    }
    return is(type, tested);
  }

  static boolean is(Type type, Object tested) {
    return switch (type) {
      case NUMBER -> tested instanceof BigDecimal;
      case STRING -> tested instanceof String;
      case BOOLEAN -> tested instanceof Boolean;
      case DATE -> tested instanceof LocalDate;
      case TIME -> Ordering.isTime(tested);
      case DATE_AND_TIME -> Ordering.isDateTime(tested);
      case DAYS_AND_TIME_DURATION -> tested instanceof Duration;
      case YEARS_AND_MONTHS_DURATION -> tested instanceof Period;
    };
  }
}
