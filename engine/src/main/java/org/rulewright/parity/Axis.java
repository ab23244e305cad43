package org.rulewright.parity;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Facts;

/**
 * One input and the values it is given.
 *
 * @param regions one value of each elementary region, null and missing among them
 * @param boundaries these and more: thresholds, what is just below and above, and extremes
 */
record Axis(String name, List<@Nullable Object> regions, List<@Nullable Object> boundaries) {

  /** A text that no cell names. */
  static final String UNKNOWN = "\u2205 none of these";

  /** Stands for a fact that is not given at all. */
  static final Object MISSING =
      new Object() {
        @Override
        public String toString() {
          return "missing";
        }
      };

  /** The number of the region the fact lies in. */
  int regionOf(Facts facts) {
    if (!facts.has(name)) {
      return regions.indexOf(MISSING);
    }
    var value = facts.get(name);
    if (value instanceof BigDecimal number) {
      return regionOf(number);
    }
    int exact = regions.indexOf(value);
    // a value between those named lies with the unknown text, or is not counted on its own
    return exact >= 0 ? exact : Math.max(0, regions.indexOf(UNKNOWN));
  }

  /** Numbers lie in rising order, a point after each open interval. */
  private int regionOf(BigDecimal number) {
    int last = 0;
    for (int i = 0; i < regions.size() && regions.get(i) instanceof BigDecimal; i++) {
      last = i;
      boolean point = i % 2 == 1;
      if (point && regions.get(i) instanceof BigDecimal it && number.compareTo(it) <= 0) {
        return number.compareTo(it) == 0 ? i : i - 1;
      }
    }
    return last;
  }

  static Map<String, @Nullable Object> put(
      Map<String, @Nullable Object> facts, String name, @Nullable Object value) {
    if (value != MISSING) {
      facts.put(name, value);
    }
    return facts;
  }

  static Map<String, @Nullable Object> empty() {
    return new LinkedHashMap<>();
  }
}
