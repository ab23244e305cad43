package org.rulewright.decisiontable.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Tries a few facts of a box at random, in the hope that no other box takes them.
 *
 * <p>What it finds is exact; finding nothing means nothing. Most rules of most tables are shown to
 * be alive by it, and the search is left for those that may not be.
 */
final class FreePoint {

  private static final int TRIES = 48;
  private static final long SEED = 4_711;

  private FreePoint() {}

  static Optional<Box> of(Box box, List<Box> others) {
    var random = new Random(SEED);
    int[] point = new int[box.sides().length];
    for (int i = 0; i < TRIES; i++) {
      for (int axis = 0; axis < point.length; axis++) {
        point[axis] = any(box.side(axis), random);
      }
      if (isFree(point, others)) {
        return Optional.of(at(point));
      }
    }
    return Optional.empty();
  }

  private static int any(Regions side, Random random) {
    int left = random.nextInt(side.size());
    for (int i = 0; ; i++) {
      int width = side.to(i) - side.from(i);
      if (left < width) {
        return side.from(i) + left;
      }
      left -= width;
    }
  }

  private static boolean isFree(int[] point, List<Box> others) {
    for (Box other : others) {
      int axis = 0;
      while (axis < point.length && other.side(axis).contains(point[axis])) {
        axis++;
      }
      if (axis == point.length) {
        return false;
      }
    }
    return true;
  }

  private static Box at(int[] point) {
    Regions[] sides = new Regions[point.length];
    for (int i = 0; i < point.length; i++) {
      sides[i] = Regions.of(point[i], point[i] + 1);
    }
    return Box.of(sides);
  }
}
