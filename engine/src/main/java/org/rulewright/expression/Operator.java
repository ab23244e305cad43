package org.rulewright.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;

/** The infix operators on operands whose result we know to be the reference engine's. */
enum Operator {
  ADD("+", 4),
  SUBTRACT("-", 4),
  MULTIPLY("*", 5),
  DIVIDE("/", 5),
  LESS("<", 3),
  AT_MOST("<=", 3),
  GREATER(">", 3),
  AT_LEAST(">=", 3),
  EQUAL("=", 3),
  UNEQUAL("!=", 3),
  AND("and", 2),
  OR("or", 1);

  final String symbol;

  /** A higher number binds tighter. */
  final int precedence;

  Operator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  @Nullable Object apply(@Nullable Object left, @Nullable Object right) {
    return switch (this) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE -> arithmetic(left, right);
      case LESS, AT_MOST, GREATER, AT_LEAST -> comparison(left, right);
      case EQUAL -> equal(left, right);
      case UNEQUAL -> equal(left, right) instanceof Boolean same ? !same : Expression.UNDECIDED;
      case AND, OR ->
          left instanceof Boolean a && right instanceof Boolean b
              ? this == AND ? a && b : a || b
              : Expression.UNDECIDED;
    };
  }

  private Object arithmetic(@Nullable Object left, @Nullable Object right) {
    if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
      return switch (this) {
        case ADD -> a.add(b, Decimals.FEEL);
        case SUBTRACT -> a.subtract(b, Decimals.FEEL);
        case MULTIPLY -> a.multiply(b, Decimals.FEEL);
        default -> b.signum() == 0 ? Expression.UNDECIDED : a.divide(b, Decimals.FEEL);
      };
    }
    return this == ADD && left instanceof String a && right instanceof String b
        ? a + b
        : Expression.UNDECIDED;
  }

  private Object comparison(@Nullable Object left, @Nullable Object right) {
    Integer order = order(left, right);
    if (order == null) {
      return Expression.UNDECIDED;
    }
    return switch (this) {
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      default -> order >= 0;
    };
  }

  private static Object equal(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == right;
    }
    if (left instanceof Boolean && right instanceof Boolean) {
      return left.equals(right);
    }
    Integer order = order(left, right);
    return order == null ? Expression.UNDECIDED : (Object) (order == 0);
  }

  private static @Nullable Integer order(@Nullable Object left, @Nullable Object right) {
    if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
      return a.compareTo(b);
    }
    if (left instanceof String a && right instanceof String b) {
      return a.compareTo(b);
    }
    return left instanceof LocalDate a && right instanceof LocalDate b ? a.compareTo(b) : null;
  }
}
