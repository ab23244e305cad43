package org.rulewright.version;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The things of two lists that have the same key, in the order of the newer list, those that are
 * gone last.
 *
 * @param before absent if added
 * @param after absent if removed
 */
record Paired<T>(String key, @Nullable T before, @Nullable T after) {

  static <T> List<Paired<T>> of(
      List<? extends T> before, List<? extends T> after, Function<T, String> key) {
    Map<String, T> old = new LinkedHashMap<>();
    before.forEach(thing -> old.put(key.apply(thing), thing));
    List<Paired<T>> pairs = new ArrayList<>();
    for (T thing : after) {
      String name = key.apply(thing);
      pairs.add(new Paired<>(name, old.remove(name), thing));
    }
    old.forEach((name, thing) -> pairs.add(new Paired<>(name, thing, null)));
    return pairs;
  }

  /** Returns both sides as text, empty where there is none. */
  String textBefore(Function<T, String> text) {
    return before == null ? "" : text.apply(before);
  }

  String textAfter(Function<T, String> text) {
    return after == null ? "" : text.apply(after);
  }
}
