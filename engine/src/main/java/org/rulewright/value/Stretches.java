package org.rulewright.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A set of ordered values as the cuts at which membership changes.
 *
 * <p>INVARIANT: the cuts ascend strictly, so that equal sets are equal objects.
 *
 * @param inside whether the smallest values are in the set
 */
record Stretches(boolean inside, List<Cut> cuts, ValueKind kind) implements Values {

  private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);

  static Stretches of(Range range, ValueKind kind) {
    var cuts = new ArrayList<Cut>(2);
    if (range.low() != null) {
      cuts.add(Cut.of(range.low(), !range.lowIncluded()));
    }
    if (range.high() != null) {
      cuts.add(Cut.of(range.high(), range.highIncluded()));
    }
    if (cuts.size() == 2 && cuts.getFirst().compareTo(cuts.getLast()) >= 0) {
      return new Stretches(false, List.of(), kind);
    }
    return new Stretches(range.low() == null, List.copyOf(cuts), kind);
  }

  @Override
  public Stretches and(Values values) {
    var other = (Stretches) values;
    var found = new ArrayList<Cut>();
    boolean left = inside;
    boolean right = other.inside;
    boolean both = left && right;
    int i = 0;
    int j = 0;
    while (i < cuts.size() || j < other.cuts.size()) {
      int order =
          i == cuts.size()
              ? 1
              : j == other.cuts.size() ? -1 : cuts.get(i).compareTo(other.cuts.get(j));
      Cut cut = order <= 0 ? cuts.get(i) : other.cuts.get(j);
      if (order <= 0) {
        left = !left;
        i++;
      }
      if (order >= 0) {
        right = !right;
        j++;
      }
      if ((left && right) != both) {
        both = !both;
        found.add(cut);
      }
    }
    return new Stretches(inside && other.inside, List.copyOf(found), kind);
  }

  @Override
  public Stretches not() {
    return new Stretches(!inside, cuts, kind);
  }

  @Override
  public boolean isEmpty() {
    return !inside && cuts.isEmpty();
  }

  @Override
  public boolean contains(Object value) {
    Object exact = value instanceof LocalDate ? value : Decimals.stripped(value);
    boolean in = inside;
    for (Cut cut : cuts) {
      if (!cut.isBelow(exact)) {
        return in;
      }
      in = !in;
    }
    return in;
  }

  List<Range> ranges() {
    var ranges = new ArrayList<Range>();
    @Nullable Cut low = null;
    boolean in = inside;
    for (Cut cut : cuts) {
      if (in) {
        ranges.add(range(low, cut));
      }
      low = cut;
      in = !in;
    }
    if (in) {
      ranges.add(range(low, null));
    }
    return ranges;
  }

  private static Range range(@Nullable Cut low, @Nullable Cut high) {
    if (low != null
        && high != null
        && low.value() instanceof LocalDate day
        && high.value().equals(day.plusDays(1))) {
      return new Range(day, true, day, true);
    }
    return new Range(
        low == null ? null : low.value(),
        low != null && !low.above(),
        high == null ? null : high.value(),
        high != null && high.above());
  }

  @Override
  public Object example() {
    Range first = ranges().getFirst();
    if (first.low() == null && first.high() == null) {
      return kind == ValueKind.DATE ? SOME_DAY : BigDecimal.ZERO;
    }
    if (first.low() != null) {
      return first.lowIncluded() ? first.low() : justAbove(first);
    }
    Object high = Objects.requireNonNull(first.high());
    return first.highIncluded()
        ? high
        : high instanceof LocalDate day
            ? day.minusDays(1)
            : ((BigDecimal) high).subtract(BigDecimal.ONE);
  }

  /** Dates always have a first day, so only numbers come here. */
  private static Object justAbove(Range range) {
    var low = (BigDecimal) Objects.requireNonNull(range.low());
    var next = low.add(BigDecimal.ONE);
    if (!(range.high() instanceof BigDecimal high) || next.compareTo(high) < 0) {
      return next;
    }
    return Decimals.stripped(low.add(high).divide(BigDecimal.TWO));
  }
}
