package org.rulewright.lookup;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows by key: open addressing over the rows themselves, so that keys are not kept twice.
 *
 * <p>With effective dates a slot points at the periods of its key, in their order.
 */
final class KeyIndex {

  static final int NONE = -1;
  private static final int MIX = 0x9E3779B1;

  private final CellStore[] keys;
  private final int[] slots;
  private final @Nullable Periods periods;

  /**
   * Takes over what the builder has laid out.
   *
   * @param slots a power of two of them; each a row + 1, or with periods a group + 1; 0 is free
   */
  KeyIndex(CellStore[] keys, int[] slots, @Nullable Periods periods) {
    this.keys = keys;
    this.slots = slots;
    this.periods = periods;
  }

  /** The row of the key that is in force on the day, or {@link #NONE}. */
  int row(List<? extends @Nullable Object> key, int day) {
    int hash = 1;
    for (Object part : key) {
      if (part == null) {
        return NONE;
      }
      hash = 31 * hash + CellStore.hash(part);
    }
    int mask = slots.length - 1;
    for (int slot = start(hash, mask); slots[slot] != 0; slot = (slot + 1) & mask) {
      int found = slots[slot] - 1;
      int row = periods == null ? found : periods.first(found);
      if (holds(row, key)) {
        return periods == null ? row : periods.row(found, day);
      }
    }
    return NONE;
  }

  private boolean holds(int row, List<? extends @Nullable Object> key) {
    for (int i = 0; i < keys.length; i++) {
      Object part = key.get(i);
      if (part == null || !keys[i].holds(row, part)) {
        return false;
      }
    }
    return true;
  }

  long bytes() {
    return 4L * slots.length + (periods == null ? 0 : periods.bytes());
  }

  static int start(int hash, int mask) {
    int mixed = hash * MIX;
    return (mixed ^ (mixed >>> 15)) & mask;
  }

  /**
   * The rows of each key in the order of their days.
   *
   * @param starts where the rows of a group begin in {@code rows}; one more than there are groups
   * @param from the first day of each of {@code rows}
   * @param to the last day of each of {@code rows}
   */
  record Periods(int[] starts, int[] rows, int[] from, int[] to) {

    int first(int group) {
      return rows[starts[group]];
    }

    int row(int group, int day) {
      int found = Arrays.binarySearch(from, starts[group], starts[group + 1], day);
      int at = found >= 0 ? found : -found - 2;
      return at >= starts[group] && day <= to[at] ? rows[at] : NONE;
    }

    long bytes() {
      return 4L * (starts.length + rows.length + from.length + to.length);
    }
  }
}
