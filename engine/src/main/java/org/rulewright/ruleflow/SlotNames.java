package org.rulewright.ruleflow;

import java.util.Collection;
import java.util.List;

/** The variables a flow sets, each with a number; looked up without allocating. */
final class SlotNames {

  private final List<String> names;
  private final String[] table;
  private final int[] slots;
  private final int mask;

  SlotNames(Collection<String> all) {
    names = all.stream().distinct().toList();
    int capacity = Integer.highestOneBit(Math.max(1, names.size()) * 4);
    table = new String[capacity];
    slots = new int[capacity];
    mask = capacity - 1;
    for (int slot = 0; slot < names.size(); slot++) {
      int at = spread(names.get(slot)) & mask;
      while (table[at] != null) {
        at = at + 1 & mask;
      }
      table[at] = names.get(slot);
      slots[at] = slot;
    }
  }

  int size() {
    return names.size();
  }

  String name(int slot) {
    return names.get(slot);
  }

  /** The number of a name, or -1 where it is none of these. */
  int slot(Object name) {
    int at = spread(name) & mask;
    while (table[at] != null) {
      if (table[at].equals(name)) {
        return slots[at];
      }
      at = at + 1 & mask;
    }
    return -1;
  }

  private static int spread(Object name) {
    int hash = name.hashCode();
    return hash ^ hash >>> 16;
  }
}
