package org.rulewright.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code x in ...}: whether one of the tests holds.
 *
 * @param listed whether the tests stand in brackets, so that none holding is false
 */
public record Membership(Expression value, List<Case> cases, boolean listed) implements Expression {

  /**
   * One test: a value, a range or a list to be in, or a comparison.
   *
   * @param operator null for what is no comparison
   */
  public record Case(@Nullable Operator operator, Expression operand) {}

  public Membership {
    cases = List.copyOf(cases);
  }

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Object tested = value.evaluate(variables);
    if (tested == UNDECIDED) {
      return UNDECIDED;
    }
    for (Case test : cases) {
      Object operand = test.operand.evaluate(variables);
      if (operand == UNDECIDED) {
        return UNDECIDED;
      }
      Object holds =
          test.operator != null
              ? compared(test.operator, tested, operand)
              : listed ? in(tested, operand) : inAny(tested, operand);
      if (holds == UNDECIDED || !listed || Boolean.TRUE.equals(holds)) {
        return holds;
      }
    }
    return false;
  }

  private static @Nullable Object inAny(@Nullable Object tested, @Nullable Object operand) {
    if (operand == null) {
      return UNDECIDED;
    }
    if (!(operand instanceof List<?> list)) {
      return in(tested, operand);
    }
    for (Object item : list) {
      Object holds = in(tested, item);
      if (holds == UNDECIDED || Boolean.TRUE.equals(holds)) {
        return holds;
      }
    }
    return false;
  }

  private static @Nullable Object in(@Nullable Object tested, @Nullable Object item) {
    return item instanceof Interval interval
        ? interval.includes(tested)
        : Equality.same(tested, item);
  }

  private static @Nullable Object compared(
      Operator operator, @Nullable Object tested, @Nullable Object operand) {
    if (operator == Operator.EQUAL || operator == Operator.UNEQUAL) {
      Object equal = equal(tested, operand);
      return equal instanceof Boolean same
          ? (Object) (same == (operator == Operator.EQUAL))
          : equal;
    }
    Object holds = operator.apply(tested, operand);
    return holds == UNDECIDED ? UNDECIDED : Boolean.TRUE.equals(holds);
  }

  /** In a test a list equals an item that is in it, and what cannot be compared is not equal. */
  private static Object equal(@Nullable Object tested, @Nullable Object operand) {
    if (tested instanceof List<?> left && operand instanceof List<?> right) {
      return left.size() != right.size() ? (Object) false : pairwise(left, right);
    }
    if (operand instanceof List<?> list) {
      for (Object item : list) {
        Object equal = equalItems(item, tested);
        if (!Boolean.FALSE.equals(equal)) {
          return equal;
        }
      }
      return false;
    }
    return equalItems(tested, operand);
  }

  private static Object pairwise(List<?> left, List<?> right) {
    for (int i = 0; i < left.size(); i++) {
      Object equal = equalItems(left.get(i), right.get(i));
      if (!Boolean.TRUE.equals(equal)) {
        return equal;
      }
    }
    return true;
  }

  private static Object equalItems(@Nullable Object left, @Nullable Object right) {
    Object equal = Equality.equal(left, right);
    return equal == UNDECIDED ? UNDECIDED : (Object) Boolean.TRUE.equals(equal);
  }
}
