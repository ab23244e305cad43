package org.rulewright.expression;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * {@code x in source} or {@code i in from..to} at the head of a loop.
 *
 * @param end the end of the numbers to go through, null where the source is a list
 */
public record Binding(String name, Expression source, @Nullable Expression end) {

  /** With so few digits adding one is exact. */
  private static final int DIGITS = 30;

  /** What is gone through; null where only the reference engine knows. */
  @Nullable Iterable<?> items(Map<String, ? extends @Nullable Object> variables) {
    Object first = source.evaluate(variables);
    if (end == null) {
      return first == null || first instanceof Interval || !Ordering.isKnown(first)
          ? null
          : first instanceof List<?> list ? list : List.of(first);
    }
    if (!(first instanceof BigDecimal from)
        || !(end.evaluate(variables) instanceof BigDecimal to)
        || from.precision() + Math.abs((long) from.scale()) > DIGITS) {
      return null;
    }
    Iterable<BigDecimal> numbers = () -> new Numbers(from, to);
    return numbers;
  }

  /** The numbers from one to another by steps of one, upwards or downwards, at least one. */
  private static final class Numbers implements Iterator<BigDecimal> {
    private final BigDecimal end;
    private final boolean upwards;
    private @Nullable BigDecimal next;

    Numbers(BigDecimal start, BigDecimal end) {
      this.end = end;
      this.upwards = start.compareTo(end) <= 0;
      this.next = start;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public BigDecimal next() {
      BigDecimal current = next;
      if (current == null) {
        throw new NoSuchElementException();
      }
      BigDecimal following =
          upwards ? current.add(BigDecimal.ONE) : current.subtract(BigDecimal.ONE);
      int order = following.compareTo(end);
      next = (upwards ? order <= 0 : order >= 0) ? following : null;
      return current;
    }
  }
}
