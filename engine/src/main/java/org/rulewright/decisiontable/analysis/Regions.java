package org.rulewright.decisiontable.analysis;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A set of elementary regions of one input, as disjoint stretches of their numbers.
 *
 * <p>INVARIANT: the stretches are in order and do not touch, so equal sets have equal stretches.
 */
final class Regions {

  static final Regions NONE = new Regions(new int[0]);

  /** From and to, from and to ...; a stretch ends before its "to". */
  private final int[] ends;

  private final int hash;

  private Regions(int[] ends) {
    this.ends = ends;
    this.hash = Arrays.hashCode(ends);
  }

  static Regions of(int from, int to) {
    return from < to ? new Regions(new int[] {from, to}) : NONE;
  }

  static Regions of(BitSet bits) {
    int[] ends = new int[16];
    int size = 0;
    for (int from = bits.nextSetBit(0); from >= 0; from = bits.nextSetBit(from)) {
      int to = bits.nextClearBit(from);
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, 2 * size);
      }
      ends[size++] = from;
      ends[size++] = to;
      from = to;
    }
    return size == 0 ? NONE : new Regions(Arrays.copyOf(ends, size));
  }

  BitSet bits() {
    BitSet bits = new BitSet();
    for (int i = 0; i < ends.length; i += 2) {
      bits.set(ends[i], ends[i + 1]);
    }
    return bits;
  }

  boolean isEmpty() {
    return ends.length == 0;
  }

  /** The number of stretches. */
  int stretches() {
    return ends.length / 2;
  }

  int from(int stretch) {
    return ends[2 * stretch];
  }

  int to(int stretch) {
    return ends[2 * stretch + 1];
  }

  /** The first region; there must be one. */
  int first() {
    return ends[0];
  }

  /** The end of the last stretch. */
  int end() {
    return ends.length == 0 ? 0 : ends[ends.length - 1];
  }

  int size() {
    int size = 0;
    for (int i = 0; i < ends.length; i += 2) {
      size += ends[i + 1] - ends[i];
    }
    return size;
  }

  boolean contains(int region) {
    return isInside(boundaryAfter(region));
  }

  /**
   * Index of the first boundary that lies after the region, or the number of boundaries; it is odd
   * where the region belongs to the set.
   */
  int boundaryAfter(int region) {
    if (ends.length <= 8) {
      int i = 0;
      while (i < ends.length && ends[i] <= region) {
        i++;
      }
      return i;
    }
    int found = Arrays.binarySearch(ends, region);
    return found >= 0 ? found + 1 : -found - 1;
  }

  static boolean isInside(int boundary) {
    return (boundary & 1) == 1;
  }

  /** The region at a boundary, or a number above all regions. */
  int boundary(int index) {
    return index < ends.length ? ends[index] : Integer.MAX_VALUE;
  }

  boolean overlaps(Regions other) {
    int i = 0;
    int j = 0;
    while (i < ends.length && j < other.ends.length) {
      if (ends[i + 1] <= other.ends[j]) {
        i += 2;
      } else if (other.ends[j + 1] <= ends[i]) {
        j += 2;
      } else {
        return true;
      }
    }
    return false;
  }

  boolean containsAll(Regions other) {
    int i = 0;
    for (int j = 0; j < other.ends.length; j += 2) {
      while (i < ends.length && ends[i + 1] < other.ends[j + 1]) {
        i += 2;
      }
      if (i == ends.length || ends[i] > other.ends[j]) {
        return false;
      }
    }
    return true;
  }

  Regions and(Regions other) {
    if (containsAll(other)) {
      return other;
    }
    BitSet bits = bits();
    bits.and(other.bits());
    return of(bits);
  }

  Regions or(Regions other) {
    if (containsAll(other)) {
      return this;
    }
    BitSet bits = bits();
    bits.or(other.bits());
    return of(bits);
  }

  Regions minus(Regions other) {
    if (!overlaps(other)) {
      return this;
    }
    BitSet bits = bits();
    bits.andNot(other.bits());
    return of(bits);
  }

  /** The stretch that holds the region, which must belong to the set. */
  Regions stretchWith(int region) {
    int boundary = boundaryAfter(region);
    return of(ends[boundary - 1], ends[boundary]);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Regions regions
            && hash == regions.hash
            && Arrays.equals(ends, regions.ends);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Arrays.toString(ends);
  }
}
