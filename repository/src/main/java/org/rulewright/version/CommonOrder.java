package org.rulewright.version;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The most things of two orders of the same things that did not move against each other. */
final class CommonOrder {

  private CommonOrder() {}

  /** Returns a longest increasing run of the old places, by patience sorting: n log n. */
  static List<String> of(List<String> before, List<String> after) {
    Map<String, Integer> place = new HashMap<>();
    before.forEach(id -> place.put(id, place.size()));
    int[] from = new int[after.size()];
    // INVARIANT: tails[n] ends the run of length n + 1 whose end has the smallest old place.
    List<Integer> tails = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      int at = firstTailNotBelow(place.getOrDefault(after.get(i), 0), tails, after, place);
      from[i] = at == 0 ? -1 : tails.get(at - 1);
      if (at == tails.size()) {
        tails.add(i);
      } else {
        tails.set(at, i);
      }
    }
    return run(after, from, tails);
  }

  private static int firstTailNotBelow(
      int wanted, List<Integer> tails, List<String> after, Map<String, Integer> place) {
    int low = 0;
    int high = tails.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place.getOrDefault(after.get(tails.get(middle)), 0) < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static List<String> run(List<String> after, int[] from, List<Integer> tails) {
    List<String> run = new ArrayList<>();
    for (int i = tails.isEmpty() ? -1 : tails.getLast(); i >= 0; i = from[i]) {
      run.add(after.get(i));
    }
    Collections.reverse(run);
    return run;
  }
}
