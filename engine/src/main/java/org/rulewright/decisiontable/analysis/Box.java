package org.rulewright.decisiontable.analysis;

/**
 * The facts a rule takes, or a gap: a set of regions on each axis.
 *
 * @param exact whether the rule takes all of these facts; one with a cell that is beyond analysis
 *     takes some of them
 */
record Box(Regions[] sides, boolean exact) {

  static Box of(Regions... sides) {
    return new Box(sides, true);
  }

  Regions side(int axis) {
    return sides[axis];
  }

  boolean isEmpty() {
    for (Regions side : sides) {
      if (side.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  boolean overlaps(Box other) {
    for (int i = 0; i < sides.length; i++) {
      if (!sides[i].overlaps(other.sides[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether the two overlap on all axes but this. */
  boolean overlapsBeside(int axis, Box other) {
    for (int i = 0; i < sides.length; i++) {
      if (i != axis && !sides[i].overlaps(other.sides[i])) {
        return false;
      }
    }
    return true;
  }

  boolean contains(Box other) {
    for (int i = 0; i < sides.length; i++) {
      if (!sides[i].containsAll(other.sides[i])) {
        return false;
      }
    }
    return true;
  }

  boolean sameSides(Box other) {
    return java.util.Arrays.equals(sides, other.sides);
  }

  Box and(Box other) {
    Regions[] both = new Regions[sides.length];
    for (int i = 0; i < sides.length; i++) {
      both[i] = sides[i].and(other.sides[i]);
    }
    return new Box(both, exact && other.exact);
  }

  Box with(int axis, Regions side) {
    Regions[] changed = sides.clone();
    changed[axis] = side;
    return new Box(changed, exact);
  }
}
