package org.rulewright.decisiontree;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.value.Range;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;

/**
 * One split as a function from classes of values to targets.
 *
 * <p>Of ordered kinds class {@code 2i + 1} holds exactly the i-th threshold, class {@code 2i} what
 * lies between it and the one before. The search runs on doubles and is exact all the same:
 * rounding never changes the order of two decimals, it can only make them equal, and then the
 * decimals are compared.
 *
 * @param keys the thresholds as doubles; days since 1970 of dates
 * @param exact the thresholds themselves, empty for dates, whose keys are exact
 * @param targets by class; of booleans the target of false, then of true; of texts that of all
 *     texts not named
 */
record SplitTable(
    ValueKind kind, double[] keys, BigDecimal[] exact, int[] targets, Map<String, Integer> texts) {

  /** The target of values no branch takes. */
  static final int NOWHERE = Integer.MIN_VALUE;

  /** Splits with fewer thresholds are searched from left to right. */
  private static final int LONGEST_SCAN = 8;

  /**
   * Compiles a split.
   *
   * @param targets of its branches, in their order
   */
  static SplitTable of(Split split, ValueKind kind, int[] targets) {
    List<ValueSet> taken = TreePaths.taken(split, kind);
    return switch (kind) {
      case NUMBER, DATE -> ordered(kind, taken, targets);
      case BOOLEAN ->
          unordered(kind, new int[] {target(taken, targets, false), target(taken, targets, true)});
      case TEXT -> texts(taken, targets);
    };
  }

  private static SplitTable ordered(ValueKind kind, List<ValueSet> taken, int[] targets) {
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
    return new SplitTable(
        kind, keys, kind == ValueKind.DATE ? new BigDecimal[0] : exact, byClass, Map.of());
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

  private static SplitTable texts(List<ValueSet> taken, int[] targets) {
    Map<String, Integer> named = new HashMap<>();
    for (ValueSet set : taken) {
      set.names().forEach(name -> named.put((String) name, target(taken, targets, name)));
    }
    return new SplitTable(
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

  private static SplitTable unordered(ValueKind kind, int[] targets) {
    return new SplitTable(kind, new double[0], new BigDecimal[0], targets, Map.of());
  }

  private static int target(List<ValueSet> taken, int[] targets, Object value) {
    for (int branch = 0; branch < targets.length; branch++) {
      if (taken.get(branch).contains(value)) {
        return targets[branch];
      }
    }
    return NOWHERE;
  }

  /** Where a value leads; {@link CompiledTree#UNCLEAR} for one of another kind. */
  int target(Object value) {
    return switch (kind) {
      case NUMBER -> number(value, targets);
      case DATE ->
          value instanceof LocalDate day ? date((double) day.toEpochDay()) : CompiledTree.UNCLEAR;
      case TEXT -> {
        if (!(value instanceof String text)) {
          yield CompiledTree.UNCLEAR;
        }
        @Nullable Integer named = texts.get(text);
        yield named == null ? targets[0] : named;
      }
      case BOOLEAN ->
          value instanceof Boolean truth ? targets[truth ? 1 : 0] : CompiledTree.UNCLEAR;
    };
  }

  private int number(Object value, int[] byClass) {
    if (value instanceof BigDecimal decimal) {
      if (Math.abs(decimal.scale()) > CompiledTree.LARGEST_SCALE) {
        return CompiledTree.UNCLEAR;
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
    return CompiledTree.UNCLEAR;
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
