package org.rulewright.decisiontable.analysis;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Says in the regions of an axis what was said in those it had before it got more points. */
final class Translation {

  private final Axis before;
  private final Axis now;

  /** Rules share their regions; by identity, because comparing them would cost more. */
  private final Map<Regions, Regions> known = new IdentityHashMap<>();

  Translation(Axis before, Axis now) {
    this.before = before;
    this.now = now;
  }

  boolean changesNothing() {
    return before == now;
  }

  Regions of(Regions regions) {
    return changesNothing() ? regions : known.computeIfAbsent(regions, this::translated);
  }

  private Regions translated(Regions regions) {
    BitSet bits = new BitSet();
    for (int i = 0; i < regions.stretches(); i++) {
      int from = regions.from(i);
      int to = regions.to(i);
      for (int region = from; region < Math.min(to, before.firstNumber()); region++) {
        set(region, bits);
      }
      add(from, to, before.firstNumber(), before.numbers(), now.firstNumber(), bits);
      add(from, to, before.firstDate(), before.dates(), now.firstDate(), bits);
    }
    return Regions.of(bits).and(now.possible());
  }

  private void set(int region, BitSet bits) {
    if (region < Axis.FIRST_TEXT) {
      bits.set(region);
    } else if (region < before.otherText()) {
      now.of(before.texts().get(region - Axis.FIRST_TEXT)).ifPresent(bits::set);
    } else {
      bits.set(now.otherText());
      now.texts().stream()
          .filter(text -> !before.texts().contains(text))
          .forEach(text -> now.of(text).ifPresent(bits::set));
    }
  }

  /** What lies between two points may hold new ones now. */
  private <T> void add(int from, int to, int first, List<T> points, int firstNow, BitSet bits) {
    int low = Math.max(from - first, 0);
    int high = Math.min(to - first, 2 * points.size() + 1);
    if (low < high) {
      bits.set(start(low, points, firstNow), end(high - 1, points, firstNow));
    }
  }

  private <T> int start(int region, List<T> points, int firstNow) {
    if (region == 0) {
      return firstNow;
    }
    int point = now.of(points.get((region - 1) / 2)).orElseThrow();
    return region % 2 == 1 ? point : point + 1;
  }

  private <T> int end(int region, List<T> points, int firstNow) {
    if (region == 2 * points.size()) {
      return firstNow == now.firstNumber() ? now.firstDate() : now.end();
    }
    int point = now.of(points.get(region / 2)).orElseThrow();
    return region % 2 == 1 ? point + 1 : point;
  }
}
