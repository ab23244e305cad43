package org.rulewright.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sets of values that lead to different targets, as a function from a value to its target; it
 * allocates nothing.
 *
 * <p>Of ordered kinds class {@code 2i + 1} holds exactly the i-th threshold, class {@code 2i} what
 * lies between it and the one before. The search runs on doubles and is exact all the same:
 * rounding never changes the order of two decimals, it can only make them equal, and then the
 * decimals are compared.
 */
public final class ValueIndex {

  /** The target of values in none of the sets. */
  public static final int NOWHERE = Integer.MIN_VALUE;

  /** The target of values of another kind, and of decimals too long to be looked at quickly. */
  public static final int UNCLEAR = Integer.MAX_VALUE;

  /** Indexes with fewer thresholds are searched from left to right. */
  private static final int LONGEST_SCAN = 8;

  /** Decimals beyond this scale would make the conversion to double expensive. */
  private static final int LARGEST_SCALE = 300;

  private final ValueKind kind;

  /** The thresholds as doubles; days since 1970 of dates. */
  private final double[] keys;

  /** The thresholds themselves; not looked at for dates, whose keys are exact. */
  private final BigDecimal[] exact;

  /** By class; of booleans the target of false, then of true; of texts that of all not named. */
  private final int[] targets;

  private final Map<String, Integer> texts;

  /** That of the scale seen last; threads may replace it, each by one that is right. */
  private @Nullable Units units;

  private ValueIndex(
      ValueKind kind,
      double[] keys,
      BigDecimal[] exact,
      int[] targets,
      Map<String, Integer> texts) {
    this.kind = kind;
    this.keys = keys;
    this.exact = exact;
    this.targets = targets;
    this.texts = texts;
  }

  /**
   * Indexes sets that have no value in common; null is not looked at.
   *
   * @param targets of the sets, in their order
   */
  public static ValueIndex of(ValueKind kind, List<ValueSet> taken, int[] targets) {
    return switch (kind) {
      case NUMBER, DATE -> ordered(kind, taken, targets);
      case BOOLEAN ->
          unordered(kind, new int[] {target(taken, targets, false), target(taken, targets, true)});
      case TEXT -> texts(taken, targets);
    };
  }

  private static ValueIndex ordered(ValueKind kind, List<ValueSet> taken, int[] targets) {
    TreeSet<BigDecimal> points = new TreeSet<>();
    for (ValueSet set : taken) {
      for (Range range : set.ranges()) {
        if (range.low() != null) {
          points.add(number(range.low()));
        }
        if (range.high() != null) {
          points.add(number(range.high()));
        }
      }
    }
    BigDecimal[] exact = points.toArray(BigDecimal[]::new);
    int[] byClass = new int[2 * exact.length + 1];
    Arrays.fill(byClass, NOWHERE);
    for (int branch = 0; branch < targets.length; branch++) {
      for (Range range : taken.get(branch).ranges()) {
        Arrays.fill(byClass, first(range, exact), end(range, exact), targets[branch]);
      }
    }
    double[] keys = Arrays.stream(exact).mapToDouble(BigDecimal::doubleValue).toArray();
    return new ValueIndex(kind, keys, exact, byClass, Map.of());
  }

  private static int first(Range range, BigDecimal[] exact) {
    return range.low() == null
        ? 0
        : 2 * Arrays.binarySearch(exact, number(range.low())) + (range.lowIncluded() ? 1 : 2);
  }

  private static int end(Range range, BigDecimal[] exact) {
    return range.high() == null
        ? 2 * exact.length + 1
        : 2 * Arrays.binarySearch(exact, number(range.high())) + (range.highIncluded() ? 2 : 1);
  }

  private static BigDecimal number(Object value) {
    return value instanceof LocalDate day
        ? BigDecimal.valueOf(day.toEpochDay())
        : (BigDecimal) value;
  }

  private static ValueIndex texts(List<ValueSet> taken, int[] targets) {
    Map<String, Integer> named = new HashMap<>();
    for (ValueSet set : taken) {
      set.names().forEach(name -> named.put((String) name, target(taken, targets, name)));
    }
    return new ValueIndex(
        ValueKind.TEXT,
        new double[0],
        new BigDecimal[0],
        new int[] {otherTexts(taken, targets)},
        Map.copyOf(named));
  }

  private static int otherTexts(List<ValueSet> taken, int[] targets) {
    for (int branch = 0; branch < targets.length; branch++) {
      if (taken.get(branch).namesLeftOut()) {
        return targets[branch];
      }
    }
    return NOWHERE;
  }

  private static ValueIndex unordered(ValueKind kind, int[] targets) {
    return new ValueIndex(kind, new double[0], new BigDecimal[0], targets, Map.of());
  }

  private static int target(List<ValueSet> taken, int[] targets, Object value) {
    for (int branch = 0; branch < targets.length; branch++) {
      if (taken.get(branch).contains(value)) {
        return targets[branch];
      }
    }
    return NOWHERE;
  }

  /** Where a value leads; {@link #UNCLEAR} for one of another kind. */
  public int target(Object value) {
    return switch (kind) {
      case NUMBER -> number(value, targets);
      case DATE -> value instanceof LocalDate day ? date((double) day.toEpochDay()) : UNCLEAR;
      case TEXT -> {
        if (!(value instanceof String text)) {
          yield UNCLEAR;
        }
        @Nullable Integer named = texts.get(text);
        yield named == null ? targets[0] : named;
      }
      case BOOLEAN -> value instanceof Boolean truth ? targets[truth ? 1 : 0] : UNCLEAR;
    };
  }

  /** Where a decimal leads that is given as a whole number of units, one being ten to the scale. */
  public int targetOfUnits(long value, int scale) {
    if (kind != ValueKind.NUMBER) {
      return UNCLEAR;
    }
    Units known = units;
    if (known == null || known.scale != scale) {
      known = new Units(scale, UnitIndex.of(exact, scale, targets, 0));
      units = known;
    }
    return known.index == null ? target(BigDecimal.valueOf(value, scale)) : known.index.row(value);
  }

  /** Where a day leads. */
  public int targetOfDay(long epochDay) {
    return kind == ValueKind.DATE ? date((double) epochDay) : UNCLEAR;
  }

  /** That there is no index is known, too. */
  private record Units(int scale, @Nullable UnitIndex index) {}

  private int number(Object value, int[] byClass) {
    if (value instanceof BigDecimal decimal) {
      if (Math.abs(decimal.scale()) > LARGEST_SCALE) {
        return UNCLEAR;
      }
      double key = decimal.doubleValue();
      int i = firstNotBelow(key);
      return byClass[i < keys.length && keys[i] == key ? tied(decimal, key, i) : 2 * i];
    }
    if (value instanceof Long || value instanceof Integer) {
      long whole = ((Number) value).longValue();
      double key = whole;
      int i = firstNotBelow(key);
      return byClass[
          i < keys.length && keys[i] == key ? tied(BigDecimal.valueOf(whole), key, i) : 2 * i];
    }
    return UNCLEAR;
  }

  private int date(double key) {
    int i = firstNotBelow(key);
    return targets[i < keys.length && keys[i] == key ? 2 * i + 1 : 2 * i];
  }

  /** The class of a value whose double is that of the i-th threshold and maybe of more. */
  private int tied(BigDecimal value, double key, int first) {
    int i = first;
    for (; i < keys.length && keys[i] == key; i++) {
      int order = value.compareTo(exact[i]);
      if (order <= 0) {
        return order == 0 ? 2 * i + 1 : 2 * i;
      }
    }
    return 2 * i;
  }

  private int firstNotBelow(double key) {
    int from = 0;
    int to = keys.length;
    while (to - from > LONGEST_SCAN) {
      int middle = (from + to) >>> 1;
      if (keys[middle] < key) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    while (from < to && keys[from] < key) {
      from++;
    }
    return from;
  }
}
