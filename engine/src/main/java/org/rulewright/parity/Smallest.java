package org.rulewright.parity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Facts;

/** Makes facts smaller as long as they still show what they showed. */
final class Smallest {

  private static final int MOST_TRIES = 300;

  private final Predicate<Facts> shows;
  private int tries;

  Smallest(Predicate<Facts> shows) {
    this.shows = shows;
  }

  /** Leaves facts out, then makes them null, then simpler. */
  Facts of(Facts facts) {
    var current = new LinkedHashMap<String, @Nullable Object>(facts.asMap());
    boolean smaller = true;
    while (smaller && tries < MOST_TRIES) {
      smaller = false;
      for (var name : List.copyOf(current.keySet())) {
        smaller |= without(current, name) || simpler(current, name);
      }
    }
    return Facts.of(current);
  }

  private boolean without(Map<String, @Nullable Object> current, String name) {
    var trial = new LinkedHashMap<String, @Nullable Object>(current);
    trial.remove(name);
    return taken(current, trial);
  }

  private boolean simpler(Map<String, @Nullable Object> current, String name) {
    var value = current.get(name);
    for (var candidate : candidates(value)) {
      var trial = new LinkedHashMap<String, @Nullable Object>(current);
      trial.put(name, candidate);
      if (taken(current, trial)) {
        return true;
      }
    }
    return false;
  }

  private boolean taken(
      Map<String, @Nullable Object> current, Map<String, @Nullable Object> trial) {
    if (++tries > MOST_TRIES || !shows.test(Facts.of(trial))) {
      return false;
    }
    current.clear();
    current.putAll(trial);
    return true;
  }

  /** Values that are simpler than the given one, the simplest first; never as complex again. */
  private static List<@Nullable Object> candidates(@Nullable Object value) {
    var simpler = new ArrayList<@Nullable Object>();
    if (value != null) {
      simpler.add(null);
    }
    if (value instanceof BigDecimal number) {
      var whole = number.setScale(0, java.math.RoundingMode.HALF_EVEN);
      if (number.signum() != 0) {
        simpler.add(BigDecimal.ZERO);
      }
      if (number.scale() > 0 && number.precision() < 100) {
        simpler.add(whole);
        simpler.add(number.setScale(Math.min(number.scale() - 1, 2), java.math.RoundingMode.DOWN));
      }
    } else if (value instanceof String text && !text.isEmpty()) {
      simpler.add("");
    }
    return simpler;
  }
}
