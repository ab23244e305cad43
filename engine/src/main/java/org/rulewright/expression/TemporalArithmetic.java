package org.rulewright.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;

/**
 * Arithmetic on dates, times and durations, and what it makes of null and of other types.
 *
 * <p>Null is a result here only where the reference engine gives it without an error.
 */
final class TemporalArithmetic {

  private TemporalArithmetic() {}

  /** The result on operands of known types that are not both numbers or both texts. */
  static @Nullable Object apply(Operator operator, @Nullable Object left, @Nullable Object right) {
    try {
      return switch (operator) {
        case ADD -> sum(left, right);
        case SUBTRACT -> difference(left, right);
        case MULTIPLY -> product(left, right);
        case DIVIDE -> quotient(left, right);
        default -> Expression.UNDECIDED;
      };
    } catch (DateTimeException | ArithmeticException beyondTheRange) {
      return Expression.UNDECIDED;
    }
  }

  private static @Nullable Object sum(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String || right instanceof String) {
      return null;
    }
    return switch (left) {
      case Duration a when right instanceof LocalDate b -> plus(b, a);
      case LocalDate a when right instanceof Duration b -> plus(a, b);
      case Duration a when right instanceof Duration b -> a.plus(b);
      case Temporal a when right instanceof TemporalAmount b -> a.plus(b);
      case TemporalAmount a when right instanceof Temporal b -> b.plus(a);
      case Period a when right instanceof Period b -> b.plus(a);
      case null -> null;
      default -> right == null ? null : Expression.UNDECIDED;
    };
  }

  private static @Nullable Object difference(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String || right instanceof String) {
      return null;
    }
    return switch (left) {
      case LocalDate a when right instanceof Duration b -> plus(a, b.negated());
      case Duration a when right instanceof Duration b -> a.minus(b);
      case Temporal a when right instanceof Temporal b -> between(atMidnight(a), atMidnight(b));
      case Temporal a when right instanceof TemporalAmount b -> a.minus(b);
      case Period a when right instanceof Period b -> a.minus(b);
      case null -> null;
      default -> right == null ? null : Expression.UNDECIDED;
    };
  }

  private static @Nullable Object product(@Nullable Object left, @Nullable Object right) {
    return switch (left) {
      case BigDecimal a when right instanceof Duration b ->
          Duration.ofSeconds(
              a.multiply(BigDecimal.valueOf(b.getSeconds()), Decimals.FEEL).longValue());
      case BigDecimal a when right instanceof Period b -> months(b, a);
      case BigDecimal _ when right instanceof String || right instanceof Temporal -> null;
      case Duration a when right instanceof BigDecimal b ->
          Duration.ofNanos(
              BigDecimal.valueOf(a.toNanos())
                  .multiply(BigDecimal.valueOf(b.doubleValue()))
                  .longValue());
      case Period a when right instanceof BigDecimal b -> months(a, b);
      case String _ when right instanceof BigDecimal -> null;
      case Temporal _ when right instanceof BigDecimal -> null;
      case TemporalAmount _ -> Expression.UNDECIDED;
      case null -> right instanceof TemporalAmount ? Expression.UNDECIDED : null;
      default -> right == null ? null : Expression.UNDECIDED;
    };
  }

  private static @Nullable Object quotient(@Nullable Object left, @Nullable Object right) {
    return switch (left) {
      case String _ when right instanceof BigDecimal -> null;
      case BigDecimal _ when right instanceof String -> null;
      case Temporal _ when right instanceof BigDecimal -> null;
      case Duration a when right instanceof BigDecimal b -> shared(a, b);
      case Duration a when right instanceof Duration b ->
          ratio(BigDecimal.valueOf(a.getSeconds()), BigDecimal.valueOf(b.getSeconds()));
      case Period a when right instanceof BigDecimal b && b.signum() != 0 ->
          Period.ofMonths(
              BigDecimal.valueOf(a.toTotalMonths()).divide(b, Decimals.FEEL).intValue());
      case Period a when right instanceof Period b ->
          ratio(BigDecimal.valueOf(a.toTotalMonths()), BigDecimal.valueOf(b.toTotalMonths()));
      case null -> null;
      default -> right == null ? null : Expression.UNDECIDED;
    };
  }

  private static LocalDate plus(LocalDate date, Duration duration) {
    return date.atStartOfDay().plus(duration).toLocalDate();
  }

  private static Period months(Period period, BigDecimal factor) {
    return Period.ofMonths(
        factor.multiply(BigDecimal.valueOf(period.toTotalMonths()), Decimals.FEEL).intValue());
  }

  private static @Nullable Object shared(Duration duration, BigDecimal parts) {
    return parts.signum() == 0
        ? null
        : Duration.ofNanos(
            BigDecimal.valueOf(duration.toNanos())
                .divide(parts, 0, RoundingMode.HALF_EVEN)
                .longValue());
  }

  private static @Nullable Object ratio(BigDecimal left, BigDecimal right) {
    return right.signum() == 0 ? null : left.divide(right, Decimals.FEEL);
  }

  private static Temporal atMidnight(Temporal value) {
    return value instanceof LocalDate date ? date.atStartOfDay(ZoneOffset.UTC) : value;
  }

  private static Object between(Temporal later, Temporal earlier) {
    boolean oneWithoutZone = later instanceof LocalDateTime != earlier instanceof LocalDateTime;
    boolean oneWithoutDate =
        later.isSupported(ChronoUnit.DAYS) != earlier.isSupported(ChronoUnit.DAYS);
    return oneWithoutZone || oneWithoutDate
        ? Expression.UNDECIDED
        : Duration.between(earlier, later);
  }
}
