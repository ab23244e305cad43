package org.rulewright.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;

/** The infix operators on operands whose result we know to be the reference engine's. */
public enum Operator {
  ADD("+", 4),
  SUBTRACT("-", 4),
  MULTIPLY("*", 5),
  DIVIDE("/", 5),
  POWER("**", 6),
  LESS("<", 3),
  AT_MOST("<=", 3),
  GREATER(">", 3),
  AT_LEAST(">=", 3),
  EQUAL("=", 3),
  UNEQUAL("!=", 3),
  AND("and", 2),
  OR("or", 1);

  /** Powers beyond would fill the memory with digits that are rounded away. */
  private static final int LARGEST_POWER = 64;

  final String symbol;

  /** A higher number binds tighter. */
  final int precedence;

  Operator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  /** The operator of a symbol of FEEL. */
  public static Operator of(String symbol) {
    for (Operator operator : values()) {
      if (operator.symbol.equals(symbol)) {
        return operator;
      }
    }
    throw new IllegalArgumentException("no operator " + symbol);
  }

  @Nullable Object apply(@Nullable Object left, @Nullable Object right) {
    return switch (this) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE -> arithmetic(left, right);
      case POWER -> power(left, right);
      case LESS, AT_MOST, GREATER, AT_LEAST -> comparison(left, right);
      case EQUAL -> Equality.equal(left, right);
      case UNEQUAL -> negated(Equality.equal(left, right));
      case AND -> and(left, right);
      case OR -> or(left, right);
    };
  }

  private static @Nullable Object negated(@Nullable Object truth) {
    return truth instanceof Boolean known ? (Object) !known : truth;
  }

  private @Nullable Object arithmetic(@Nullable Object left, @Nullable Object right) {
    if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
      return switch (this) {
        case ADD -> a.add(b, Decimals.FEEL);
        case SUBTRACT -> a.subtract(b, Decimals.FEEL);
        case MULTIPLY -> a.multiply(b, Decimals.FEEL);
        default -> b.signum() == 0 ? Expression.UNDECIDED : a.divide(b, Decimals.FEEL);
      };
    }
    if (left instanceof String a && right instanceof String b) {
      return this == ADD ? Running.bounded(a + b) : null;
    }
    return Ordering.isKnown(left) && Ordering.isKnown(right)
        ? TemporalArithmetic.apply(this, left, right)
        : Expression.UNDECIDED;
  }

  private static @Nullable Object power(@Nullable Object left, @Nullable Object right) {
    if (left instanceof BigDecimal base && right instanceof BigDecimal exponent) {
      return exponent.signum() >= 0
              && exponent.compareTo(BigDecimal.valueOf(LARGEST_POWER)) <= 0
              && exponent.stripTrailingZeros().scale() <= 0
              && base.precision() <= Decimals.FEEL.getPrecision()
              && Math.abs((long) base.scale()) <= LARGEST_POWER
          ? base.pow(exponent.intValueExact()).round(Decimals.FEEL)
          : Expression.UNDECIDED;
    }
    return Expression.UNDECIDED;
  }

  private @Nullable Object comparison(@Nullable Object left, @Nullable Object right) {
    Integer order = Ordering.order(left, right);
    if (order == null) {
      return isIncomparable(left) && isIncomparable(right) ? null : Expression.UNDECIDED;
    }
    return switch (this) {
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      default -> order >= 0;
    };
  }

  /** Booleans are compared in a way of their own, and lists may stand for their only item. */
  private static boolean isIncomparable(@Nullable Object value) {
    return Ordering.isKnown(value)
        && !(value instanceof Boolean)
        && !(value instanceof List)
        && !(value instanceof Map)
        && !(value instanceof Interval);
  }

  /** The left side is not false: then {@link Operation} has not looked at the right one. */
  private static @Nullable Object and(@Nullable Object left, @Nullable Object right) {
    if (!isTruth(left) || !isTruth(right)) {
      return Expression.UNDECIDED;
    }
    return Boolean.FALSE.equals(right)
        ? (Object) false
        : left == null || right == null ? null : (Object) true;
  }

  private static @Nullable Object or(@Nullable Object left, @Nullable Object right) {
    if (!isTruth(left) || !isTruth(right)) {
      return Expression.UNDECIDED;
    }
    return Boolean.TRUE.equals(right)
        ? (Object) true
        : left == null || right == null ? null : (Object) false;
  }

  private static boolean isTruth(@Nullable Object value) {
    return value == null || value instanceof Boolean;
  }
}
